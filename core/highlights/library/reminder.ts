import type { BackupInfo, Health } from '../../messages/requests.ts';

/** So many passages saved since the last export are worth a file of their own. */
const MANY_UNEXPORTED = 50;
const DAY = 24 * 60 * 60 * 1000;
/** Milliseconds after which an export is old, and for which a reader who said "later" is left in peace. */
const EXPORT_AGE = 90 * DAY;
const PEACE = 30 * DAY;

/**
 * Whether to remind the reader of an export: much was saved since the last, which was long ago or never.
 * @param now milliseconds since 1970
 */
export function isExportDue({ sinceExport, lastExport }: Health, now: number): boolean {
  if (sinceExport < MANY_UNEXPORTED) return false;
  return lastExport === null || now - Date.parse(lastExport) > EXPORT_AGE;
}

/**
 * Whether the reader has put the reminder off lately.
 * @param putOff when that was, milliseconds since 1970; NaN when it never was
 */
export function isPutOff(putOff: number, now: number): boolean {
  return now - putOff < PEACE;
}

/** The latest backup that holds more than the database does; undefined when none does. */
export function backupToRestore({ count, backups }: Health): BackupInfo | undefined {
  return backups.find((backup) => backup.count > count);
}
