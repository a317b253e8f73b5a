import '../../components/screen.css';
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { OptionsView } from '../../components/OptionsView.tsx';
import { DEFAULTS, type Settings, withSite } from '../../core/settings/settings.ts';
import { prepareScreen } from '../../platform/screen.ts';
import { loadSettings, onSettingsChanged, saveSettings } from '../../platform/settings.ts';
import { text } from '../../platform/texts.ts';

function Options() {
  const [settings, setSettings] = useState<Settings>(DEFAULTS);
  useEffect(() => {
    void loadSettings().then(setSettings);
    return onSettingsChanged(setSettings);
  }, []);

  const change = (changes: Partial<Settings>) => {
    setSettings({ ...settings, ...changes });
    void saveSettings(changes);
  };

  return (
    <OptionsView
      annotate={settings.annotate}
      sitesOff={settings.sitesOff}
      t={text}
      onAnnotate={(annotate) => change({ annotate })}
      onSiteOn={(site) => change({ sitesOff: withSite(settings, site, true).sitesOff })}
    />
  );
}

const { root } = prepareScreen('optionsTitle');
render(<Options />, root);
