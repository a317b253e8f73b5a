import { tidyPassage } from '../../core/highlights/citation.ts';
import type { Highlight, OrphanReason, Remarks } from '../../core/highlights/highlight.ts';
import { savedDay } from '../../core/highlights/library/months.ts';
import type { Grouping } from '../../core/highlights/library/rows.ts';
import { marksIn } from '../../core/highlights/library/search-text.ts';
import { COLOR_TEXTS } from '../color-names.ts';
import { formatDate } from '../format.ts';
import { type RemarksDraft, RemarksForm } from '../RemarksForm.tsx';
import type { TextKey, Texts } from '../texts.ts';
import { ConfirmButton } from './ConfirmButton.tsx';
import { PageLink } from './GroupHeading.tsx';
import { excerptOf, type Locale, langOf } from './language.ts';
import { Marked } from './Marked.tsx';

/** A form that is open: what was typed in it, and what came of saving it. */
export interface Editing {
  readonly draft: RemarksDraft;
  /** Whether the reader has changed anything in it. */
  readonly isTyped: boolean;
  readonly isSaving: boolean;
  readonly fault: string | undefined;
}

/** What the reader can do with a passage. */
export interface PassageActions {
  onSelect(highlight: Highlight, isSelected: boolean): void;
  /** Shows a long passage whole, or its beginning. */
  onExpand(highlight: Highlight, isExpanded: boolean): void;
  onOpen(highlight: Highlight): void;
  onCopy(highlight: Highlight): void;
  onEdit(highlight: Highlight): void;
  onDraft(highlight: Highlight, draft: RemarksDraft): void;
  onSave(highlight: Highlight, changes: Partial<Remarks>): void;
  onCancel(highlight: Highlight): void;
  onRemove(highlight: Highlight): void;
  onRestore(highlight: Highlight): void;
  onPurge(highlight: Highlight): void;
  onTag(tag: string): void;
  onEntity(id: string): void;
}

export interface PassageItemProps extends Locale, PassageActions {
  readonly highlight: Highlight;
  /** Folded words of the query, to be marked. */
  readonly words: readonly string[];
  /** The names of entities by id. */
  readonly names: ReadonlyMap<string, string>;
  readonly knownTags: readonly string[];
  readonly grouping: Grouping;
  readonly isSelected: boolean;
  /** Whether a long passage is shown whole. */
  readonly isExpanded: boolean;
  /** Undefined while nobody edits it. */
  readonly editing: Editing | undefined;
}

/** A saved passage with what the reader says of it, and what can be done with it. */
export function PassageItem(props: PassageItemProps) {
  const { highlight, words, grouping, isSelected, editing, knownTags, language, t } = props;
  const excerpt = excerptOf(highlight.selectors.quote.exact);
  return (
    <article class={`passage swatch-${highlight.color}`} data-selected={isSelected}>
      <input
        type="checkbox"
        class="passage-select"
        aria-label={t('librarySelect', excerpt)}
        checked={isSelected}
        onChange={(event) => props.onSelect(highlight, event.currentTarget.checked)}
      />
      <div class="passage-content">
        <Quote {...props} />
        {grouping === 'day' && (
          <p class="passage-page">
            <PageLink page={highlight.page} />
          </p>
        )}
        <Orphaned highlight={highlight} t={t} />
        {editing === undefined ? (
          <>
            {highlight.note !== '' && (
              <p class="passage-note" dir="auto" lang={langOf(highlight.note)}>
                <Marked text={highlight.note} words={words} />
              </p>
            )}
            <Chips {...props} />
          </>
        ) : (
          <RemarksForm
            remarks={highlight}
            knownTags={knownTags}
            draft={editing.draft}
            isSaving={editing.isSaving}
            fault={editing.fault}
            t={t}
            onDraft={(draft) => props.onDraft(highlight, draft)}
            onSave={(changes) => props.onSave(highlight, changes)}
            onCancel={() => props.onCancel(highlight)}
          />
        )}
        <div class="passage-foot">
          <time class="passage-date" dateTime={highlight.created}>
            {t('librarySaved', formatDate(savedDay(highlight), language))}
          </time>
          <Actions {...props} excerpt={excerpt} />
        </div>
      </div>
    </article>
  );
}

