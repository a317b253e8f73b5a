// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ColorChoice } from '../../components/ColorChoice.tsx';
import { RemarksForm, type RemarksFormProps } from '../../components/RemarksForm.tsx';
import { expectAccessible } from '../support/accessibility.ts';
import { textsIn } from '../support/texts.ts';

afterEach(cleanup);

const t = textsIn('fa');

describe('the choice of a colour', () => {
  it('offers five by name, one of which is chosen', async () => {
    const onChange = vi.fn();
    const { container } = render(<ColorChoice value="pink" t={t} onChange={onChange} />);
    const choices = screen.getAllByRole<HTMLInputElement>('radio');
    expect(choices.map(({ labels }) => labels?.[0]?.textContent)).toEqual(['زرد', 'سبز', 'آبی', 'صورتی', 'بنفش']);
    expect(choices.map(({ checked }) => checked)).toEqual([false, false, false, true, false]);
    fireEvent.click(screen.getByLabelText('بنفش'));
    expect(onChange).toHaveBeenCalledWith('purple');
    await expectAccessible(container);
  });

  it('can be told from another on the same page', () => {
    render(
      <>
        <ColorChoice value="pink" t={t} onChange={vi.fn()} />
        <ColorChoice value="blue" t={t} onChange={vi.fn()} />
      </>,
    );
    const chosen = screen.getAllByRole<HTMLInputElement>('radio').filter(({ checked }) => checked);
    expect(chosen.map(({ labels }) => labels?.[0]?.textContent)).toEqual(['صورتی', 'آبی']);
  });
});

describe('the form of remarks', () => {
  const show = (more: Partial<RemarksFormProps> = {}) => {
    const on = { onSave: vi.fn(), onCancel: vi.fn(), onDraft: vi.fn() };
    const remarks = { color: 'green', note: 'یادداشت', tags: ['یک', 'دو'] } as const;
    const props: RemarksFormProps = {
      remarks: { ...remarks, tags: [...remarks.tags] },
      knownTags: ['سه', 'یک'],
      t,
      ...on,
      ...more,
    };
    const view = render(<RemarksForm {...props} />);
    return { ...view, ...on, props };
  };

  it('begins with what is stored, and gives it back unchanged', async () => {
    const { onSave, container } = show();
    fireEvent.click(screen.getByRole('button', { name: 'ذخیره' }));
    expect(onSave).toHaveBeenCalledWith({});
    await expectAccessible(container);
  });

  it('tells of everything that is typed', () => {
    const { onDraft } = show();
    fireEvent.input(screen.getByLabelText('یادداشت'), { target: { value: 'نو' } });
    const begun = { color: 'green', note: 'یادداشت', tags: ['یک', 'دو'] };
    expect(onDraft).toHaveBeenLastCalledWith({ color: 'green', note: 'نو', typedTags: 'یک، دو', begun });
  });

  it('tells what was changed in it, and nothing that was changed elsewhere meanwhile', () => {
    const { onSave, rerender, props } = show();
    fireEvent.input(screen.getByLabelText('یادداشت'), { target: { value: 'نو ' } });
    rerender(<RemarksForm {...props} remarks={{ color: 'blue', note: 'از زبانه دیگر', tags: ['سه'] }} />);
    fireEvent.click(screen.getByRole('button', { name: 'ذخیره' }));
    expect(onSave.mock.lastCall?.[0]).toEqual({ note: 'نو' });
  });

  it('knows what it began with when it is taken away and put back with what was typed', () => {
    const first = show();
    fireEvent.input(screen.getByLabelText('برچسب‌ها', { exact: false }), { target: { value: 'یک' } });
    const draft = first.onDraft.mock.lastCall?.[0];
    first.unmount();
    const { onSave } = show({ draft, remarks: { color: 'pink', note: 'از زبانه دیگر', tags: [] } });
    fireEvent.click(screen.getByRole('button', { name: 'ذخیره' }));
    expect(onSave.mock.lastCall?.[0]).toEqual({ tags: ['یک'] });
  });

  it('saves nothing twice while it saves', () => {
    const { onSave } = show({ isSaving: true });
    fireEvent.keyDown(screen.getByLabelText('یادداشت'), { key: 'Enter', metaKey: true });
    expect(onSave).not.toHaveBeenCalled();
  });

  it('leaves Enter and Esc to an input method', () => {
    const { onSave, onCancel } = show();
    const note = screen.getByLabelText('یادداشت');
    fireEvent.keyDown(note, { key: 'Escape', isComposing: true });
    fireEvent.keyDown(note, { key: 'Enter', ctrlKey: true, isComposing: true });
    expect(onCancel).not.toHaveBeenCalled();
    expect(onSave).not.toHaveBeenCalled();
  });

  it('says why it was not saved', () => {
    show({ fault: 'جای دیسک پر است.' });
    expect(screen.getByRole('alert').textContent).toBe('جای دیسک پر است.');
  });
});
