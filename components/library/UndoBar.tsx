import type { Texts } from '../texts.ts';

/** What came of the reader's last deed. */
export interface Done {
  readonly message: string;
  /** Takes it back, where it can be. */
  readonly undo?: (() => void) | undefined;
}

export interface UndoBarProps {
  readonly done: Done | undefined;
  /** Why the last deed was not done. */
  readonly fault: string | undefined;
  readonly t: Texts;
  onClose(): void;
}

/**
 * Says what was done, and offers to take it back; or why it was not done. Stays in sight until the reader closes it or
 * does something else.
 */
export function UndoBar({ done, fault, t, onClose }: UndoBarProps) {
  const close = (
    <button type="button" onClick={onClose}>
      {t('libraryClose')}
    </button>
  );
  return (
    <>
      <div class="undo-bar" role="status" aria-live="polite">
        {done && (
          <>
            <span>{done.message}</span>
            {done.undo && (
              <button type="button" onClick={done.undo}>
                {t('libraryUndo')}
              </button>
            )}
            {close}
          </>
        )}
      </div>
      {fault !== undefined && (
        <div class="undo-bar" role="alert">
          <span>{fault}</span>
          {close}
        </div>
      )}
    </>
  );
}
