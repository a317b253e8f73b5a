import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { isPrivateWindow } from '../../platform/private-window.ts';
import { createCardView } from './card-view.ts';
import { offerCompanion } from './companion.ts';
import { createGuide } from './guide.ts';
import { createHighlighter } from './highlighter.ts';
import { mute } from './mute.ts';
import { keepTextsAtHand } from './texts.ts';

export default defineUnlistedScript(() => {
  keepTextsAtHand();
  isPrivateWindow();
  offerCompanion({ createCardView, createHighlighter, createGuide, mute });
});
