import { ALPHABET } from '../language/characters.ts';

const SYMBOL = new Uint8Array(0x10000);
for (let i = 0; i < ALPHABET.length; i++) SYMBOL[ALPHABET.charCodeAt(i)] = i + 1;

/** The lexicon's symbol (1 and up) for a folded letter's code unit; 0 for a letter of another script. */
export function symbolOf(code: number): number {
  return SYMBOL[code] as number;
}

/** The symbols of folded letters, or undefined when one of them can't stand in a name. */
export function symbolsOf(letters: string): Uint8Array | undefined {
  const symbols = new Uint8Array(letters.length);
  for (let i = 0; i < letters.length; i++) {
    const symbol = symbolOf(letters.charCodeAt(i));
    if (symbol === 0) return undefined;
    symbols[i] = symbol;
  }
  return symbols;
}
