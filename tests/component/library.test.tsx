// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { LibraryView } from '../../components/library/LibraryView.tsx';
import type { Highlight } from '../../core/highlights/highlight.ts';
import { readOpening } from '../../core/highlights/library/address.ts';
import type { Brief } from '../../core/messages/brief.ts';
import { expectAccessible } from '../support/accessibility.ts';
import { entity } from '../support/entities.ts';
import { highlight } from '../support/highlights.ts';
import { libraryService } from '../support/library-service.ts';
import { textsIn } from '../support/texts.ts';

afterEach(cleanup);

const t = textsIn('fa');
const PORT_BUTTON = 'متن‌هایی که از بندر سفید نام می‌برند';
const PORT: Brief = {
  id: 'port',
  kind: 'place',
  name: { fa: 'بندر سفید', en: 'White Port' },
  gloss: { fa: 'بندری در جنوب', en: 'A port in the south' },
};

const talks = highlight('گفت‌وگوها درباره هم‌میهنان ادامه دارد', { tags: ['دیپلماسی'], note: 'برای گزارش هفته' });
const ships = highlight('سه کشتی به بندر سفید رسیدند', {
  color: 'green',
  entities: ['port'],
  page: {
    key: 'other.ir/2',
    address: 'https://other.ir/2',
    title: 'کشتی‌ها رسیدند',
    site: 'other.ir',
    date: '2026-11-20',
  },
  created: '2026-10-30T10:00:00.000Z',
});
const lost = highlight('این متن پیدا نشد', { anchoring: { state: 'orphaned', reason: 'page-changed' } });
const binned = highlight('متن دورانداخته', { removed: '2026-11-24T10:00:00.000Z' });
const ALL = [talks, lost, ships, binned];

async function show(highlights: readonly Highlight[] = ALL, { search = '', health = {}, wide = true } = {}) {
  const service = libraryService(highlights, health, [PORT]);
  const view = render(
    <LibraryView service={service} opening={readOpening(search)} isWide={wide} language="fa" t={t} />,
  );
  await waitFor(() => expect(view.container.querySelector('main')?.getAttribute('aria-busy')).toBe('false'));
  return { ...view, service };
}

const quotes = () => [...document.querySelectorAll('blockquote')].map(({ textContent }) => textContent);
const passage = (text: string) => {
  const row = [...document.querySelectorAll('article')].find(({ textContent }) => textContent?.includes(text));
  if (!row) throw new Error(`no passage ${text}`);
  return within(row as HTMLElement);
};
const press = (name: string | RegExp, where: Pick<typeof screen, 'getByRole'> = screen) =>
  fireEvent.click(where.getByRole('button', { name }));
const search = (query: string) => fireEvent.input(screen.getByRole('searchbox'), { target: { value: query } });
const choose = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });

