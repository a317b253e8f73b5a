import '../../components/screen.css';
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { type PopupPage, PopupView } from '../../components/PopupView.tsx';
import type { PageEntity } from '../../core/messages.ts';
import { annotatesOn, DEFAULTS, type Settings, withSite } from '../../core/settings/settings.ts';
import { ask } from '../../platform/messages.ts';
import { prepareScreen } from '../../platform/screen.ts';
import { loadSettings, onSettingsChanged, saveSettings } from '../../platform/settings.ts';
import { openOptions, readPage } from '../../platform/tabs.ts';
import { type Language, text } from '../../platform/texts.ts';
import { describeTab, showInPage } from './describe-tab.ts';

/** Milliseconds between two looks at a page that is still being read. */
const LOOK_AGAIN = 400;

function Popup({ language }: { readonly language: Language }) {
  const [settings, setSettings] = useState<Settings>(DEFAULTS);
  const [page, setPage] = useState<PopupPage>({ state: 'reading' });
  const [tabId, setTabId] = useState<number>();

  const look = async () => {
    const described = await describeTab();
    setTabId(described.tabId);
    setPage(described.page);
  };
  useEffect(() => {
    void loadSettings().then(setSettings);
    void look();
    const timer = setInterval(() => void look(), LOOK_AGAIN);
    const stop = onSettingsChanged(setSettings);
    return () => {
      clearInterval(timer);
      stop();
    };
  }, []);

  const change = (changes: Partial<Settings>) => {
    setSettings({ ...settings, ...changes });
    void saveSettings(changes);
  };
  const site = page.state === 'read' || page.state === 'not-persian' ? page.site : '';
  const show = async (entity: PageEntity) => {
    if (tabId !== undefined) await showInPage(tabId, entity.id);
    window.close();
  };
  const read = async () => {
    if (tabId === undefined) return;
    if (await readPage(tabId)) await look();
    else setPage({ state: 'unreadable' });
  };

  return (
    <PopupView
      page={page}
      annotate={settings.annotate}
      annotateSite={annotatesOn({ ...settings, annotate: true }, site)}
      language={language}
      t={text}
      onAnnotate={(annotate) => change({ annotate })}
      onAnnotateSite={(on) => change({ sitesOff: withSite(settings, site, on).sitesOff })}
      onShow={(entity) => void show(entity)}
      onReadPage={() => void read()}
      onLibrary={() => void ask({ type: 'open-library' }).then(() => window.close())}
      onOptions={() => void openOptions().then(() => window.close())}
    />
  );
}

const { root, language } = prepareScreen('extensionName');
render(<Popup language={language} />, root);
