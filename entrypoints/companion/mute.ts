import type { NoticeAction } from '../../components/Notice.tsx';
import { type Settings, withMuted, withoutMuted } from '../../core/settings/settings.ts';
import { isPrivateWindow } from '../../platform/private-window.ts';
import { saveSettings } from '../../platform/settings.ts';
import { text } from './texts.ts';

export interface MuteSurroundings {
  readonly settings: Settings;
  /** What tells the page from others. */
  readonly pageKey: string;
  /** Muted in a private window, of which nothing is written. */
  readonly mutedHere: Set<string>;
  /** Paints what is wanted now. */
  showAsChosen(): void;
  notify(message: string, actions: readonly NoticeAction[]): void;
}

/** Marks an entity no more, on this page or anywhere, and offers to take that back. */
export function mute(id: string, where: 'page' | 'everywhere', around: MuteSurroundings): void {
  const page = where === 'page' ? around.pageKey : undefined;
  const doneBy = (change: typeof withMuted, changeHere: () => void) => {
    if (!isPrivateWindow()) return void saveSettings(change(around.settings, id, page));
    changeHere();
    around.showAsChosen();
  };
  doneBy(withMuted, () => around.mutedHere.add(id));
  const undo = () => doneBy(withoutMuted, () => around.mutedHere.delete(id));
  around.notify(text(where === 'page' ? 'mutedOnPage' : 'mutedEverywhere'), [{ label: text('undo'), onClick: undo }]);
}