describe('the list of saved passages', () => {
  it('groups them by page, with title, site and article date', async () => {
    await show();
    const headings = screen
      .getAllByRole('heading', { level: 2 })
      .filter(({ parentElement }) => parentElement?.matches('.group'));
    expect(headings.map(({ textContent }) => textContent)).toEqual(['یک خبر', 'کشتی‌ها رسیدند']);
    expect(screen.getByRole('link', { name: 'کشتی‌ها رسیدند' }).getAttribute('href')).toBe('https://other.ir/2');
    expect(screen.getByText('۲۹ آبان ۱۴۰۵')).toBeTruthy();
    expect(quotes()).toEqual([talks, lost, ships].map(({ selectors }) => selectors.quote.exact));
  });

  it('groups them by the day of saving in the Persian calendar', async () => {
    await show();
    choose('دسته‌بندی', 'day');
    expect(screen.getByRole('heading', { name: '۲ آذر ۱۴۰۵' })).toBeTruthy();
    expect(screen.getByRole('heading', { name: '۸ آبان ۱۴۰۵' })).toBeTruthy();
  });

  it('makes no link of an address that is not of the web', async () => {
    await show([highlight('متنی', { page: { ...ships.page, address: 'javascript:alert(1)' } })]);
    expect(screen.queryByRole('link')).toBeNull();
    expect(screen.getByRole('heading', { name: 'کشتی‌ها رسیدند' })).toBeTruthy();
  });

  it('tells colour, note, tags, names and day of each', async () => {
    await show();
    expect(passage('سه کشتی').getByText('رنگ: سبز.')).toBeTruthy();
    expect(passage('گفت‌وگوها').getByText('برای گزارش هفته')).toBeTruthy();
    expect(passage('گفت‌وگوها').getByText('#دیپلماسی')).toBeTruthy();
    expect(await screen.findByRole('button', { name: PORT_BUTTON })).toBeTruthy();
    expect(passage('سه کشتی').getByText('ذخیره‌شده در ۸ آبان ۱۴۰۵')).toBeTruthy();
  });

  it('says in words why a passage was not found, and nothing while it is looked for', async () => {
    await show([lost, highlight('متن دیگر', { anchoring: { state: 'looking' } })]);
    expect(document.querySelectorAll('.passage-orphan')).toHaveLength(1);
    expect(passage('این متن پیدا نشد').getByText(/متن صفحه عوض شده بود/)).toBeTruthy();
  });

  it('shows the beginning of a long passage until the reader wants all of it', async () => {
    await show([highlight('جمله‌ای بلند و باز هم بلندتر. '.repeat(40))]);
    const quote = document.querySelector('blockquote');
    expect(quote?.dataset.clamped).toBe('true');
    press('نمایش همه متن');
    expect(quote?.dataset.clamped).toBe('false');
    expect(screen.queryByRole('button', { name: 'نمایش همه متن' })).toBeNull();
    press('نمایش کوتاه');
    expect(quote?.dataset.clamped).toBe('true');
  });

  it('tells a new reader how to save', async () => {
    await show([]);
    expect(screen.getByText(/هنوز چیزی ذخیره نکرده‌اید/)).toBeTruthy();
    expect(screen.queryByRole('searchbox')).toBeNull();
  });

  it('renders a few of thousands, each with its place in the whole', async () => {
    const many = Array.from({ length: 3000 }, (_, index) => highlight(`متن شماره ${index}`));
    await show(many);
    const rows = screen.getAllByRole('listitem').filter((row) => row.hasAttribute('aria-posinset'));
    expect(rows.length).toBeLessThan(60);
    expect(rows[1]?.getAttribute('aria-setsize')).toBe('3000');
    expect(rows[1]?.getAttribute('aria-posinset')).toBe('2');
  });

  it('scrolls to the passage that its address names, which takes the focus', async () => {
    const many = Array.from({ length: 3000 }, (_, index) => highlight(`متن شماره ${index}`));
    await show(many, { search: `?highlight=${many[2000]?.id}` });
    await waitFor(() => expect(document.activeElement?.textContent).toContain('متن شماره 2000'));
  });

  it('shows the passage that its address names in the bin, when it lies there', async () => {
    await show(ALL, { search: `?highlight=${binned.id}` });
    await waitFor(() => expect(quotes()).toEqual([binned.selectors.quote.exact]));
  });

  it('reads everything again when the reader comes back, and keeps search and selection', async () => {
    const { service } = await show();
    search('کشتی');
    fireEvent.click(passage('سه کشتی').getByRole('checkbox'));
    const later = highlight('کشتی چهارم هم رسید', { page: ships.page, created: '2026-11-25T10:00:00.000Z' });
    service.readAll.mockResolvedValue({ ok: true, highlights: [later, ...ALL] });
    act(() => void document.dispatchEvent(new Event('visibilitychange')));
    await screen.findByText(/چهارم هم رسید/);
    expect(quotes()).toHaveLength(2);
    expect(screen.getByText('۱ متن انتخاب شده است')).toBeTruthy();
  });

  it('shows what was changed elsewhere as soon as it hears of it', async () => {
    const { service } = await show();
    const later = highlight('تازه‌ترین متن', { created: '2026-11-25T10:00:00.000Z' });
    service.readAll.mockResolvedValue({ ok: true, highlights: [later, ...ALL] });
    service.onChanged.mock.lastCall?.[0]();
    await screen.findByText('تازه‌ترین متن');
  });

  it('tells the address that shows the same again, once the reader has chosen', async () => {
    const onAddress = vi.fn();
    const service = libraryService(ALL, {}, [PORT]);
    render(
      <LibraryView service={service} opening={readOpening('')} isWide language="fa" t={t} onAddress={onAddress} />,
    );
    await screen.findByRole('searchbox');
    search('کشتی');
    press('سبز ۱');
    await waitFor(() => expect(onAddress).toHaveBeenCalled());
    const again = readOpening(onAddress.mock.lastCall?.[0]);
    expect(again).toMatchObject({ filter: { query: 'کشتی', color: 'green' }, grouping: 'page' });
  });

  it('listens to nothing once it is gone', async () => {
    const { service, unmount } = await show();
    expect(service.readAll).toHaveBeenCalledOnce();
    act(() => void unmount());
    document.dispatchEvent(new Event('visibilitychange'));
    expect(service.readAll).toHaveBeenCalledOnce();
  });
});

