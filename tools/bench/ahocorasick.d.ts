/** The package comes without types. */
declare module 'ahocorasick' {
  export default class AhoCorasick {
    constructor(keywords: readonly string[]);
    /** Index of the last unit of each place, and the keywords that end there. */
    search(text: string): [number, string[]][];
  }
}