/** UTF-16 units and lines of a passage from which on only its beginning is shown. */
const LONG = 700;
const LONG_IN_LINES = 8;

function Quote({ highlight, words, isExpanded, t, onExpand }: PassageItemProps) {
  const passage = tidyPassage(highlight.selectors.quote.exact);
  const isLong = passage.length > LONG || passage.split('\n').length > LONG_IN_LINES;
  // what is looked for must be seen
  const isFoldable = isLong && marksIn(passage.slice(LONG / 2), words).length === 0;
  const isClamped = isFoldable && !isExpanded;
  return (
    <>
      <div class="passage-bar">
        <span class="unseen">{t('libraryColorIs', t(COLOR_TEXTS[highlight.color]))}</span>
        <blockquote class="passage-quote" data-clamped={isClamped} dir="auto" lang={langOf(passage)}>
          <Marked text={passage} words={words} />
        </blockquote>
      </div>
      {isFoldable && (
        <button
          type="button"
          class="passage-whole"
          aria-expanded={isExpanded}
          onClick={() => onExpand(highlight, !isExpanded)}
        >
          {t(isExpanded ? 'libraryFold' : 'libraryWhole')}
        </button>
      )}
    </>
  );
}

const ORPHAN_TEXTS = {
  'not-found': 'libraryOrphanNotFound',
  ambiguous: 'libraryOrphanAmbiguous',
  'page-changed': 'libraryOrphanPageChanged',
} as const satisfies Record<OrphanReason, TextKey>;

function Orphaned({ highlight, t }: { readonly highlight: Highlight; readonly t: Texts }) {
  if (highlight.anchoring.state !== 'orphaned') return null;
  return <p class="passage-orphan">{t(ORPHAN_TEXTS[highlight.anchoring.reason])}</p>;
}

/** Tags and entities, each of which leads to all passages that have it. */
function Chips({ highlight, names, t, onTag, onEntity }: PassageItemProps) {
  const entities = highlight.entities.flatMap((id) => {
    const name = names.get(id);
    return name === undefined ? [] : [{ id, name }];
  });
  if (entities.length === 0 && highlight.tags.length === 0) return null;
  return (
    <ul class="chips">
      {highlight.tags.map((tag) => (
        <li key={`#${tag}`}>
          <button type="button" class="chip" aria-label={t('libraryWithTag', tag)} onClick={() => onTag(tag)}>
            <bdi>#{tag}</bdi>
          </button>
        </li>
      ))}
      {entities.map(({ id, name }) => (
        <li key={id}>
          <button type="button" class="chip" aria-label={t('libraryWithEntity', name)} onClick={() => onEntity(id)}>
            <bdi>{name}</bdi>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Actions(props: PassageItemProps & { readonly excerpt: string }) {
  const { highlight, editing, excerpt, t } = props;
  const nameOf = (label: string) => `${label}: «${excerpt}»`;
  const button = (text: TextKey, act: (highlight: Highlight) => void) => (
    <button type="button" aria-label={nameOf(t(text))} onClick={() => act(highlight)}>
      {t(text)}
    </button>
  );
  return (
    <div class="passage-actions">
      {button('libraryOpen', props.onOpen)}
      {button('libraryCopy', props.onCopy)}
      {highlight.removed === undefined ? (
        <>
          {editing === undefined && button('libraryEdit', props.onEdit)}
          {button('libraryRemove', props.onRemove)}
        </>
      ) : (
        <>
          {button('libraryRestore', props.onRestore)}
          <ConfirmButton
            label={t('libraryPurge')}
            name={nameOf(t('libraryPurge'))}
            question={t('libraryPurgeQuestion')}
            t={t}
            onConfirm={() => props.onPurge(highlight)}
          />
        </>
      )}
    </div>
  );
}
