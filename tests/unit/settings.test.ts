import { describe, expect, it } from 'vitest';
import {
  annotatesOn,
  DEFAULTS,
  mutedOn,
  readSettings,
  type Settings,
  siteOf,
  withKind,
  withMuted,
  withoutMuted,
  withSite,
} from '../../core/settings/settings.ts';

/** The settings after a change. */
const changed = (settings: Settings, changes: Partial<Settings>): Settings => ({ ...settings, ...changes });

describe('settings', () => {
  it('are the defaults where nothing was chosen or nothing can be read', () => {
    for (const stored of [{}, undefined, null, 'x', { annotate: 'yes', sitesOff: 5 }]) {
      expect(readSettings(stored)).toEqual(DEFAULTS);
    }
  });
  it('keep what was chosen', () => {
    const chosen: Settings = {
      annotate: false,
      sitesOff: ['isna.ir'],
      kindsOff: ['places'],
      mentions: 'all',
      muted: ['iran'],
      mutedOnPages: [{ page: 'isna.ir/1', id: 'russia' }],
      selectionBar: false,
      highlightColor: 'pink',
      theme: 'dark',
      textSize: 150,
      font: 'system',
    };
    expect(readSettings(JSON.parse(JSON.stringify(chosen)))).toEqual(chosen);
  });
  it('count each value that can not be read as not chosen, and keep the others', () => {
    const broken = {
      annotate: false,
      kindsOff: ['places', 'dragons', 7],
      mutedOnPages: [{ page: 5 }, null],
      textSize: 99,
      highlightColor: 'gold',
    };
    expect(readSettings(broken)).toEqual({ ...DEFAULTS, annotate: false, kindsOff: ['places'] });
  });
  it('switch one site without touching others', () => {
    const one = changed(DEFAULTS, withSite(DEFAULTS, 'isna.ir', false));
    const both = changed(one, withSite(one, 'irna.ir', false));
    expect(annotatesOn(both, 'isna.ir')).toBe(false);
    const back = changed(both, withSite(both, 'isna.ir', true));
    expect(annotatesOn(back, 'isna.ir')).toBe(true);
    expect(annotatesOn(back, 'irna.ir')).toBe(false);
    expect(withSite(both, 'isna.ir', false).sitesOff).toHaveLength(2);
  });
  it('switch one kind without touching others', () => {
    const off = changed(DEFAULTS, withKind(DEFAULTS, 'places', false));
    expect(off.kindsOff).toEqual(['places']);
    expect(withKind(off, 'people', false).kindsOff).toEqual(['places', 'people']);
    expect(withKind(off, 'places', true).kindsOff).toEqual([]);
  });
  it('mute an entity everywhere, or on one page, and take it back', () => {
    const everywhere = changed(DEFAULTS, withMuted(DEFAULTS, 'iran'));
    expect([...mutedOn(everywhere, 'any')]).toEqual(['iran']);
    expect(withoutMuted(everywhere, 'iran').muted).toEqual([]);
    const onPage = changed(DEFAULTS, withMuted(DEFAULTS, 'iran', 'isna.ir/1'));
    expect([...mutedOn(onPage, 'isna.ir/1')]).toEqual(['iran']);
    expect([...mutedOn(onPage, 'isna.ir/2')]).toEqual([]);
    expect(withMuted(onPage, 'iran', 'isna.ir/1').mutedOnPages).toHaveLength(1);
    expect(withoutMuted(onPage, 'iran', 'isna.ir/1').mutedOnPages).toEqual([]);
  });
  it('forget the oldest pages, not all that was ever muted', () => {
    let settings = DEFAULTS;
    for (let page = 0; page < 600; page++) settings = changed(settings, withMuted(settings, 'iran', `isna.ir/${page}`));
    expect(settings.mutedOnPages).toHaveLength(500);
    expect(settings.mutedOnPages.at(-1)?.page).toBe('isna.ir/599');
  });
  it('off everywhere holds on every site', () => {
    expect(annotatesOn({ ...DEFAULTS, annotate: false }, 'isna.ir')).toBe(false);
  });
  it('remember a site by its host', () => {
    expect(siteOf('https://www.isna.ir/news/1')).toBe('isna.ir');
    expect(siteOf('about:blank')).toBe('');
    expect(siteOf('nonsense')).toBe('');
  });
});
