import { useEffect, useRef } from 'preact/hooks';
import type { ItemFault } from '../../core/highlights/exchange/check-item.ts';
import type { ImportFault, RefusedItem } from '../../core/highlights/exchange/import.ts';
import { formatNumber } from '../format.ts';
import type { TextKey } from '../texts.ts';
import type { Locale } from './language.ts';
import { TROUBLE_TEXTS } from './service.ts';
import type { Import, ImportPlan } from './use-import.ts';

export interface ImportPanelProps extends Locale {
  readonly importing: Import;
}

/** Takes passages in from a file, or from a backup: shows what would come, and adds it when the reader agrees. */
export function ImportPanel({ importing, language, t }: ImportPanelProps) {
  return (
    <section class="tool" aria-labelledby="library-import">
      <h2 id="library-import">{t('libraryImport')}</h2>
      <p class="tool-about">{t('libraryImportAbout')}</p>
      <label class="file">
        <span>{t('libraryImportFile')}</span>
        <input
          type="file"
          accept=".jsonld,.json,application/ld+json,application/json"
          disabled={importing.state.step === 'adding'}
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0];
            if (file) void importing.readFile(file);
            // the same file can be chosen again
            currentTarget.value = '';
          }}
        />
      </label>
      <Progress importing={importing} language={language} t={t} />
    </section>
  );
}

function Progress({ importing, language, t }: ImportPanelProps) {
  const { state } = importing;
  const number = (value: number) => formatNumber(value, language);
  switch (state.step) {
    case 'none':
      return null;
    case 'reading':
      return <p role="status">{t('libraryImportReading')}</p>;
    case 'bad-file':
      return (
        <p class="tool-fault" role="alert">
          {t(FILE_FAULT_TEXTS[state.fault])} {t('libraryImportNothing')}
        </p>
      );
    case 'preview':
      return <ImportPreview plan={state.plan} importing={importing} language={language} t={t} />;
    case 'adding':
      return (
        <p role="status">
          {t('libraryImportAdding', `${number(state.done)} / ${number(state.total)}`)}{' '}
          <progress aria-label={t('libraryImport')} value={state.done} max={state.total} />
        </p>
      );
    case 'added':
      return <p role="status">{t('libraryImportAdded', number(state.added))}</p>;
    case 'stopped':
      return (
        <p class="tool-fault" role="alert">
          {t(TROUBLE_TEXTS[state.reason])}{' '}
          {state.added > 0 ? t('libraryImportStopped', number(state.added)) : t('libraryImportNothing')}
        </p>
      );
  }
}

interface ImportPreviewProps extends ImportPanelProps {
  readonly plan: ImportPlan;
}

function ImportPreview({ plan, importing, language, t }: ImportPreviewProps) {
  const { source, fresh, same, differing, refused } = plan;
  const number = (value: number) => formatNumber(value, language);
  const preview = useRef<HTMLDivElement>(null);
  useEffect(() => preview.current?.focus(), []);
  return (
    // biome-ignore lint/a11y/useSemanticElements: no fields of a form
    <div ref={preview} class="import-preview" role="group" aria-label={t('libraryImportPreview')} tabIndex={-1}>
      <p>
        <strong>{t('libraryImportPreview')}</strong> <bdi>{source}</bdi>
      </p>
      <ul>
        <li>{t('libraryImportNew', number(fresh.length))}</li>
        {same > 0 && <li>{t('libraryImportSame', number(same))}</li>}
        {differing > 0 && <li>{t('libraryImportDiffering', number(differing))}</li>}
        {refused.length > 0 && (
          <li>
            {t('libraryImportRefused', number(refused.length))}
            <Refused refused={refused} language={language} t={t} />
          </li>
        )}
      </ul>
      <div class="tool-row">
        {fresh.length > 0 && (
          <button type="button" class="primary" onClick={() => void importing.confirm(plan)}>
            {t('libraryImportConfirm', number(fresh.length))}
          </button>
        )}
        <button type="button" onClick={importing.close}>
          {t(fresh.length > 0 ? 'remarksCancel' : 'libraryClose')}
        </button>
      </div>
    </div>
  );
}

/** Excerpts shown of the items that were refused for one reason. */
const MOST_EXCERPTS = 3;

function Refused({ refused, language, t }: Locale & { readonly refused: readonly RefusedItem[] }) {
  return (
    <ul>
      {[...Map.groupBy(refused, ({ fault }) => fault)].map(([fault, items]) => (
        <li key={fault}>
          {`${t(ITEM_FAULT_TEXTS[fault])} (${formatNumber(items.length, language)})`}
          <ul>
            {items.slice(0, MOST_EXCERPTS).map(({ index, excerpt }) => (
              <li key={index}>
                {t('libraryImportItem', formatNumber(index, language))} <bdi>{excerpt}</bdi>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

const FILE_FAULT_TEXTS = {
  empty: 'libraryFaultEmpty',
  'not-json': 'libraryFaultNotJson',
  'unknown-format': 'libraryFaultFormat',
  'too-large': 'libraryFaultTooLarge',
  'nothing-usable': 'libraryFaultNothing',
  unreadable: 'libraryFaultUnreadable',
} as const satisfies Record<ImportFault | 'unreadable', TextKey>;

const ITEM_FAULT_TEXTS = {
  'not-a-highlight': 'libraryItemNotOne',
  'no-passage': 'libraryItemNoPassage',
  'no-page': 'libraryItemNoPage',
  reply: 'libraryItemReply',
  'bad-time': 'libraryItemBadTime',
  'too-long': 'libraryItemTooLong',
  'unknown-color': 'libraryItemColor',
  repeated: 'libraryItemRepeated',
} as const satisfies Record<ItemFault, TextKey>;