describe('finding a passage', () => {
  it('answers while the reader types, whatever the spelling, and marks what it found', async () => {
    await show();
    search('هم ميهن');
    expect(quotes()).toEqual([talks.selectors.quote.exact]);
    search('هممیهنان');
    expect([...document.querySelectorAll('blockquote mark')].map(({ textContent }) => textContent)).toEqual([
      'هم‌میهنان',
    ]);
  });

  it.each([
    ['the note', 'گزارش', 'گفت‌وگوها'],
    ['a tag', 'دیپلماسی', 'گفت‌وگوها'],
    ['the title', 'کشتیها', 'سه کشتی'],
    ['the site', 'other.ir', 'سه کشتی'],
    ['the name of an entity', 'White', 'سه کشتی'],
  ])('looks into %s', async (_, query, found) => {
    await show();
    await screen.findByRole('button', { name: PORT_BUTTON });
    search(query);
    expect(quotes()).toHaveLength(1);
    expect(quotes()[0]).toContain(found);
  });

  it('says when nothing fits, and clears everything at once', async () => {
    await show();
    search('چنین چیزی نیست');
    choose('سایت', 'other.ir');
    expect(screen.getByText('هیچ متنی با این جستجو و پالایه‌ها جور نیست.')).toBeTruthy();
    fireEvent.click(screen.getAllByRole('button', { name: 'پاک کردن همه پالایه‌ها' })[0] as HTMLElement);
    expect(quotes()).toHaveLength(3);
  });

  it('shows how many each choice holds', async () => {
    await show();
    const options = (label: string) =>
      [...(screen.getByLabelText(label) as HTMLSelectElement).options].map(({ text }) => text);
    expect(options('سایت')).toEqual(['همه', 'isna.ir (۲)', 'other.ir (۱)']);
    expect(options('ماه ذخیره')).toEqual(['همه', 'آذر ۱۴۰۵ (۲)', 'آبان ۱۴۰۵ (۱)']);
    expect(options('برچسب')).toEqual(['همه', 'دیپلماسی (۱)']);
    await waitFor(() => expect(options('نام‌برده')).toEqual(['همه', 'بندر سفید (۱)']));
    expect(screen.getByRole('button', { name: 'سبز ۱' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'پیدانشده ۱' })).toBeTruthy();
  });

  it.each([
    ['سایت', 'other.ir', 'سه کشتی'],
    ['برچسب', 'دیپلماسی', 'گفت‌وگوها'],
    ['ماه ذخیره', '2026-10-23', 'سه کشتی'],
  ])('narrows by %s', async (label, value, found) => {
    await show();
    choose(label, value);
    expect(quotes()).toHaveLength(1);
    expect(quotes()[0]).toContain(found);
  });

  it('narrows by colour, and widens again', async () => {
    await show();
    press('سبز ۱');
    expect(quotes()).toEqual([ships.selectors.quote.exact]);
    press('سبز ۱');
    expect(quotes()).toHaveLength(3);
  });

  it('narrows by a tag or a name where the reader sees it', async () => {
    await show();
    press('متن‌های دارای برچسب #دیپلماسی');
    expect(quotes()).toEqual([talks.selectors.quote.exact]);
  });

  it('leads to those that were not found again, and to the bin', async () => {
    await show();
    press('پیدانشده ۱');
    expect(quotes()).toEqual([lost.selectors.quote.exact]);
    press('سطل بازیافت ۱');
    expect(quotes()).toEqual([binned.selectors.quote.exact]);
  });

  it('opens with what its address asks for', async () => {
    await show(ALL, { search: '?view=orphans' });
    expect(quotes()).toEqual([lost.selectors.quote.exact]);
  });

  it('tells who or what an entity is above its passages', async () => {
    const service = libraryService(ALL, {}, [PORT]);
    service.card.mockResolvedValue({
      entity: entity('port', 'بندر سفید', { kind: 'place', background: 'بندری ساختگی برای آزمون.' }),
      related: [],
      others: [],
      highlights: 1,
    });
    render(<LibraryView service={service} opening={readOpening('?entity=port')} isWide language="fa" t={t} />);
    expect(await screen.findByText('بندری ساختگی برای آزمون.')).toBeTruthy();
    expect(quotes()).toEqual([ships.selectors.quote.exact]);
  });
});

