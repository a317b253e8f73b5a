// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type LibraryProps, type LibraryState, LibraryView } from '../../components/LibraryView.tsx';
import { expectAccessible } from '../support/accessibility.ts';
import { highlight } from '../support/highlights.ts';
import { textsIn } from '../support/texts.ts';

afterEach(cleanup);

const one = highlight('گفت‌وگوها ادامه دارد');
const lost = highlight('این متن پیدا نشد', { anchoring: { state: 'orphaned', reason: 'not-found' } });
const ready = (missing = 0): LibraryState => ({ state: 'ready', highlights: [one, lost], missing });

function show(library: LibraryState, more: Partial<LibraryProps> = {}) {
  const props: LibraryProps = {
    library,
    deleted: undefined,
    language: 'fa',
    t: textsIn('fa'),
    onDelete: vi.fn(),
    onUndo: vi.fn(),
    ...more,
  };
  return { ...render(<LibraryView {...props} />), props };
}

describe('the library', () => {
  it('lists passages with their page and the day they were saved', () => {
    show(ready());
    expect(screen.getByText('گفت‌وگوها ادامه دارد')).toBeTruthy();
    expect(screen.getAllByRole('link')[0]?.getAttribute('href')).toBe('https://www.isna.ir/news/1');
    expect(screen.getAllByText('ذخیره‌شده در ۲ آذر ۱۴۰۵')).toHaveLength(2);
    expect(screen.getByText('۲ متن')).toBeTruthy();
  });

  it('says why a passage was not found', () => {
    show(ready());
    expect(screen.getByText('در آخرین بازدید، این متن در صفحه پیدا نشد.')).toBeTruthy();
  });

  it('deletes one, and offers to bring it back', () => {
    const { props } = show(ready(), { deleted: lost });
    fireEvent.click(screen.getByRole('button', { name: 'حذف «گفت‌وگوها ادامه دارد»' }));
    expect(props.onDelete).toHaveBeenCalledWith(one);
    fireEvent.click(screen.getByRole('button', { name: 'بازگرداندن' }));
    expect(props.onUndo).toHaveBeenCalledOnce();
  });

  it('tells when passages are missing, and when the database does not open', () => {
    show(ready(3));
    expect(screen.getByRole('alert').textContent).toContain('۳ متن');
    cleanup();
    show({ state: 'failed' });
    expect(screen.getByRole('alert').textContent).toContain('باز نشد');
    expect(screen.queryByText(/هنوز چیزی ذخیره نکرده‌اید/)).toBeNull();
  });

  it('tells a new reader how to save', () => {
    show({ state: 'ready', highlights: [], missing: 0 });
    expect(screen.getByText(/هنوز چیزی ذخیره نکرده‌اید/)).toBeTruthy();
  });

  it.each<LibraryState>([ready(2), { state: 'failed' }, { state: 'ready', highlights: [], missing: 0 }])(
    'is accessible',
    async (library) => {
      await expectAccessible(show(library, { deleted: one }).container);
    },
  );
});
