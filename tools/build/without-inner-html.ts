import type { Plugin } from 'vite';

/** The one place where Preact writes HTML from a string. We never ask it to, and stores warn of such code. */
const ASSIGNMENT = /\b\w+\.innerHTML\s*=\s*\w+\.__html/g;

/**
 * Takes Preact's `dangerouslySetInnerHTML` out of the bundle, so that nothing in it can write HTML from a
 * string.
 * @throws (while building) when Preact's code has changed and the place is no longer found
 */
export function withoutInnerHtml(): Plugin {
  return {
    name: 'without-inner-html',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/preact\/dist\/preact\.(mjs|module\.js|js)$/.test(id.split('?')[0] ?? '')) return undefined;
      if (!ASSIGNMENT.test(code))
        throw new Error(`without-inner-html: nothing to take out of ${id}; has Preact changed?`);
      return { code: code.replace(ASSIGNMENT, '0'), map: null };
    },
  };
}
