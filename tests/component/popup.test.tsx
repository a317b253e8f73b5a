// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type PopupPage, type PopupProps, PopupView } from '../../components/PopupView.tsx';
import { expectAccessible } from '../support/accessibility.ts';
import { textsIn } from '../support/texts.ts';

afterEach(cleanup);

const iran = {
  id: 'iran',
  name: { fa: 'ایران', en: 'Iran' },
  gloss: { fa: 'کشوری در آسیا', en: 'A country' },
  kind: 'place',
  count: 3,
} as const;
const read: PopupPage = { state: 'read', site: 'isna.ir', entities: [iran] };

function show(page: PopupPage, more: Partial<PopupProps> = {}) {
  const props: PopupProps = {
    page,
    isPrivate: false,
    annotate: true,
    annotateSite: true,
    kindsOff: [],
    mentions: 'first',
    isTroubled: false,
    hasPanel: true,
    language: 'fa',
    t: textsIn(more.language ?? 'fa'),
    onAnnotate: vi.fn(),
    onAnnotateSite: vi.fn(),
    onShow: vi.fn(),
    onReadPage: vi.fn(),
    onKind: vi.fn(),
    onMentions: vi.fn(),
    onAllowSite: vi.fn(),
    onPanel: vi.fn(),
    onLibrary: vi.fn(),
    onOptions: vi.fn(),
    ...more,
  };
  return { ...render(<PopupView {...props} />), props };
}

describe('the popup', () => {
  it('counts and lists the names of the page', () => {
    const { props } = show(read);
    expect(screen.getByText('۱ نام آشنا در این صفحه')).toBeTruthy();
    fireEvent.click(screen.getByText('ایران'));
    expect(props.onShow).toHaveBeenCalledWith(iran);
    expect(screen.getByText('۳ بار')).toBeTruthy();
  });

  it('remembers no site of a private window, and says so', async () => {
    const { props, container } = show(read, { isPrivate: true });
    const onSite = screen.getByLabelText<HTMLInputElement>('در isna.ir');
    expect(onSite.disabled).toBe(true);
    expect(screen.getByText('در پنجره خصوصی نام هیچ سایتی به یاد سپرده نمی‌شود.')).toBeTruthy();
    fireEvent.click(screen.getByLabelText('نشان دادن پیشینه نام‌ها'));
    expect(props.onAnnotate).toHaveBeenCalledWith(false);
    await expectAccessible(container);
  });

  it('asks in a private window for no site, only for the page', () => {
    const { props } = show({ state: 'no-access', site: 'isna.ir', isListed: true }, { isPrivate: true });
    expect(screen.queryByRole('button', { name: /isna\.ir/ })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'همین صفحه را بخوان' }));
    expect(props.onReadPage).toHaveBeenCalled();
  });

  it('switches everywhere and on this site', () => {
    const { props } = show(read);
    fireEvent.click(screen.getByLabelText('در isna.ir'));
    expect(props.onAnnotateSite).toHaveBeenCalledWith(false);
    fireEvent.click(screen.getByLabelText('نشان دادن پیشینه نام‌ها'));
    expect(props.onAnnotate).toHaveBeenCalledWith(false);
  });

  it('does not offer the site’s switch while all is off', () => {
    show(read, { annotate: false });
    expect((screen.getByLabelText('در isna.ir') as HTMLInputElement).disabled).toBe(true);
    expect(screen.getByText('نشان دادن پیشینه در این سایت خاموش است.')).toBeTruthy();
  });

  it('switches kinds, and all mentions in place of the first', () => {
    const { props } = show(read, { kindsOff: ['places'] });
    expect((screen.getByLabelText('جاها') as HTMLInputElement).checked).toBe(false);
    fireEvent.click(screen.getByLabelText('جاها'));
    expect(props.onKind).toHaveBeenCalledWith('places', true);
    fireEvent.click(screen.getByLabelText('همه تکرارهای هر نام'));
    expect(props.onMentions).toHaveBeenCalledWith('all');
  });

  it('offers a site that is not on the list, once or for good', () => {
    const { props } = show({ state: 'no-access', site: 'example.com', isListed: false });
    fireEvent.click(screen.getByRole('button', { name: 'همین صفحه را بخوان' }));
    expect(props.onReadPage).toHaveBeenCalledOnce();
    fireEvent.click(screen.getByRole('button', { name: 'همیشه در example.com' }));
    expect(props.onAllowSite).toHaveBeenCalledOnce();
  });

  it('says when access to a listed site was taken back, with one button that gives it', () => {
    const { props } = show({ state: 'no-access', site: 'isna.ir', isListed: true });
    expect(screen.getByText('مرورگر اجازه خواندن این سایت را از پیشینه گرفته است.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'همین صفحه را بخوان' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'همیشه در isna.ir' }));
    expect(props.onAllowSite).toHaveBeenCalledOnce();
  });

  it('opens the panel where the browser has one', () => {
    const { props } = show(read);
    fireEvent.click(screen.getByRole('button', { name: 'نام‌های این خبر' }));
    expect(props.onPanel).toHaveBeenCalledOnce();
    cleanup();
    show(read, { hasPanel: false });
    expect(screen.queryByRole('button', { name: 'نام‌های این خبر' })).toBeNull();
  });

  it('leads to the library and to the settings', () => {
    const { props } = show(read);
    fireEvent.click(screen.getByRole('button', { name: 'متن‌های ذخیره‌شده' }));
    expect(props.onLibrary).toHaveBeenCalledOnce();
    fireEvent.click(screen.getByRole('button', { name: 'تنظیمات' }));
    expect(props.onOptions).toHaveBeenCalledOnce();
  });

  it.each<[string, PopupPage]>([
    ['این صفحه فارسی نیست و دست نخورده است.', { state: 'not-persian', site: 'isna.ir' }],
    ['مرورگر اجازه خواندن این صفحه را به هیچ افزونه‌ای نمی‌دهد.', { state: 'unreadable' }],
    ['در این صفحه نام آشنایی نیست.', { state: 'read', site: 'isna.ir', entities: [] }],
    ['در حال خواندن صفحه…', { state: 'reading' }],
  ])('says «%s»', (sentence, page) => {
    show(page);
    expect(screen.getByText(sentence)).toBeTruthy();
  });

  it('speaks English where the browser does', () => {
    show(read, { language: 'en' });
    expect(screen.getByText('1 known names on this page')).toBeTruthy();
    expect(screen.getByText('A country')).toBeTruthy();
  });

  it.each<PopupPage>([
    read,
    { state: 'no-access', site: 'example.com', isListed: false },
    { state: 'not-persian', site: 'isna.ir' },
  ])('is accessible', async (page) => {
    await expectAccessible(show(page).container);
  });
});
