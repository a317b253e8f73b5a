import { backupToRestore } from '../../core/highlights/library/reminder.ts';
import type { BackupInfo, Health } from '../../core/messages/requests.ts';
import { formatNumber } from '../format.ts';
import { backupLabel } from './Backups.tsx';
import type { Locale } from './language.ts';
import { TROUBLE_TEXTS, type Trouble } from './service.ts';

export interface NoticesProps extends Locale {
  /** Why the database can't be read; undefined while it can. */
  readonly failure: Trouble | undefined;
  /** Undefined while it is not known. */
  readonly health: Health | undefined;
  readonly isExportDue: boolean;
  onRetry(): void;
  onRestoreBackup(backup: BackupInfo): void;
  onSaveBackup(backup: BackupInfo): void;
  onAcceptLoss(): void;
  onExport(): void;
  onLater(): void;
}

/** What the reader must know of the safety of their passages: failure and loss as alerts, an export as a calm word. */
export function Notices(props: NoticesProps) {
  const { failure, health, isExportDue } = props;
  if (failure !== undefined) return <Failure {...props} failure={failure} />;
  if (health && health.missing > 0) return <Loss {...props} health={health} />;
  return health && isExportDue ? <Reminder {...props} health={health} /> : null;
}

function Failure({ failure, health, language, t, ...on }: NoticesProps & { readonly failure: Trouble }) {
  const latest = health?.backups[0];
  return (
    <div class="library-notice warning" role="alert">
      <p>
        {t(TROUBLE_TEXTS[failure])} {t('libraryUntouched')}
      </p>
      <div class="tool-row">
        <button type="button" onClick={on.onRetry}>
          {t('retry')}
        </button>
        {latest && (
          <button type="button" onClick={() => on.onSaveBackup(latest)}>
            {t('libraryBackupSave', backupLabel(latest, { language, t }))}
          </button>
        )}
      </div>
    </div>
  );
}

function Loss({ health, language, t, ...on }: NoticesProps & { readonly health: Health }) {
  const backup = backupToRestore(health);
  return (
    <div class="library-notice warning" role="alert">
      <p>{t('libraryMissing', formatNumber(health.missing, language))}</p>
      {!backup && <p>{t('libraryMissingNoBackup')}</p>}
      <div class="tool-row">
        {backup && (
          <button type="button" class="primary" onClick={() => on.onRestoreBackup(backup)}>
            {t('libraryMissingRestore', backupLabel(backup, { language, t }))}
          </button>
        )}
        <button type="button" onClick={on.onAcceptLoss}>
          {t('libraryMissingAccept')}
        </button>
      </div>
    </div>
  );
}

function Reminder({ health, language, t, ...on }: NoticesProps & { readonly health: Health }) {
  return (
    <section class="library-notice" aria-label={t('libraryExport')}>
      <p>{t('libraryReminder', formatNumber(health.sinceExport, language))}</p>
      <div class="tool-row">
        <button type="button" onClick={on.onExport}>
          {t('libraryReminderExport')}
        </button>
        <button type="button" onClick={on.onLater}>
          {t('libraryReminderLater')}
        </button>
      </div>
    </section>
  );
}
