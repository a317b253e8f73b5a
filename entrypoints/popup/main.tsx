import '../../components/screen.css';
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { type PageEntity, PopupView } from '../../components/PopupView.tsx';
import { annotatesOn, type Settings, withKind, withSite } from '../../core/settings/settings.ts';
import { ask } from '../../platform/messages/ask.ts';
import { askPage } from '../../platform/messages/ask-page.ts';
import { hasPanel, openPanel } from '../../platform/panel.ts';
import { prepareScreen } from '../../platform/screen.ts';
import { onSettingsChanged, saveSettings } from '../../platform/settings.ts';
import { requestSite } from '../../platform/site-access.ts';
import { openOptions, readPage } from '../../platform/tabs.ts';
import { type Language, text } from '../../platform/texts.ts';
import { currentWindowId } from '../../platform/windows.ts';
import { type DescribedTab, describeTab } from './describe-tab.ts';

/** Milliseconds between two looks at a page that is still being read. */
const LOOK_AGAIN = 400;

function Popup({ language, found }: { readonly language: Language; readonly found: Settings }) {
  const [settings, setSettings] = useState(found);
  const [{ tab, page }, setDescribed] = useState<DescribedTab>({ tab: undefined, page: { state: 'reading' } });
  const [isTroubled, setTroubled] = useState(false);
  const [windowId, setWindowId] = useState<number>();

  const look = async () => setDescribed(await describeTab());
  useEffect(() => {
    void currentWindowId().then(setWindowId);
    void look();
    void ask({ type: 'check-highlights' })
      .then((answer) => setTroubled(!answer.ok || answer.health.missing > 0))
      .catch(() => setTroubled(true));
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
  const site = 'site' in page ? (page.site ?? '') : '';
  const show = async (entity: PageEntity) => {
    if (tab) await askPage(tab.id, { type: 'show-entity', id: entity.id, withCard: true });
    window.close();
  };
  const read = async () => {
    if (!tab) return;
    if (await readPage(tab.id)) await look();
    else setDescribed({ tab, page: { state: 'unreadable' } });
  };
  const allow = async () => {
    // the question must be the first thing that the click does
    if ((await requestSite(site)) && tab) await readPage(tab.id);
    await look();
  };

  return (
    <PopupView
      page={page}
      isPrivate={tab?.isPrivate ?? false}
      annotate={settings.annotate}
      annotateSite={annotatesOn({ ...settings, annotate: true }, site)}
      kindsOff={settings.kindsOff}
      mentions={settings.mentions}
      isTroubled={isTroubled}
      hasPanel={hasPanel()}
      language={language}
      t={text}
      onAnnotate={(annotate) => change({ annotate })}
      onAnnotateSite={(on) => change(withSite(settings, site, on))}
      onKind={(group, on) => change(withKind(settings, group, on))}
      onMentions={(mentions) => change({ mentions })}
      onShow={(entity) => void show(entity)}
      onReadPage={() => void read()}
      onAllowSite={() => void allow()}
      onPanel={() => {
        if (windowId !== undefined) openPanel(windowId);
        window.close();
      }}
      onLibrary={() => void ask({ type: 'open-library' }).then(() => window.close())}
      onOptions={() => void openOptions().then(() => window.close())}
    />
  );
}

const { root, language, settings } = await prepareScreen('extensionName');
render(<Popup language={language} found={settings} />, root);
