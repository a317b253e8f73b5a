import { useCallback } from 'preact/hooks';
import type { Grouping, Row } from '../../core/highlights/library/rows.ts';
import { GroupHeading } from './GroupHeading.tsx';
import type { Locale } from './language.ts';
import { type Editing, type PassageActions, PassageItem } from './PassageItem.tsx';
import { VirtualList } from './VirtualList.tsx';

export interface PassageListProps extends Locale, PassageActions {
  readonly rows: readonly Row[];
  readonly grouping: Grouping;
  readonly words: readonly string[];
  readonly names: ReadonlyMap<string, string>;
  readonly knownTags: readonly string[];
  readonly selected: ReadonlySet<string>;
  readonly expanded: ReadonlySet<string>;
  readonly editing: ReadonlyMap<string, Editing>;
  /** Id of the highlight to scroll to. */
  readonly wanted: string | undefined;
}

/** The passages that the filters show, under the headings of their groups. */
export function PassageList({ rows, selected, expanded, editing, wanted, ...shared }: PassageListProps) {
  const keyOf = useCallback(({ highlight }: Row) => highlight.id, []);
  return (
    <VirtualList
      items={rows}
      label={shared.t('libraryTitle')}
      kept={[...editing.keys()]}
      wanted={wanted}
      keyOf={keyOf}
      estimate={likelyHeight}
    >
      {({ highlight, group }) => (
        <>
          {group && <GroupHeading group={group} language={shared.language} t={shared.t} />}
          <PassageItem
            {...shared}
            highlight={highlight}
            isSelected={selected.has(highlight.id)}
            isExpanded={expanded.has(highlight.id)}
            editing={editing.get(highlight.id)}
          />
        </>
      )}
    </VirtualList>
  );
}

/** CSS pixels of a heading, of what stands around a quote, and of a line of text with so many letters. */
const HEADING = 72;
const FRAME = 110;
const LINE = 28;
const LETTERS = 80;
/** Lines after which a quote is cut. */
const MOST_LINES = 8;

function likelyHeight({ highlight, group }: Row): number {
  const lines = (text: string) => Math.ceil(text.length / LETTERS);
  const quote = Math.min(lines(highlight.selectors.quote.exact), MOST_LINES);
  return (group ? HEADING : 0) + FRAME + LINE * (quote + lines(highlight.note));
}
