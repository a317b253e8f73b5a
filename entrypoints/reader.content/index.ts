import './reader.css';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { siteOf } from '../../core/settings/settings.ts';
import { isPersianPage } from '../../page/language.ts';
import { canPaint } from '../../page/painting.ts';
import { answerPageRequests } from '../../platform/messages/answer-in-page.ts';
import { startReader } from './reader.ts';

export default defineContentScript({
  // filled in with NEWS_SITES by wxt.config.ts: the list itself need not be in every page
  matches: [],
  runAt: 'document_idle',
  noScriptStartedPostMessage: true,
  main(ctx) {
    if (!canPaint()) return;
    // A page in another language is left before anything else is done; the popup may still ask what it is.
    const start = () => {
      if (!isPersianPage(document)) return false;
      startReader(ctx);
      return true;
    };
    if (start()) return;
    const stopAnswering = answerPageRequests({
      'describe-page': async () => ({ site: siteOf(location.href), isPersian: false, entities: [], date: null }),
    });
    // Pages that build themselves may bring their text late: look again when they have settled.
    const retries = [1000, 4000].map((delay) =>
      ctx.setTimeout(() => {
        if (!start()) return;
        stopAnswering();
        for (const retry of retries) clearTimeout(retry);
      }, delay),
    );
  },
});
