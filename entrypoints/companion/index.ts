import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createSavedPassages } from '../../page/saved-passages.ts';
import { createCardView } from './card-view.ts';
import { offerCompanion } from './companion.ts';
import { savePassage } from './save-passage.ts';

export default defineUnlistedScript(() => {
  offerCompanion({ createCardView, createPassages: createSavedPassages, savePassage });
});
