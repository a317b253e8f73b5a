import type { BackupInfo } from '../../core/messages/requests.ts';
import { formatDate, formatNumber } from '../format.ts';
import type { Locale } from './language.ts';

export interface BackupsProps extends Locale {
  /** The latest first. */
  readonly backups: readonly BackupInfo[];
  onRestore(backup: BackupInfo): void;
}

/** The copies that the extension keeps by itself, each of which can be brought back. */
export function Backups({ backups, language, t, onRestore }: BackupsProps) {
  return (
    <section class="tool" aria-labelledby="library-backups">
      <h2 id="library-backups">{t('libraryBackups')}</h2>
      <p class="tool-about">{t(backups.length === 0 ? 'libraryBackupsNone' : 'libraryBackupsAbout')}</p>
      <ul class="backups">
        {backups.map((backup) => {
          const label = backupLabel(backup, { language, t });
          return (
            <li key={backup.id}>
              <span>{label}</span>
              <button
                type="button"
                aria-label={`${t('libraryBackupRestore')}: ${label}`}
                onClick={() => onRestore(backup)}
              >
                {t('libraryBackupRestore')}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** When a backup was made, and how many passages it holds. */
export function backupLabel({ made, count }: BackupInfo, { language, t }: Locale): string {
  return `${formatDate(made.slice(0, 10), language)} (${t('libraryCount', formatNumber(count, language))})`;
}
