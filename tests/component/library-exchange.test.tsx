// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { exportContext } from '../../components/library/export-words.ts';
import { LibraryView } from '../../components/library/LibraryView.tsx';
import { exportHighlights } from '../../core/highlights/exchange/export.ts';
import { readImport } from '../../core/highlights/exchange/import.ts';
import type { Highlight } from '../../core/highlights/highlight.ts';
import { readOpening } from '../../core/highlights/library/address.ts';
import type { Health } from '../../core/messages/requests.ts';
import { expectAccessible } from '../support/accessibility.ts';
import { highlight } from '../support/highlights.ts';
import { libraryService } from '../support/library-service.ts';
import { textsIn } from '../support/texts.ts';

afterEach(cleanup);

const one = highlight('متن نخست');
const two = highlight('متن دوم');
const binned = highlight('متن دورانداخته', { removed: '2026-11-24T10:00:00.000Z' });
const HERE = [one, two, binned];
const DAY = 24 * 60 * 60 * 1000;

async function show(highlights: readonly Highlight[] = HERE, health: Partial<Health> = {}) {
  const service = libraryService(highlights, health);
  return { service, ...(await open(service)) };
}

async function open(service: ReturnType<typeof libraryService>) {
  const view = render(
    <LibraryView service={service} opening={readOpening('')} isWide={true} language="fa" t={textsIn('fa')} />,
  );
  await waitFor(() => expect(view.container.querySelector('main')?.getAttribute('aria-busy')).toBe('false'));
  return view;
}

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const chooseFile = (content: string, name = 'highlights.jsonld') =>
  fireEvent.change(screen.getByLabelText('انتخاب پرونده'), { target: { files: [new File([content], name)] } });
const openTools = () => {
  for (const tools of document.querySelectorAll<HTMLDetailsElement>('details.tools')) tools.open = true;
};

/** A file as the library itself writes it. */
function fileOf(highlights: readonly Highlight[]): string {
  return exportHighlights(highlights, 'json-ld', exportContext({ language: 'fa', t: textsIn('fa') }, new Map()))
    .content;
}

describe('export', () => {
  it('writes all into a file that can be read again, the bin included, and notes it', async () => {
    const { service } = await show();
    openTools();
    press('برون‌بری همه ۳');
    expect(await screen.findByText('۳ متن در پرونده نوشته شد.')).toBeTruthy();
    const file = service.saveFile.mock.calls[0]?.[0];
    expect(file?.name).toMatch(/\.jsonld$/);
    expect(readImport(file?.content ?? '')).toMatchObject({ ok: true, highlights: HERE, refused: [] });
    await waitFor(() => expect(service.noteExport).toHaveBeenCalledOnce());
    expect(service.check).toHaveBeenCalledTimes(2);
  });

  it.each([
    ['markdown', /\.md$/],
    ['csv', /\.csv$/],
    ['html', /\.html$/],
  ])('writes what is to be read without the bin: %s', async (format, name) => {
    const { service } = await show();
    openTools();
    fireEvent.change(screen.getByLabelText('قالب پرونده'), { target: { value: format } });
    press('برون‌بری همه ۲');
    const file = service.saveFile.mock.calls[0]?.[0];
    expect(file?.name).toMatch(name);
    expect(file?.content).toContain('متن نخست');
    expect(file?.content).not.toContain('دورانداخته');
  });

  it('writes what the filters show', async () => {
    const { service } = await show();
    openTools();
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'دوم' } });
    press('برون‌بری این فهرست ۱');
    expect(service.saveFile.mock.calls[0]?.[0].content).toContain('متن دوم');
    expect(service.saveFile.mock.calls[0]?.[0].content).not.toContain('متن نخست');
    expect(service.noteExport).not.toHaveBeenCalled();
  });
});

