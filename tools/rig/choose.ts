import type { Settings } from '../../core/settings/settings.ts';
import type { Rig } from './rig.ts';

/** Stores settings as the options page does. */
export async function choose(rig: Rig, changes: Partial<Settings>): Promise<void> {
  const screen = await rig.openScreen('options.html');
  await screen.evaluate(async (values) => {
    const { browser, chrome } = globalThis as unknown as Record<
      'browser' | 'chrome',
      { storage: { local: { set(values: object): Promise<void> } } } | undefined
    >;
    await (browser ?? chrome)?.storage.local.set(values);
  }, changes);
  await screen.close();
}
