// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type OptionsProps, OptionsView } from '../../components/OptionsView.tsx';
import { DEFAULTS } from '../../core/settings/settings.ts';
import { expectAccessible } from '../support/accessibility.ts';
import { textsIn } from '../support/texts.ts';

afterEach(cleanup);

function show(more: Partial<OptionsProps> = {}) {
  const props: OptionsProps = {
    settings: DEFAULTS,
    addedSites: [],
    muted: [],
    language: 'fa',
    t: textsIn('fa'),
    onChange: vi.fn(),
    onKind: vi.fn(),
    onSiteOn: vi.fn(),
    onReleaseSite: vi.fn(),
    onUnmute: vi.fn(),
    onForgetPages: vi.fn(),
    onShortcuts: vi.fn(),
    onExport: vi.fn(),
    ...more,
  };
  return { ...render(<OptionsView {...props} />), props };
}
const iran = {
  id: 'iran',
  kind: 'place',
  name: { fa: 'ایران', en: 'Iran' },
  gloss: { fa: 'کشور', en: 'country' },
} as const;
const full: Partial<OptionsProps> = {
  settings: {
    ...DEFAULTS,
    sitesOff: ['isna.ir', 'tabnak.ir'],
    muted: ['iran', 'gone'],
    mutedOnPages: [{ page: 'isna.ir/1', id: 'russia' }],
  },
  addedSites: ['example.com'],
  muted: [iran],
};

describe('the options page', () => {
  it('changes how names are marked', () => {
    const { props } = show();
    fireEvent.click(screen.getByLabelText('نشان دادن پیشینه نام‌ها'));
    fireEvent.click(screen.getByLabelText('همه تکرارهای هر نام'));
    fireEvent.click(screen.getByLabelText('جاها'));
    expect(vi.mocked(props.onChange).mock.calls).toEqual([[{ annotate: false }], [{ mentions: 'all' }]]);
    expect(props.onKind).toHaveBeenCalledWith('places', false);
  });

  it('changes the look', () => {
    const { props } = show();
    fireEvent.change(screen.getByLabelText('اندازه متن کارت و صفحه‌های پیشینه'), { target: { value: '150' } });
    fireEvent.change(screen.getByLabelText('روشن یا تیره'), { target: { value: 'dark' } });
    fireEvent.click(screen.getByLabelText('قلم دستگاه به جای وزیرمتن'));
    expect(vi.mocked(props.onChange).mock.calls).toEqual([
      [{ textSize: 150 }],
      [{ theme: 'dark' }],
      [{ font: 'system' }],
    ]);
    expect(screen.getByRole('option', { name: '۱۱۵ درصد' })).toBeTruthy();
  });

  it('lists the sites that are off or were added, and gives each back', () => {
    const { props } = show(full);
    fireEvent.click(screen.getByRole('button', { name: 'روشن کردن در tabnak.ir' }));
    expect(props.onSiteOn).toHaveBeenCalledWith('tabnak.ir');
    fireEvent.click(screen.getByRole('button', { name: 'برداشتن example.com' }));
    expect(props.onReleaseSite).toHaveBeenCalledWith('example.com');
  });

  it('lists the hidden names, also one that the store no longer knows, and brings each back', () => {
    const { props } = show(full);
    fireEvent.click(screen.getByRole('button', { name: 'بازگرداندن ایران' }));
    fireEvent.click(screen.getByRole('button', { name: 'بازگرداندن gone' }));
    expect(vi.mocked(props.onUnmute).mock.calls).toEqual([['iran'], ['gone']]);
    fireEvent.click(screen.getByRole('button', { name: 'بازگرداندن همه' }));
    expect(props.onForgetPages).toHaveBeenCalledOnce();
  });

  it('says so where a list is empty', () => {
    show();
    expect(screen.getAllByText(/^هیچ سایتی/)).toHaveLength(2);
    expect(screen.getByText('هیچ نامی همه‌جا پنهان نیست.')).toBeTruthy();
  });

  it('leads to the browser’s page of keys, and hands out the settings', () => {
    const { props } = show();
    fireEvent.click(screen.getByRole('button', { name: 'برگزیدن کلیدها در مرورگر' }));
    fireEvent.click(screen.getByRole('button', { name: 'گرفتن تنظیمات در یک فایل' }));
    expect(props.onShortcuts).toHaveBeenCalledOnce();
    expect(props.onExport).toHaveBeenCalledOnce();
  });

  it.each([
    ['Unicode License v3', 'https://www.unicode.org/license.txt'],
    ['CC BY-SA 4.0', 'https://creativecommons.org/licenses/by-sa/4.0/'],
  ])('credits what the knowledge builds on: %s', (licence, address) => {
    show();
    expect(screen.getByRole('link', { name: licence }).getAttribute('href')).toBe(address);
  });

  it('is accessible, in both languages', async () => {
    await expectAccessible(show(full).container);
    cleanup();
    await expectAccessible(show({ ...full, language: 'en', t: textsIn('en') }).container);
  });
});