describe('what can be done with a passage', () => {
  it('opens it where it stands', async () => {
    const { service } = await show();
    press(/^نمایش در صفحه/, passage('سه کشتی'));
    expect(service.open).toHaveBeenCalledWith(ships.id);
  });

  it('copies it with where it is from', async () => {
    const { service } = await show();
    press(/^رونوشت/, passage('سه کشتی'));
    expect(await screen.findByText('رونوشت برداشته شد.')).toBeTruthy();
    expect(service.copy).toHaveBeenCalledWith(
      '«سه کشتی به بندر سفید رسیدند»\n— کشتی‌ها رسیدند، other.ir، ۲۹ آبان ۱۴۰۵\nhttps://other.ir/2',
    );
  });

  it('says when the browser does not let it copy', async () => {
    const { service } = await show();
    service.copy.mockResolvedValue(false);
    press(/^رونوشت/, passage('سه کشتی'));
    expect((await screen.findByRole('alert')).textContent).toContain('رونوشت برداشته نشد');
  });

  it('takes a removal back by Ctrl+Z, unless the reader types', async () => {
    await show();
    const undo = (where: Element) => fireEvent.keyDown(where, { code: 'KeyZ', ctrlKey: true });
    press(/^حذف: «/, passage('سه کشتی'));
    await waitFor(() => expect(quotes()).toHaveLength(2));
    undo(screen.getByRole('searchbox'));
    undo(document.body);
    await waitFor(() => expect(quotes()).toHaveLength(3));
    expect(screen.getByText('۱ متن بازگردانده شد.')).toBeTruthy();
  });

  it('removes it, and takes that back', async () => {
    const { service } = await show();
    press('حذف: «سه کشتی به بندر سفید رسیدند»');
    expect(await screen.findByText('۱ متن به سطل بازیافت رفت.')).toBeTruthy();
    expect(service.remove).toHaveBeenCalledWith([ships.id]);
    expect(quotes()).toHaveLength(2);
    press('بازگرداندن');
    expect(await screen.findByText('۱ متن بازگردانده شد.')).toBeTruthy();
    expect(service.restore).toHaveBeenCalledWith([ships.id]);
    expect(quotes()).toHaveLength(3);
  });

  it('gives the focus to the next passage when the one that had it is removed', async () => {
    await show();
    const button = passage('گفت‌وگوها').getByRole('button', { name: /^حذف/ });
    button.focus();
    fireEvent.click(button);
    await screen.findByText('۱ متن به سطل بازیافت رفت.');
    await waitFor(() => expect(document.activeElement?.getAttribute('role')).toBe('listitem'));
    expect(document.activeElement?.textContent).toContain('این متن پیدا نشد');
  });

  it.each([
    ['private-window', 'پنجره خصوصی'],
    ['storage', 'پایگاه متن‌های ذخیره‌شده باز نشد'],
    ['disk-full', 'جای دیسک پر است'],
    ['unknown', 'دیگر نیست'],
    ['unanswered', 'پاسخ نداد'],
  ] as const)('says so and changes nothing when it was not done: %s', async (reason, sentence) => {
    const { service } = await show();
    service.remove.mockResolvedValue({ ok: false, reason });
    press(/^حذف/, passage('سه کشتی'));
    expect((await screen.findByRole('alert')).textContent).toContain(sentence);
    expect(quotes()).toHaveLength(3);
  });

  it('restores from the bin, and deletes for good only after asking once more', async () => {
    const { service } = await show(ALL, { search: '?view=bin' });
    press(/^حذف همیشگی/);
    expect(document.activeElement?.textContent).toBe('نه');
    press('نه');
    expect(service.purge).not.toHaveBeenCalled();
    press(/^حذف همیشگی/);
    press('بله، حذف شود');
    expect(await screen.findByText('۱ متن برای همیشه حذف شد.')).toBeTruthy();
    expect(service.purge).toHaveBeenCalledWith([binned.id]);
    expect(screen.getByText('سطل بازیافت خالی است.')).toBeTruthy();
  });
});

