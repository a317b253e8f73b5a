import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { HighlightColor } from '../core/highlights/colors.ts';
import type { Remarks } from '../core/highlights/highlight.ts';
import { LONGEST_NOTE, LONGEST_TAG, MOST_TAGS } from '../core/highlights/limits.ts';
import { readTags } from '../core/highlights/tags.ts';
import { ColorChoice } from './ColorChoice.tsx';
import type { Texts } from './texts.ts';

/** Remarks while they are typed: the tags as the reader writes them. */
export interface RemarksDraft {
  readonly color: HighlightColor;
  readonly note: string;
  readonly typedTags: string;
  /** What the form began with: the reader may be changing the rest of it elsewhere. */
  readonly begun: Remarks;
}

export interface RemarksFormProps {
  /** What is stored now. */
  readonly remarks: Remarks;
  /** Tags used before, the most used first. */
  readonly knownTags: readonly string[];
  /** What was typed before the form was taken away and put back; what is stored counts when left out. */
  readonly draft?: RemarksDraft | undefined;
  readonly isSaving?: boolean;
  /** Why saving failed; what was typed stays. */
  readonly fault?: string | undefined;
  readonly t: Texts;
  /** Every change, for whoever must keep it. */
  onDraft?(draft: RemarksDraft): void;
  /** @param changes what differs from what the form began with: all that is to be stored */
  onSave(changes: Partial<Remarks>): void;
  onCancel(): void;
}

/** Known tags offered at once. */
const MOST_OFFERED = 6;
/** All tags at their longest, with what stands between them. */
const LONGEST_TAGS = MOST_TAGS * (LONGEST_TAG + 2);

/** Colour, note and tags of a passage. Ctrl+Enter saves, Esc cancels. */
export function RemarksForm(props: RemarksFormProps) {
  const { remarks, knownTags, isSaving = false, fault, t, onDraft, onSave, onCancel } = props;
  const [draft, setDraft] = useState<RemarksDraft>(props.draft ?? draftOf(remarks));
  const noteField = useRef<HTMLTextAreaElement>(null);
  // the button that opened the form is gone; a field that has the focus keeps it
  useLayoutEffect(() => {
    const root = noteField.current?.getRootNode();
    const active = root instanceof Document || root instanceof ShadowRoot ? root.activeElement : null;
    if (active === null || active === document.body) noteField.current?.focus();
  }, []);
  const change = (changes: Partial<RemarksDraft>) => {
    const next = { ...draft, ...changes };
    setDraft(next);
    onDraft?.(next);
  };
  const save = () => {
    if (!isSaving) onSave(changesOf(draft));
  };
  const pressKey = (event: KeyboardEvent) => {
    // Enter and Esc of an input method choose a word
    if (event.isComposing) return;
    const wantsSave = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    if (!wantsSave && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    if (wantsSave) save();
    else onCancel();
  };
  return (
    <form
      class="remarks"
      aria-label={t('remarksTitle')}
      aria-busy={isSaving}
      onKeyDown={pressKey}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <ColorChoice value={draft.color} t={t} onChange={(color) => change({ color })} />
      <label class="remarks-field">
        <span>{t('remarksNote')}</span>
        <textarea
          ref={noteField}
          rows={3}
          // empty, it is as our own words are written
          dir={draft.note === '' ? undefined : 'auto'}
          maxLength={LONGEST_NOTE}
          value={draft.note}
          onInput={(event) => change({ note: event.currentTarget.value })}
        />
      </label>
      <label class="remarks-field">
        <span>{t('remarksTags')}</span>
        <input
          type="text"
          dir={draft.typedTags === '' ? undefined : 'auto'}
          autocomplete="off"
          maxLength={LONGEST_TAGS}
          placeholder={t('remarksTagsHint')}
          value={draft.typedTags}
          onInput={(event) => change({ typedTags: event.currentTarget.value })}
        />
      </label>
      <OfferedTags
        offered={offeredTags(draft.typedTags, knownTags)}
        t={t}
        onChoose={(tag) => change({ typedTags: withTag(draft.typedTags, tag) })}
      />
      {fault !== undefined && (
        <p class="remarks-fault" role="alert">
          {fault}
        </p>
      )}
      <div class="remarks-actions">
        <button type="submit" class="remarks-save" aria-disabled={isSaving} title={t('remarksSaveKey')}>
          {t('remarksSave')}
        </button>
        <button type="button" class="remarks-cancel" onClick={onCancel}>
          {t('remarksCancel')}
        </button>
      </div>
    </form>
  );
}

interface OfferedTagsProps {
  readonly offered: readonly string[];
  readonly t: Texts;
  onChoose(tag: string): void;
}

function OfferedTags({ offered, t, onChoose }: OfferedTagsProps) {
  if (offered.length === 0) return null;
  return (
    <ul class="remarks-offered" aria-label={t('remarksKnownTags')}>
      {offered.map((tag) => (
        <li key={tag}>
          <button type="button" onClick={() => onChoose(tag)}>
            <bdi>#{tag}</bdi>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Stored remarks as the form begins with them. */
export function draftOf({ color, note, tags }: Remarks): RemarksDraft {
  return { color, note, typedTags: tags.join('، '), begun: { color, note, tags } };
}

/** What the reader has changed; a field that was not touched is none, whatever is stored in it by now. */
function changesOf(draft: RemarksDraft): Partial<Remarks> {
  const before = draftOf(draft.begun);
  return {
    ...(draft.color !== before.color && { color: draft.color }),
    ...(draft.note !== before.note && { note: draft.note.trim() }),
    ...(draft.typedTags !== before.typedTags && { tags: readTags(draft.typedTags) }),
  };
}

/** What follows the last comma is the tag being written. */
const BEING_WRITTEN = /[^,،\n]*$/;

/** Known tags that go on from what is being written and are not there yet. */
function offeredTags(typed: string, known: readonly string[]): string[] {
  const begun = (BEING_WRITTEN.exec(typed)?.[0] ?? '').trim().replace(/^#/, '');
  const there = new Set(readTags(typed));
  return known.filter((tag) => !there.has(tag) && tag.startsWith(begun)).slice(0, MOST_OFFERED);
}

/** The typed tags with one more, in the place of what is being written. */
function withTag(typed: string, tag: string): string {
  const before = readTags(typed.replace(BEING_WRITTEN, ''));
  return [...before, tag].join('، ').concat('، ');
}
