import { describe, expect, it } from 'vitest';
import { annotatesOn, DEFAULTS, readSettings, siteOf, withSite } from '../../core/settings/settings.ts';

describe('settings', () => {
  it('are the defaults where nothing was chosen or nothing can be read', () => {
    for (const stored of [{}, undefined, null, 'x', { annotate: 'yes', sitesOff: 5 }]) {
      expect(readSettings(stored)).toEqual(DEFAULTS);
    }
  });
  it('keep what was chosen', () => {
    expect(readSettings({ annotate: false, sitesOff: ['isna.ir'] })).toEqual({
      annotate: false,
      sitesOff: ['isna.ir'],
    });
  });
  it('switch one site without touching others', () => {
    const off = withSite(withSite(DEFAULTS, 'isna.ir', false), 'irna.ir', false);
    expect(annotatesOn(off, 'isna.ir')).toBe(false);
    expect(annotatesOn(withSite(off, 'isna.ir', true), 'isna.ir')).toBe(true);
    expect(annotatesOn(withSite(off, 'isna.ir', true), 'irna.ir')).toBe(false);
    expect(withSite(off, 'isna.ir', false)).toEqual(withSite(off, 'isna.ir', false));
  });
  it('off everywhere holds on every site', () => {
    expect(annotatesOn({ annotate: false, sitesOff: [] }, 'isna.ir')).toBe(false);
  });
  it('remember a site by its host', () => {
    expect(siteOf('https://www.isna.ir/news/1')).toBe('isna.ir');
    expect(siteOf('about:blank')).toBe('');
    expect(siteOf('nonsense')).toBe('');
  });
});