describe('editing a passage', () => {
  const edit = async (highlights = ALL) => {
    const shown = await show(highlights);
    press(/^ویرایش/, passage('گفت‌وگوها'));
    const form = screen.getByRole('form');
    return { ...shown, form, note: screen.getByLabelText('یادداشت'), tags: screen.getByLabelText('برچسب‌ها') };
  };

  it('changes colour, note and tags', async () => {
    const { service, note, tags } = await edit();
    fireEvent.click(screen.getByRole('radio', { name: 'آبی' }));
    fireEvent.input(note, { target: { value: 'یادداشت تازه' } });
    fireEvent.input(tags, { target: { value: 'دیپلماسی، #صلح ,' } });
    press('ذخیره');
    expect(await screen.findByText('یادداشت تازه')).toBeTruthy();
    expect(service.change).toHaveBeenCalledWith(talks.id, {
      color: 'blue',
      note: 'یادداشت تازه',
      tags: ['دیپلماسی', 'صلح'],
    });
    expect(screen.queryByRole('form')).toBeNull();
    expect(passage('گفت‌وگوها').getByText('#صلح')).toBeTruthy();
  });

  it('begins in the note', async () => {
    const { note } = await edit();
    expect(document.activeElement).toBe(note);
  });

  it('asks the reader before what was typed would be lost with the page', async () => {
    const leave = () => window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
    const { note } = await edit();
    expect(leave()).toBe(true);
    fireEvent.input(note, { target: { value: 'ناتمام' } });
    expect(leave()).toBe(false);
    press('انصراف');
    expect(leave()).toBe(true);
  });

  it('saves with Ctrl+Enter', async () => {
    const { service, note } = await edit();
    fireEvent.input(note, { target: { value: 'با کلید' } });
    fireEvent.keyDown(note, { key: 'Enter', ctrlKey: true });
    await waitFor(() => expect(screen.queryByRole('form')).toBeNull());
    expect(service.change).toHaveBeenCalledOnce();
  });

  it('changes nothing with Esc', async () => {
    const { service, note } = await edit();
    fireEvent.input(note, { target: { value: 'پشیمان شدم' } });
    fireEvent.keyDown(note, { key: 'Escape' });
    expect(screen.queryByRole('form')).toBeNull();
    expect(service.change).not.toHaveBeenCalled();
    expect(screen.getByText('برای گزارش هفته')).toBeTruthy();
  });

  it('keeps what was typed when saving fails, and says why', async () => {
    const { service, note } = await edit();
    service.change.mockResolvedValue({ ok: false, reason: 'disk-full' });
    fireEvent.input(note, { target: { value: 'نوشته‌ای که نباید گم شود' } });
    press('ذخیره');
    expect((await screen.findByRole('alert')).textContent).toContain('جای دیسک پر است');
    expect(screen.getByLabelText<HTMLTextAreaElement>('یادداشت').value).toBe('نوشته‌ای که نباید گم شود');
  });

  it('keeps what was typed when a search hides the passage for a while', async () => {
    const { note } = await edit();
    fireEvent.input(note, { target: { value: 'ناتمام' } });
    search('کشتی');
    expect(screen.queryByRole('form')).toBeNull();
    search('');
    expect(screen.getByLabelText<HTMLTextAreaElement>('یادداشت').value).toBe('ناتمام');
  });

  it('keeps what was typed when the list scrolls far away or is read again', async () => {
    const many = Array.from({ length: 2000 }, (_, index) => highlight(`متن شماره ${index}`));
    const { note, service } = await edit([
      { ...talks, created: '2026-11-26T10:00:00.000Z', page: { ...talks.page, key: 'a.ir' } },
      ...many,
    ]);
    fireEvent.input(note, { target: { value: 'ناتمام' } });
    act(() => {
      window.scrollTo(0, 100_000);
      window.dispatchEvent(new Event('scroll'));
    });
    await waitFor(() => expect(quotes().some((quote) => /متن شماره [67]\d\d/.test(quote ?? ''))).toBe(true));
    act(() => void document.dispatchEvent(new Event('visibilitychange')));
    await waitFor(() => expect(service.readAll).toHaveBeenCalledTimes(2));
    expect(screen.getByLabelText<HTMLTextAreaElement>('یادداشت').value).toBe('ناتمام');
    window.scrollTo(0, 0);
  });

  it('offers tags that were used before', async () => {
    const { tags } = await edit([...ALL, highlight('دیگری', { tags: ['صلح', 'سفر'] })]);
    fireEvent.input(tags, { target: { value: 'دیپلماسی، ص' } });
    expect(screen.queryByRole('button', { name: '#سفر' })).toBeNull();
    press('#صلح');
    expect(screen.getByLabelText<HTMLInputElement>('برچسب‌ها').value).toBe('دیپلماسی، صلح، ');
  });
});

