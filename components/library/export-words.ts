import type { ExportContext } from '../../core/highlights/exchange/export.ts';
import { formatDate } from '../format.ts';
import type { Locale } from './language.ts';

/** What exported files are written with, in the reader's language. */
export function exportContext({ language, t }: Locale, names: ReadonlyMap<string, string>): ExportContext {
  return {
    exported: new Date().toISOString(),
    language,
    words: {
      title: t('libraryTitle'),
      note: t('remarksNote'),
      tags: t('remarksTags'),
      mentions: t('libraryMentions'),
      savedOn: t('librarySavedOn'),
      publishedOn: t('libraryPublishedOn'),
      removed: t('libraryInBin'),
      colors: {
        yellow: t('colorYellow'),
        green: t('colorGreen'),
        blue: t('colorBlue'),
        pink: t('colorPink'),
        purple: t('colorPurple'),
      },
    },
    formatDate: (day) => formatDate(day, language),
    entityName: (id) => names.get(id),
  };
}
