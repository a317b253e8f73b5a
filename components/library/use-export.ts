import { useMemo, useState } from 'preact/hooks';
import { type ExportFormat, exportHighlights } from '../../core/highlights/exchange/export.ts';
import type { Highlight } from '../../core/highlights/highlight.ts';
import type { ExportScope } from './ExportPanel.tsx';
import { exportContext } from './export-words.ts';
import type { Locale } from './language.ts';
import type { LibraryService } from './service.ts';
import type { Passages } from './use-passages.ts';

export interface Export {
  readonly format: ExportFormat;
  /** How many passages each scope would write in the format. */
  readonly counts: Readonly<Record<ExportScope, number>>;
  choose(format: ExportFormat): void;
  /** Writes a file, in the chosen format unless another is given, and returns how many passages it holds. */
  write(scope: ExportScope, format?: ExportFormat): number;
  /** Writes given highlights as a copy that can be imported. */
  writeCopy(highlights: readonly Highlight[]): void;
}

/** Writes passages into files; an export of all is noted, so that the reader is not reminded of it. */
export function useExport(
  service: LibraryService,
  { highlights, names, check }: Passages,
  shown: readonly Highlight[],
  selected: readonly Highlight[],
  locale: Locale,
): Export {
  const [format, choose] = useState<ExportFormat>('json-ld');
  const kept = useMemo(() => highlights.filter(({ removed }) => removed === undefined), [highlights]);

  const save = (chosen: readonly Highlight[], chosenFormat: ExportFormat) =>
    service.saveFile(exportHighlights(chosen, chosenFormat, exportContext(locale, names)));
  /** A copy to bring back has the bin too; what is made for reading has not. */
  const allFor = (chosenFormat: ExportFormat) => (chosenFormat === 'json-ld' ? highlights : kept);

  return {
    format,
    counts: { all: allFor(format).length, shown: shown.length, selected: selected.length },
    choose,
    write(scope, chosenFormat = format) {
      const chosen = { all: allFor(chosenFormat), shown, selected }[scope];
      save(chosen, chosenFormat);
      if (scope === 'all') void service.noteExport().then(check);
      return chosen.length;
    },
    writeCopy: (copied) => save(copied, 'json-ld'),
  };
}