describe('several passages at once', () => {
  it('selects all that are shown, not only what is rendered, and removes them with a way back', async () => {
    const many = Array.from({ length: 1500 }, (_, index) => highlight(`متن شماره ${index}`, { tags: ['یک'] }));
    const { service } = await show([...many, ...ALL]);
    choose('برچسب', 'یک');
    fireEvent.click(screen.getByLabelText('انتخاب همه موارد این فهرست'));
    expect(screen.getByText('۱٬۵۰۰ متن انتخاب شده است')).toBeTruthy();
    press('حذف انتخاب‌شده‌ها');
    expect(await screen.findByText('۱٬۵۰۰ متن به سطل بازیافت رفت.')).toBeTruthy();
    expect(service.remove.mock.calls[0]?.[0]).toHaveLength(1500);
    press('بازگرداندن');
    await screen.findByText('۱٬۵۰۰ متن بازگردانده شد.');
    expect(service.restore.mock.calls[0]?.[0]).toHaveLength(1500);
  });

  it('does nothing to a selected passage that the filters hide', async () => {
    const { service } = await show();
    fireEvent.click(passage('سه کشتی').getByRole('checkbox'));
    fireEvent.click(passage('گفت‌وگوها').getByRole('checkbox'));
    search('کشتی');
    expect(screen.getByText('۱ متن انتخاب شده است')).toBeTruthy();
    press('حذف انتخاب‌شده‌ها');
    await screen.findByText('۱ متن به سطل بازیافت رفت.');
    expect(service.remove).toHaveBeenCalledWith([ships.id]);
  });

  it('deletes selected ones of the bin for good after asking once more', async () => {
    const { service } = await show(ALL, { search: '?view=bin' });
    fireEvent.click(screen.getByLabelText('انتخاب همه موارد این فهرست'));
    press('حذف همیشگی انتخاب‌شده‌ها');
    expect(service.purge).not.toHaveBeenCalled();
    press('بله، حذف شود');
    await screen.findByText('۱ متن برای همیشه حذف شد.');
  });

  it('exports the selected ones', async () => {
    const { service } = await show();
    fireEvent.click(passage('سه کشتی').getByRole('checkbox'));
    press('برون‌بری انتخاب‌شده‌ها');
    const file = service.saveFile.mock.calls[0]?.[0];
    expect(file?.content).toContain('سه کشتی');
    expect(file?.content).not.toContain('گفت‌وگوها');
    expect(service.noteExport).not.toHaveBeenCalled();
  });
});

describe('to everybody', () => {
  it.each([
    ['the list', ALL, ''],
    ['the bin', ALL, '?view=bin'],
    ['an empty library', [], ''],
  ])('is accessible: %s', async (_, highlights, search) => {
    const { container } = await show(highlights, { search });
    await expectAccessible(container);
  });

  it('is accessible while a passage is edited, some are selected, something was removed, and nothing fits', async () => {
    const { container } = await show();
    press(/^ویرایش/, passage('گفت‌وگوها'));
    fireEvent.click(passage('سه کشتی').getByRole('checkbox'));
    press(/^حذف/, passage('این متن پیدا نشد'));
    await screen.findByText('۱ متن به سطل بازیافت رفت.');
    await expectAccessible(container);
    search('چنین چیزی نیست');
    await expectAccessible(container);
  });

  it('speaks English too', async () => {
    render(
      <LibraryView
        service={libraryService(ALL)}
        opening={readOpening('')}
        isWide={false}
        language="en"
        t={textsIn('en')}
      />,
    );
    expect(await screen.findByText('Saved on 30 October 2026')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Bin 1' })).toBeTruthy();
  });
});
