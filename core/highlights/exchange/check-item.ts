import * as v from 'valibot';
import { type Highlight, HighlightSchema } from '../highlight.ts';
import { webAddress } from './web-address.ts';

/** Why one item of a file was not taken. */
export const ITEM_FAULTS = [
  /** It is something else, or a part of it is missing or is not what it should be. */
  'not-a-highlight',
  /** It has no quoted passage: a note on a whole page. */
  'no-passage',
  /** It names no page, or one that is not on the web. */
  'no-page',
  /** It answers another one. */
  'reply',
  /** It does not tell when it was saved or changed, or the time can't be read. */
  'bad-time',
  /** Passage, note, a tag or another text is longer than is kept, or there are too many of them. */
  'too-long',
  /** It has a colour that we have not. */
  'unknown-color',
  /** One with the same id stands before it in the file. */
  'repeated',
] as const;
export type ItemFault = (typeof ITEM_FAULTS)[number];

/** The highlight that a read item is; otherwise what is wrong with it. Never throws. */
export function checkItem(candidate: unknown): Highlight | ItemFault {
  const { success, output, issues } = v.safeParse(HighlightSchema, candidate, { abortEarly: true });
  if (!success) return faultOf(issues[0]);
  const { page, selectors, created, modified, removed } = output;
  if (webAddress(page.address) === undefined) return 'no-page';
  // the form alone does not tell: the 30th of February has it, too
  if ([created, modified, removed].some((moment) => moment !== undefined && Number.isNaN(Date.parse(moment)))) {
    return 'bad-time';
  }
  if (selectors.position !== undefined && selectors.position.end < selectors.position.start) return 'not-a-highlight';
  return output;
}

function faultOf(issue: v.InferIssue<typeof HighlightSchema>): ItemFault {
  if (issue.type === 'max_length') return 'too-long';
  const path = issue.path?.map(({ key }) => key) ?? [];
  switch (path[0]) {
    case 'page':
      return 'no-page';
    case 'selectors':
      return path[1] === 'quote' && (path[2] === undefined || path[2] === 'exact') ? 'no-passage' : 'not-a-highlight';
    case 'created':
    case 'modified':
    case 'removed':
      return 'bad-time';
    case 'color':
      return 'unknown-color';
    default:
      return 'not-a-highlight';
  }
}
