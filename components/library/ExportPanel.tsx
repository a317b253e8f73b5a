import { EXPORT_FORMATS, type ExportFormat } from '../../core/highlights/exchange/export.ts';
import { formatNumber } from '../format.ts';
import type { TextKey } from '../texts.ts';
import type { Locale } from './language.ts';

/** Which passages are exported. */
export type ExportScope = 'all' | 'shown' | 'selected';

const FORMAT_TEXTS = {
  'json-ld': 'libraryFormatJson',
  markdown: 'libraryFormatMarkdown',
  csv: 'libraryFormatCsv',
  html: 'libraryFormatHtml',
} as const satisfies Record<ExportFormat, TextKey>;

const SCOPE_TEXTS = {
  all: 'libraryExportAll',
  shown: 'libraryExportShown',
  selected: 'libraryExportSelection',
} as const satisfies Record<ExportScope, TextKey>;

export interface ExportPanelProps extends Locale {
  readonly format: ExportFormat;
  readonly counts: Readonly<Record<ExportScope, number>>;
  onFormat(format: ExportFormat): void;
  onExport(scope: ExportScope): void;
}

/** Saves passages as a file: all, those shown, or those selected. */
export function ExportPanel({ format, counts, language, t, onFormat, onExport }: ExportPanelProps) {
  const scopes = (['all', 'shown', 'selected'] as const).filter((scope) => scope !== 'selected' || counts.selected > 0);
  return (
    <section class="tool" aria-labelledby="library-export">
      <h2 id="library-export">{t('libraryExport')}</h2>
      <label class="tool-row">
        <span>{t('libraryFormat')}</span>
        <select value={format} onChange={(event) => onFormat(event.currentTarget.value as ExportFormat)}>
          {EXPORT_FORMATS.map((one) => (
            <option key={one} value={one}>
              {t(FORMAT_TEXTS[one])}
            </option>
          ))}
        </select>
      </label>
      <div class="tool-row">
        {scopes.map((scope) => (
          <button key={scope} type="button" disabled={counts[scope] === 0} onClick={() => onExport(scope)}>
            {t(SCOPE_TEXTS[scope])} <span class="count">{formatNumber(counts[scope], language)}</span>
          </button>
        ))}
      </div>
    </section>
  );
}