describe('import', () => {
  it('shows what would come, adds nothing before the reader agrees, and then what is new', async () => {
    const fresh = highlight('متن تازه از پرونده');
    const content = fileOf([one, { ...two, note: 'یادداشت دیگر' }, fresh]);
    const { service } = await show();
    openTools();
    chooseFile(content);
    expect(await screen.findByText('تازه: ۱')).toBeTruthy();
    expect(screen.getByText('از پیش هست: ۱')).toBeTruthy();
    expect(screen.getByText(/مال شما می‌ماند/).textContent).toContain('۱');
    expect(service.add).not.toHaveBeenCalled();
    press('افزودن ۱ متن');
    expect(await screen.findByText('۱ متن افزوده شد.')).toBeTruthy();
    expect(service.add).toHaveBeenCalledWith([fresh]);
    expect(await screen.findByText('متن تازه از پرونده')).toBeTruthy();
  });

  it('changes nothing when the reader cancels, and reads the same file again', async () => {
    const content = fileOf([highlight('متن تازه')]);
    const { service } = await show();
    openTools();
    chooseFile(content);
    await screen.findByText('تازه: ۱');
    press('انصراف');
    expect(screen.queryByText('تازه: ۱')).toBeNull();
    expect(service.add).not.toHaveBeenCalled();
    chooseFile(content);
    expect(await screen.findByText('تازه: ۱')).toBeTruthy();
  });

  it('says which items are refused, and why, with the first of each', async () => {
    const annotation = (more: object) => ({
      id: 'a',
      uri: 'https://a.ir/1',
      target: [{ source: 'https://a.ir/1' }],
      ...more,
    });
    const note = annotation({
      text: 'یادداشتی درباره همه صفحه',
      created: '2026-11-20T10:00:00Z',
      updated: '2026-11-20T10:00:00Z',
    });
    await show();
    openTools();
    chooseFile(JSON.stringify({ total: 2, rows: [note, { ...note, id: 'b', references: ['a'] }] }));
    expect(await screen.findByText('پذیرفته نمی‌شود: ۲')).toBeTruthy();
    expect(screen.getByText('متنی از صفحه ندارد (۱)')).toBeTruthy();
    expect(screen.getByText('پاسخ به یادداشتی دیگر است (۱)')).toBeTruthy();
    expect(screen.getByText('مورد ۱:').textContent).toContain('یادداشتی درباره همه صفحه');
    expect(screen.queryByRole('button', { name: /^افزودن/ })).toBeNull();
  });

  it.each([
    ['', 'این پرونده خالی است.'],
    ['{"type":', 'این پرونده JSON نیست یا ناقص است.'],
    ['{"hello":1}', 'این پرونده نه از پیشینه است و نه از Hypothesis.'],
    ['{"total":0,"rows":[]}', 'در این پرونده هیچ متنی نیست.'],
  ])('says in one sentence what is wrong with a bad file: %j', async (content, sentence) => {
    const { service } = await show();
    openTools();
    chooseFile(content);
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toBe(`${sentence} چیزی تغییر نکرد.`);
    expect(service.add).not.toHaveBeenCalled();
  });

  it('sends thousands in several messages', async () => {
    const content = fileOf(Array.from({ length: 2100 }, (_, index) => highlight(`متن ${index}`)));
    const { service } = await show();
    openTools();
    chooseFile(content);
    fireEvent.click(await screen.findByRole('button', { name: 'افزودن ۲٬۱۰۰ متن' }));
    expect(await screen.findByText('۲٬۱۰۰ متن افزوده شد.')).toBeTruthy();
    expect(service.add.mock.calls.map(([part]) => part.length)).toEqual([1000, 1000, 100]);
  });

  it('says how many were added before the store failed, and that the rest can be added', async () => {
    const content = fileOf(Array.from({ length: 2100 }, (_, index) => highlight(`متن ${index}`)));
    const { service } = await show();
    service.add.mockResolvedValueOnce({ ok: true, added: 1000, same: 0 });
    service.add.mockResolvedValueOnce({ ok: false, reason: 'disk-full' });
    openTools();
    chooseFile(content);
    fireEvent.click(await screen.findByRole('button', { name: 'افزودن ۲٬۱۰۰ متن' }));
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('جای دیسک پر است');
    expect(alert.textContent).toContain('پیش از آن ۱٬۰۰۰ متن افزوده شد');
    expect(service.add).toHaveBeenCalledTimes(2);
  });

  it('is accessible while it asks', async () => {
    const content = fileOf([highlight('متن تازه')]);
    const { container } = await show();
    openTools();
    chooseFile(content);
    await screen.findByText('تازه: ۱');
    await expectAccessible(container);
  });
});

