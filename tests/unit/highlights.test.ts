import { describe, expect, it } from 'vitest';
import { CONTEXT, describeRange } from '../../core/highlights/selectors.ts';

const TEXT =
  'وزیر گفت: «گفت‌وگوها ادامه دارد.» سپس افزود که ایران آماده است.\nسخنگو هم گفت که ایران آماده است و می‌ماند.\n';

describe('describing a passage', () => {
  it('keeps the quote, what is around it, and where it is', () => {
    expect(describeRange(TEXT, 47, 62)).toEqual({
      quote: {
        type: 'TextQuoteSelector',
        exact: 'ایران آماده است',
        prefix: TEXT.slice(0, 47),
        suffix: TEXT.slice(62, 62 + 64),
      },
      position: { type: 'TextPositionSelector', start: 47, end: 62 },
    });
  });
  it('leaves out white space at its ends', () => {
    expect(describeRange('  ایران  ', 0, 9)?.position).toEqual({ type: 'TextPositionSelector', start: 2, end: 7 });
    expect(describeRange('   ', 0, 3)).toBeUndefined();
  });
  it('cuts no character in half', () => {
    for (const shift of ['', 'ا']) {
      const before = `${'😀'.repeat(CONTEXT)}${shift}`;
      const text = `${before}ایران${shift}${'😀'.repeat(CONTEXT)}`;
      const quote = describeRange(text, before.length, before.length + 5)?.quote;
      expect(quote?.prefix.isWellFormed()).toBe(true);
      expect(quote?.suffix.isWellFormed()).toBe(true);
      expect(quote?.prefix.length).toBeGreaterThanOrEqual(CONTEXT - 1);
    }
  });
});
