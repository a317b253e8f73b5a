import '../../components/screen.css';
import '../reader.content/reader.css';
import { render } from 'preact';
import { ContentScriptContext } from 'wxt/utils/content-script-context';
import { WelcomeView } from '../../components/WelcomeView.tsx';
import { hasPanel } from '../../platform/panel.ts';
import { prepareScreen } from '../../platform/screen.ts';
import { openOptions } from '../../platform/tabs.ts';
import { text } from '../../platform/texts.ts';
import { createCardView } from '../companion/card-view.ts';
import { offerCompanion } from '../companion/companion.ts';
import { createGuide } from '../companion/guide.ts';
import { createHighlighter } from '../companion/highlighter.ts';
import { mute } from '../companion/mute.ts';
import { startReader } from '../reader.content/reader.ts';

const { root } = await prepareScreen('welcomeTitle');
render(
  <WelcomeView
    hasPanel={hasPanel()}
    t={text}
    sample={
      <p class="welcome-sample" lang="fa" dir="rtl">
        {text('welcomeSample')}
      </p>
    }
    onOptions={() => void openOptions()}
  />,
  root,
);

// The very reader that runs on news pages reads the sample; no script has to be put here.
offerCompanion({ createCardView, createHighlighter, createGuide, mute });
startReader(new ContentScriptContext('welcome'));
