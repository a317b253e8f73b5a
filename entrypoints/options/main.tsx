import '../../components/screen.css';
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { OptionsView } from '../../components/OptionsView.tsx';
import type { Brief } from '../../core/messages/brief.ts';
import { type Settings, withKind, withoutMuted, withSite } from '../../core/settings/settings.ts';
import { openShortcuts } from '../../platform/commands.ts';
import { saveFile } from '../../platform/download.ts';
import { ask } from '../../platform/messages/ask.ts';
import { prepareScreen } from '../../platform/screen.ts';
import { onSettingsChanged, saveSettings } from '../../platform/settings.ts';
import { addedSites, onAccessChanged, releaseSite } from '../../platform/site-access.ts';
import { type Language, text } from '../../platform/texts.ts';

function Options({ language, found }: { readonly language: Language; readonly found: Settings }) {
  const [settings, setSettings] = useState(found);
  const [sites, setSites] = useState<readonly string[]>([]);
  const [muted, setMuted] = useState<readonly Brief[]>([]);
  const mutedIds = settings.muted.join(' ');

  useEffect(() => {
    const listSites = () => void addedSites().then(setSites);
    listSites();
    onAccessChanged(listSites);
    return onSettingsChanged(setSettings);
  }, []);
  useEffect(() => {
    const ids = mutedIds.split(' ').filter(Boolean);
    void ask({ type: 'describe-entities', ids })
      .catch(() => [])
      .then(setMuted);
  }, [mutedIds]);

  const change = (changes: Partial<Settings>) => {
    setSettings({ ...settings, ...changes });
    void saveSettings(changes);
  };

  return (
    <OptionsView
      settings={settings}
      addedSites={sites}
      muted={muted}
      language={language}
      t={text}
      onChange={change}
      onKind={(group, on) => change(withKind(settings, group, on))}
      onSiteOn={(site) => change(withSite(settings, site, true))}
      onReleaseSite={(site) => void releaseSite(site)}
      onUnmute={(id) => change(withoutMuted(settings, id))}
      onForgetPages={() => change({ mutedOnPages: [] })}
      onShortcuts={() => void openShortcuts()}
      onExport={() => saveFile('pishineh-settings.json', 'application/json', JSON.stringify(settings, null, 2))}
    />
  );
}

const { root, language, settings } = await prepareScreen('optionsTitle');
render(<Options language={language} found={settings} />, root);
