import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { cite } from '../../core/highlights/citation.ts';
import type { ExportFormat } from '../../core/highlights/exchange/export.ts';
import { addressOf, type Opening } from '../../core/highlights/library/address.ts';
import { tagsIn } from '../../core/highlights/library/filter.ts';
import { isExportDue, isPutOff } from '../../core/highlights/library/reminder.ts';
import type { BackupInfo } from '../../core/messages/requests.ts';
import { CALENDAR_OF, formatDate, formatNumber } from '../format.ts';
import { Backups, backupLabel } from './Backups.tsx';
import { EntityBackground } from './EntityBackground.tsx';
import { ExportPanel, type ExportScope } from './ExportPanel.tsx';
import { Filters } from './Filters.tsx';
import { GroupingChoice } from './GroupingChoice.tsx';
import { ImportPanel } from './ImportPanel.tsx';
import type { Locale } from './language.ts';
import { Nothing } from './Nothing.tsx';
import { Notices } from './Notices.tsx';
import type { PassageActions } from './PassageItem.tsx';
import { PassageList } from './PassageList.tsx';
import { SearchField } from './SearchField.tsx';
import { SelectedPassages } from './SelectedPassages.tsx';
import { SelectShown } from './SelectShown.tsx';
import { Shelves } from './Shelves.tsx';
import { type LibraryService, TROUBLE_TEXTS } from './service.ts';
import { UndoBar } from './UndoBar.tsx';
import { useDeeds } from './use-deeds.ts';
import { useEditing } from './use-editing.ts';
import { useExport } from './use-export.ts';
import { useImport } from './use-import.ts';
import { usePassages } from './use-passages.ts';
import { useSelection } from './use-selection.ts';
import { useShown } from './use-shown.ts';

export interface LibraryProps extends Locale {
  readonly service: LibraryService;
  readonly opening: Opening;
  /** Whether there is room for open filters. */
  readonly isWide: boolean;
  /** Told what the address would have to ask for to show the same again: see `readOpening`. */
  onAddress?(search: string): void;
}

/** Milliseconds for which the reader has not changed what is shown, after which the address is. */
const ADDRESS_PAUSE = 300;