describe('safety', () => {
  const backups = [
    { id: 'late', made: '2026-11-23T10:00:00.000Z', count: 2 },
    { id: 'early', made: '2026-11-20T10:00:00.000Z', count: 9 },
  ];

  it('tells how many passages are missing, and brings them back from the latest backup that has more', async () => {
    const { service, container } = await show([one, two], { missing: 7, backups });
    const gone = highlight('متن گم‌شده');
    service.readBackup.mockResolvedValue({ ok: true, highlights: [one, gone] });
    expect((await screen.findByRole('alert')).textContent).toContain('۷ متن');
    await expectAccessible(container);
    press('بازگرداندن از پشتیبان ۲۹ آبان ۱۴۰۵ (۹ متن)');
    expect(await screen.findByText('تازه: ۱')).toBeTruthy();
    expect(service.readBackup).toHaveBeenCalledWith('early');
    press('افزودن ۱ متن');
    await screen.findByText('۱ متن افزوده شد.');
    expect(service.add).toHaveBeenCalledWith([gone]);
  });

  it('is told once that the reader knows of the loss', async () => {
    const { service } = await show([one], { missing: 1 });
    await screen.findByText(/هیچ پشتیبانی بیش از این ندارد/);
    service.check.mockResolvedValue({
      ok: true,
      health: { count: 1, missing: 0, backups: [], sinceExport: 0, lastExport: null },
    });
    press('می‌دانم، دیگر نگو');
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    expect(service.acceptLoss).toHaveBeenCalledOnce();
  });

  it('says that nothing was deleted when the database does not open, with a way on', async () => {
    const service = libraryService([one, two], { backups });
    service.readAll.mockResolvedValueOnce({ ok: false, reason: 'storage' });
    service.readBackup.mockResolvedValue({ ok: true, highlights: [one, two] });
    const { container } = await open(service);
    const alert = screen.getByRole('alert');
    expect(alert.textContent).toContain('چیزی حذف نشده است');
    expect(screen.queryByText(/هنوز چیزی ذخیره نکرده‌اید/)).toBeNull();
    await expectAccessible(container);
    fireEvent.click(await screen.findByRole('button', { name: 'گرفتن پشتیبان ۲ آذر ۱۴۰۵ (۲ متن) در یک پرونده' }));
    await waitFor(() => expect(service.saveFile).toHaveBeenCalledOnce());
    expect(readImport(service.saveFile.mock.calls[0]?.[0].content ?? '')).toMatchObject({ highlights: [one, two] });
    press('دوباره');
    expect(await screen.findByText('متن نخست')).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('keeps the list when a later reading fails', async () => {
    const { service } = await show();
    service.readAll.mockResolvedValue({ ok: false, reason: 'storage' });
    document.dispatchEvent(new Event('visibilitychange'));
    await screen.findByRole('alert');
    expect(screen.getByText('متن نخست')).toBeTruthy();
  });

  it('lists the backups, each of which can be brought back', async () => {
    const { service } = await show(HERE, { backups });
    service.readBackup.mockResolvedValue({ ok: false, reason: 'unknown' });
    openTools();
    fireEvent.click(await screen.findByRole('button', { name: 'بازگرداندن از این: ۲ آذر ۱۴۰۵ (۲ متن)' }));
    expect((await screen.findByRole('alert')).textContent).toContain('دیگر نیست');
  });
});

describe('the reminder of an export', () => {
  const longAgo = new Date(Date.now() - 91 * DAY).toISOString();
  const lately = new Date(Date.now() - 89 * DAY).toISOString();
  const reminder = () => screen.queryByText(/متن ذخیره کرده‌اید/);

  it.each([
    [50, null, true],
    [50, longAgo, true],
    [50, lately, false],
    [49, null, false],
  ])('after %i passages and an export at %s: %s', async (sinceExport, lastExport, isShown) => {
    const { service } = await show(HERE, { sinceExport, lastExport });
    await waitFor(() => expect(service.check).toHaveResolved());
    if (isShown) await waitFor(() => expect(reminder()).toBeTruthy());
    else expect(reminder()).toBeNull();
  });

  it('exports everything at once', async () => {
    const { service } = await show(HERE, { sinceExport: 60 });
    fireEvent.click(await screen.findByRole('button', { name: 'برون‌بری همه، همین حالا' }));
    expect(readImport(service.saveFile.mock.calls[0]?.[0].content ?? '')).toMatchObject({ highlights: HERE });
    await waitFor(() => expect(service.noteExport).toHaveBeenCalledOnce());
  });

  it('leaves the reader in peace for this visit and thirty days', async () => {
    const { service } = await show(HERE, { sinceExport: 60 });
    fireEvent.click(await screen.findByRole('button', { name: 'بعد' }));
    expect(reminder()).toBeNull();
    expect(service.putOffReminder).toHaveBeenCalledOnce();
    cleanup();
    for (const [days, isShown] of [
      [29, false],
      [31, true],
    ] as const) {
      const again = libraryService(HERE, { sinceExport: 60 });
      again.reminderPutOff.mockReturnValue(Date.now() - days * DAY);
      await open(again);
      await waitFor(() => expect(again.check).toHaveResolved());
      await waitFor(() => expect(reminder() !== null).toBe(isShown));
      cleanup();
    }
  });
});
