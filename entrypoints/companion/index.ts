import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createCardView } from './card-view.ts';
import { offerCompanion } from './companion.ts';
import { createGuide } from './guide.ts';
import { createHighlighter } from './highlighter.ts';

export default defineUnlistedScript(() => {
  offerCompanion({ createCardView, createHighlighter, createGuide });
});
