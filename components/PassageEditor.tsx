import { tidyPassage } from '../core/highlights/citation.ts';
import { HIGHLIGHT_COLORS, type HighlightColor } from '../core/highlights/colors.ts';
import type { Highlight, Remarks } from '../core/highlights/highlight.ts';
import { COLOR_TEXTS } from './color-names.ts';
import { formatDate } from './format.ts';
import { Icon } from './Icon.tsx';
import { PassageTool } from './PassageTool.tsx';
import { type RemarksDraft, RemarksForm } from './RemarksForm.tsx';
import type { Language, Texts } from './texts.ts';

export interface PassageEditorProps {
  readonly highlight: Highlight;
  /** False when the page has changed the passage since it was saved. */
  readonly isExact: boolean;
  /** Whether note and tags are being written. */
  readonly isEditing: boolean;
  readonly isSaving: boolean;
  /** Why the last change could not be saved. */
  readonly fault: string | undefined;
  readonly draft: RemarksDraft | undefined;
  readonly knownTags: readonly string[];
  /** In a private window nothing is changed. */
  readonly isPrivate: boolean;
  readonly language: Language;
  readonly t: Texts;
  onColor(color: HighlightColor): void;
  onEdit(): void;
  onDraft(draft: RemarksDraft): void;
  /** What was changed in the form. */
  onSave(changes: Partial<Remarks>): void;
  onCancel(): void;
  onCopy(): void;
  onRemove(): void;
  onClose(): void;
}

/** A saved passage as it is edited where it stands: colour, note and tags; copied, removed. */
export function PassageEditor(props: PassageEditorProps) {
  const { highlight, isExact, isEditing, isPrivate, fault, language, t } = props;
  return (
    <section class="passage passage-editor" role="dialog" aria-label={t('editorLabel')} tabIndex={-1}>
      <header class="passage-head">
        <span class="passage-saved">{t('librarySaved', formatDate(highlight.created.slice(0, 10), language))}</span>
        <PassageTool name="close" label={t('close')} onClick={props.onClose}>
          <Icon name="close" />
        </PassageTool>
      </header>
      {!isExact && (
        <p class="passage-changed">
          {t('editorChanged')} <q lang="fa">{tidyPassage(highlight.selectors.quote.exact)}</q>
        </p>
      )}
      {isPrivate && <p class="passage-reason">{t('noticePrivate')}</p>}
      {isEditing ? (
        <RemarksForm
          remarks={highlight}
          knownTags={props.knownTags}
          draft={props.draft}
          isSaving={props.isSaving}
          fault={fault}
          t={t}
          onDraft={props.onDraft}
          onSave={props.onSave}
          onCancel={props.onCancel}
        />
      ) : (
        <>
          <Remarked highlight={highlight} />
          {fault !== undefined && (
            <p class="remarks-fault" role="alert">
              {fault}
            </p>
          )}
          <Tools {...props} />
        </>
      )}
    </section>
  );
}

function Remarked({ highlight: { note, tags } }: { readonly highlight: Highlight }) {
  return (
    <>
      {note !== '' && (
        <p class="passage-text" dir="auto">
          {note}
        </p>
      )}
      {tags.length > 0 && (
        <p class="passage-tags">
          {tags.map((tag) => (
            <bdi key={tag}>#{tag}</bdi>
          ))}
        </p>
      )}
    </>
  );
}

function Tools({ highlight, isPrivate, t, onColor, onEdit, onCopy, onRemove }: PassageEditorProps) {
  const copy = (
    <PassageTool name="copy" label={t('barCopy')} onClick={onCopy}>
      <Icon name="copy" />
    </PassageTool>
  );
  if (isPrivate) return <div class="passage-tools">{copy}</div>;
  return (
    <div class="passage-tools">
      {HIGHLIGHT_COLORS.map((color) => (
        <PassageTool
          key={color}
          name={color}
          label={t(COLOR_TEXTS[color])}
          isPressed={highlight.color === color}
          onClick={() => onColor(color)}
        >
          <span class={`swatch swatch-${color}`} />
        </PassageTool>
      ))}
      <PassageTool name="note" label={t('editorEdit')} onClick={onEdit}>
        <Icon name="note" />
      </PassageTool>
      {copy}
      <PassageTool name="remove" label={t('editorRemove')} onClick={onRemove}>
        <Icon name="remove" />
      </PassageTool>
    </div>
  );
}
