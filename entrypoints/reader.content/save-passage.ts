import { readArticleDate } from '../../page/article-date.ts';
import type { SavedPassages } from '../../page/saved-passages.ts';
import { describePage, describeSelection } from '../../page/selecting.ts';
import { ask } from '../../platform/messages.ts';
import { text } from '../../platform/texts.ts';

/** Characters of the passage that the confirmation repeats. */
const ECHO = 60;

/** Saves what is selected and tells the reader what came of it. */
export async function savePassage(
  date: string | undefined,
  passages: SavedPassages,
  notify: (message: string) => void,
): Promise<void> {
  const selected = describeSelection(document);
  if (!selected.ok) {
    notify(text(selected.reason === 'outside' ? 'noticeOutside' : 'noticeNothingSelected'));
    return;
  }
  const page = describePage(document, date ?? readArticleDate(document));
  try {
    const answer = await ask({ type: 'save-highlight', page, selectors: selected.selectors });
    if (answer.ok) {
      passages.add(answer.highlight, selected.range);
      document.getSelection()?.removeAllRanges();
      notify(text('noticeSaved', shorten(selected.selectors.quote.exact)));
    } else notify(text(answer.reason === 'private-window' ? 'noticePrivate' : 'noticeStorage'));
  } catch {
    notify(text('noticeDisconnected'));
  }
}

function shorten(passage: string): string {
  const quote = passage.replace(/\s+/g, ' ');
  return quote.length > ECHO ? `${quote.slice(0, ECHO).trimEnd()}…` : quote;
}
