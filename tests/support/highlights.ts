import type { Highlight } from '../../core/highlights/highlight.ts';

let made = 0;

/** A highlight of a made-up page. */
export function highlight(exact: string, more: Partial<Highlight> = {}): Highlight {
  made++;
  return {
    id: `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`,
    page: { key: 'isna.ir/news/1', address: 'https://www.isna.ir/news/1', title: 'یک خبر', site: 'isna.ir' },
    selectors: {
      quote: { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' },
      position: { type: 'TextPositionSelector', start: made, end: made + exact.length },
    },
    color: 'yellow',
    note: '',
    tags: [],
    entities: [],
    created: `2026-11-23T10:00:${String(made % 60).padStart(2, '0')}.000Z`,
    modified: `2026-11-23T10:00:${String(made % 60).padStart(2, '0')}.000Z`,
    anchoring: { state: 'anchored' },
    ...more,
  };
}
