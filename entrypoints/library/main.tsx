import '../../components/screen.css';
import '../../components/colors.css';
import '../../components/remarks.css';
import '../../components/library.css';
import { render } from 'preact';
import { LibraryView } from '../../components/library/LibraryView.tsx';
import { readOpening } from '../../core/highlights/library/address.ts';
import { extensionStorage } from '../../platform/extension-storage.ts';
import { keepForGood } from '../../platform/persistence.ts';
import { prepareScreen } from '../../platform/screen.ts';
import { text } from '../../platform/texts.ts';
import { createDexieHighlightStore } from '../../storage/dexie-highlight-store.ts';
import { createLibraryService } from './library-service.ts';

void keepForGood(); // Chrome's background has no such call
const { root, language } = await prepareScreen('libraryTitle');
render(
  <LibraryView
    service={createLibraryService(createDexieHighlightStore(), extensionStorage)}
    opening={readOpening(location.search)}
    isWide={matchMedia('(min-width: 700px)').matches}
    language={language}
    t={text}
    onAddress={(search) => history.replaceState(null, '', location.pathname + search)}
  />,
  root,
);
