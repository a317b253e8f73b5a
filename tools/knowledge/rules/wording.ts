import type { Fault } from '../load.ts';
import { persianFaults } from '../persian.ts';
import type { Checked, RuleContext } from './rule.ts';

const GLOSS_FA_LETTERS = 90;
const GLOSS_EN_LETTERS = 110;
/** The longest that was written with care has 540; more does not fit a card. */
const BACKGROUND_LETTERS = 600;
const FEWEST_SENTENCES = 2;
const MOST_SENTENCES = 4;

/** Texts are as long as a card bears, in good Persian, and take no side. */
export function* wordingFaults(entries: readonly Checked[], { loadedWords }: RuleContext): Generator<Fault> {
  const loaded = loadedWords.map((word) => ({ word, pattern: wholeWord(word) }));
  for (const one of entries) {
    yield* lengthFaults(one);
    for (const [path, text] of persianTexts(one)) {
      for (const message of persianFaults(text)) yield one.fault('persian', `${path.join('.')}: ${message}`, ...path);
    }
    for (const [path, text] of ourWords(one)) {
      const unquoted = text.replace(/«[^»]*»/g, '«»');
      for (const { word, pattern } of loaded) {
        if (pattern.test(unquoted))
          yield one.fault(
            'loaded-word',
            `${path.join('.')}: «${word}» takes a side: tell who says so, in « »`,
            ...path,
          );
      }
    }
  }
}

function* lengthFaults(one: Checked): Generator<Fault> {
  const { gloss, background } = one.entry;
  const fa = lettersIn(gloss.fa);
  if (fa > GLOSS_FA_LETTERS) {
    yield one.fault('gloss-length', `the Persian gloss has ${fa} letters, at most ${GLOSS_FA_LETTERS}`, 'gloss', 'fa');
  }
  const en = gloss.en.length;
  if (en > GLOSS_EN_LETTERS) {
    yield one.fault('gloss-length', `the English gloss has ${en} letters, at most ${GLOSS_EN_LETTERS}`, 'gloss', 'en');
  }
  if (background === undefined) return;
  const sentences = sentencesIn(background);
  if (sentences < FEWEST_SENTENCES || sentences > MOST_SENTENCES) {
    const wanted = `${FEWEST_SENTENCES} to ${MOST_SENTENCES} are wanted`;
    yield one.fault('background-length', `the background has ${sentences} sentences, ${wanted}`, 'background');
  }
  const letters = lettersIn(background);
  if (letters > BACKGROUND_LETTERS) {
    const message = `the background has ${letters} letters, at most ${BACKGROUND_LETTERS}`;
    yield one.fault('background-length', message, 'background');
  }
}

function* persianTexts(one: Checked): Generator<[(string | number)[], string]> {
  yield [['name', 'fa'], one.entry.name.fa];
  yield* ourWords(one);
}

/** The Persian texts that we wrote ourselves. */
function* ourWords({ entry }: Checked): Generator<[(string | number)[], string]> {
  yield [['gloss', 'fa'], entry.gloss.fa];
  if (entry.background !== undefined) yield [['background'], entry.background];
  for (const [index, role] of entry.roles.entries()) yield [['roles', index, 'title', 'fa'], role.title.fa];
  for (const [index, fact] of entry.facts.entries()) yield [['facts', index, 'fa'], fact.fa];
}

function wholeWord(word: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\u200c])${word}(?![\\p{L}])`, 'u');
}

/** Letters as a reader counts them: ZWNJ is none. */
function lettersIn(text: string): number {
  return [...text.replaceAll('\u200c', '')].length;
}

/** Sentences end with a mark that white space or the end follows. */
function sentencesIn(text: string): number {
  return text
    .trim()
    .split(/[.؟!](?=\s|$)/)
    .filter((sentence) => sentence.trim() !== '').length;
}