/** All saved passages: to find, read, change, take elsewhere and bring back. */
export function LibraryView({ service, opening, isWide, language, t, onAddress }: LibraryProps) {
  const locale = { language, t };
  const calendar = CALENDAR_OF[language];
  const passages = usePassages(service, language);
  const { highlights, names, health, isRead, failure } = passages;
  const shown = useShown(passages, opening, calendar);
  const { filter, narrow } = shown;
  const selection = useSelection(shown.highlights);
  const deeds = useDeeds(service, passages, locale);
  const edits = useEditing(service, passages, t);
  const exporting = useExport(service, passages, shown.highlights, selection.highlights, locale);
  const importing = useImport(service, () => {
    narrow({ shelf: 'all' });
    passages.reload();
  });
  const knownTags = useMemo(() => tagsIn(highlights), [highlights]);
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set());
  const [areToolsOpen, setAreToolsOpen] = useState(false);
  const [isReminded, setIsReminded] = useState(() => !isPutOff(service.reminderPutOff(), Date.now()));
  const readCard = useCallback((id: string) => service.card(id), [service]);

  // the passage that the address names may lie in the bin by now; asked once, when everything is first read
  useEffect(() => {
    const wanted = highlights.find(({ id }) => id === opening.highlight);
    if (wanted?.removed !== undefined) narrow({ shelf: 'bin' });
  }, [isRead]);

  const { grouping } = shown;
  useEffect(() => {
    // browsers refuse addresses that change as quickly as one types
    const timer = setTimeout(() => onAddress?.(addressOf({ filter, grouping })), ADDRESS_PAUSE);
    return () => clearTimeout(timer);
  }, [filter, grouping, onAddress]);

  const exportScope = (scope: ExportScope, format?: ExportFormat) => {
    const count = exporting.write(scope, format);
    deeds.tell(t('libraryExported', formatNumber(count, language)));
  };
  const restoreBackup = async (backup: BackupInfo) => {
    setAreToolsOpen(true);
    const answer = await service.readBackup(backup.id);
    if (!answer.ok) return importing.stop(answer.reason);
    await importing.compare(t('libraryBackupOf', backupLabel(backup, locale)), answer.highlights);
  };
  const saveBackup = async (backup: BackupInfo) => {
    const answer = await service.readBackup(backup.id);
    if (answer.ok) exporting.writeCopy(answer.highlights);
    else deeds.complain(t(TROUBLE_TEXTS[answer.reason]));
  };
  const acceptLoss = async () => {
    const answer = await service.acceptLoss();
    if (answer.ok) passages.check();
    else deeds.complain(t(TROUBLE_TEXTS[answer.reason]));
  };
  const doWithSelected = async (deed: (ids: readonly string[]) => Promise<boolean>) => {
    if (await deed(selection.highlights.map(({ id }) => id))) selection.clear();
  };

  const actions: PassageActions = {
    onSelect: ({ id }, isSelected) => selection.select([id], isSelected),
    onExpand: ({ id }, isExpanded) =>
      setExpanded((now) => (isExpanded ? new Set(now).add(id) : now.difference(new Set([id])))),
    onOpen: ({ id }) => void deeds.open(id),
    onCopy: ({ selectors, page }) =>
      void deeds.copy(cite(selectors.quote.exact, page, (day) => formatDate(day, language))),
    onEdit: edits.edit,
    onDraft: ({ id }, draft) => edits.keepDraft(id, draft),
    onSave: ({ id }, changes) => void edits.save(id, changes),
    onCancel: ({ id }) => edits.cancel(id),
    onRemove: ({ id }) => void deeds.remove([id]),
    onRestore: ({ id }) => void deeds.restore([id]),
    onPurge: ({ id }) => void deeds.purge([id]),
    onTag: (tag) => narrow({ tag }),
    onEntity: (entity) => narrow({ entity }),
  };

  return (
    <main class="library" aria-busy={!isRead}>
      <h1>{t('libraryTitle')}</h1>
      <Notices
        {...locale}
        failure={failure}
        health={health}
        isExportDue={isReminded && health !== undefined && isExportDue(health, Date.now())}
        onRetry={passages.reload}
        onRestoreBackup={(backup) => void restoreBackup(backup)}
        onSaveBackup={(backup) => void saveBackup(backup)}
        onAcceptLoss={() => void acceptLoss()}
        onExport={() => exportScope('all', 'json-ld')}
        onLater={() => {
          service.putOffReminder();
          setIsReminded(false);
        }}
      />
      {highlights.length > 0 && (
        <>
          <SearchField query={filter.query} t={t} onQuery={(query) => narrow({ query })} />
          <div class="library-bar">
            <Shelves
              {...locale}
              shelf={filter.shelf}
              counts={shown.facets.shelves}
              onShelf={(shelf) => {
                selection.clear();
                narrow({ shelf });
              }}
            />
            <GroupingChoice grouping={shown.grouping} t={t} onGrouping={shown.group} />
          </div>
          <Filters
            {...locale}
            filter={filter}
            facets={shown.facets}
            names={names}
            calendar={calendar}
            isOpen={isWide}
            onFilter={narrow}
            onClear={shown.clear}
          />
        </>
      )}
      <details class="tools" open={areToolsOpen} onToggle={(event) => setAreToolsOpen(event.currentTarget.open)}>
        <summary>{t('libraryTools')}</summary>
        <ExportPanel
          {...locale}
          format={exporting.format}
          counts={exporting.counts}
          onFormat={exporting.choose}
          onExport={(scope) => exportScope(scope)}
        />
        <ImportPanel {...locale} importing={importing} />
        <Backups {...locale} backups={health?.backups ?? []} onRestore={(backup) => void restoreBackup(backup)} />
      </details>
      {filter.entity !== undefined && (
        <EntityBackground {...locale} entity={filter.entity} calendar={calendar} read={readCard} />
      )}
      {highlights.length > 0 && (
        <SelectShown
          {...locale}
          shown={shown.highlights.length}
          selected={selection.highlights.length}
          onSelect={(isSelected) =>
            selection.select(
              shown.highlights.map(({ id }) => id),
              isSelected,
            )
          }
        />
      )}
      <SelectedPassages
        {...locale}
        count={selection.highlights.length}
        isInBin={filter.shelf === 'bin'}
        onRemove={() => void doWithSelected(deeds.remove)}
        onRestore={() => void doWithSelected(deeds.restore)}
        onPurge={() => void doWithSelected(deeds.purge)}
        onExport={() => exportScope('selected')}
        onNone={selection.clear}
      />
      {!isRead && <p role="status">{t('cardLoading')}</p>}
      {shown.rows.length > 0 ? (
        <PassageList
          {...locale}
          {...actions}
          rows={shown.rows}
          grouping={shown.grouping}
          words={shown.words}
          names={names}
          knownTags={knownTags}
          selected={selection.ids}
          expanded={expanded}
          editing={edits.open}
          wanted={opening.highlight}
        />
      ) : (
        isRead &&
        failure === undefined &&
        // who has lost everything is told so above: "nothing saved yet" would be wrong
        !(highlights.length === 0 && health !== undefined && health.missing > 0) && (
          <Nothing all={highlights.length} filter={filter} t={t} onClear={shown.clear} />
        )
      )}
      <UndoBar done={deeds.done} fault={deeds.fault} t={t} onClose={deeds.forget} />
    </main>
  );
}
