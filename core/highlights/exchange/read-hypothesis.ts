import * as v from 'valibot';
import { siteOf } from '../../settings/settings.ts';
import { cleanAddress, pageKey } from '../page-key.ts';
import type { ItemFault } from './check-item.ts';
import { field, listOf } from './json.ts';
import { webAddress } from './web-address.ts';

/**
 * What an annotation of Hypothesis says, in the form of a highlight and still to be checked: see `checkItem`.
 * Its form is that of the service's API (`APIAnnotationData` in src/types/api.ts of github.com/hypothesis/client;
 * h/presenters/annotation_json.py of github.com/hypothesis/h), which the client's export has, too.
 */
export function readHypothesis(item: unknown): object | ItemFault {
  const id = field(item, 'id');
  if (typeof id !== 'string' || id === '') return 'not-a-highlight';
  if (listOf(field(item, 'references')).length > 0) return 'reply';
  const target = listOf(field(item, 'target'))[0];
  const selectors = listOf(field(target, 'selector'));
  const quote = selectors.find((selector) => field(selector, 'type') === 'TextQuoteSelector');
  const exact = field(quote, 'exact');
  if (quote === undefined || (typeof exact === 'string' && exact.trim() === '')) return 'no-passage';
  const address = [field(item, 'uri'), field(target, 'source')].find(isWebAddress);
  if (address === undefined) return 'no-page';
  const position = selectors.find((selector) => field(selector, 'type') === 'TextPositionSelector');
  const created = momentOf(field(item, 'created'));
  return {
    id: `hypothesis:${id}`,
    page: {
      key: pageKey(address),
      address: cleanAddress(address),
      title: listOf(field(field(item, 'document'), 'title'))[0] ?? '',
      site: siteOf(address),
    },
    selectors: {
      quote: {
        type: 'TextQuoteSelector',
        exact,
        prefix: field(quote, 'prefix') ?? '',
        suffix: field(quote, 'suffix') ?? '',
      },
      ...(position === undefined
        ? {}
        : {
            position: { type: 'TextPositionSelector', start: field(position, 'start'), end: field(position, 'end') },
          }),
    },
    color: 'yellow',
    note: field(item, 'text') ?? '',
    tags: tagsOf(field(item, 'tags') ?? []),
    entities: [],
    created,
    modified: momentOf(field(item, 'updated') ?? field(item, 'created')),
    anchoring: { state: 'looking' },
  };
}

function isWebAddress(value: unknown): value is string {
  return typeof value === 'string' && webAddress(value) !== undefined;
}

/** Each once, and none that is empty. What is no list of texts is left for the check to refuse. */
function tagsOf(value: unknown): unknown {
  if (!Array.isArray(value) || !value.every((tag) => typeof tag === 'string')) return value;
  return [...new Set(value.map((tag) => tag.trim()).filter((tag) => tag !== ''))];
}

const IsoMoment = v.pipe(v.string(), v.isoTimestamp());

/** The moment in UTC with milliseconds: Hypothesis writes offsets and microseconds. Undefined when it is none. */
function momentOf(value: unknown): string | undefined {
  if (!v.is(IsoMoment, value)) return undefined;
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
