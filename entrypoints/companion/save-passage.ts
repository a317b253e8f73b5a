import type { Highlight } from '../../core/highlights/highlight.ts';
import { readArticleDate } from '../../core/language/article-date.ts';
import { collectDateTexts } from '../../page/article-date.ts';
import { describePage } from '../../page/page-address.ts';
import { describeSelection } from '../../page/selecting.ts';
import { ask } from '../../platform/messages/ask.ts';
import { text } from '../../platform/texts.ts';

/** Characters of the passage that the confirmation repeats. */
const ECHO = 60;

export interface SaveOutcome {
  /** What the reader is told. */
  readonly message: string;
  /** What was saved, and where it stands; undefined when nothing was. */
  readonly saved?: { readonly highlight: Highlight; readonly range: StaticRange };
}

/** Saves what is selected, and says what came of it. */
export async function savePassage(date: string | undefined): Promise<SaveOutcome> {
  const selected = describeSelection(document);
  if (!selected.ok) {
    return { message: text(selected.reason === 'outside' ? 'noticeOutside' : 'noticeNothingSelected') };
  }
  const today = new Date().toISOString().slice(0, 10);
  const page = describePage(document, date ?? readArticleDate(collectDateTexts(document), today));
  try {
    const answer = await ask({ type: 'save-highlight', page, selectors: selected.selectors });
    if (!answer.ok) return { message: text(answer.reason === 'private-window' ? 'noticePrivate' : 'noticeStorage') };
    document.getSelection()?.removeAllRanges();
    return {
      message: text('noticeSaved', shorten(selected.selectors.quote.exact)),
      saved: { highlight: answer.highlight, range: selected.range },
    };
  } catch {
    return { message: text('noticeDisconnected') };
  }
}

function shorten(passage: string): string {
  const quote = passage.replace(/\s+/g, ' ');
  return quote.length > ECHO ? `${quote.slice(0, ECHO).trimEnd()}…` : quote;
}
