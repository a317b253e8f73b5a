import { useEffect } from 'preact/hooks';
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
 * does something else. Ctrl+Z takes back too: by Tab the button is far from a long list.
 */
export function UndoBar({ done, fault, t, onClose }: UndoBarProps) {
  const undo = done?.undo;
  useEffect(() => {
    if (!undo) return;
    const pressKey = (event: KeyboardEvent) => {
      if (!isUndoKey(event) || isTyping(event)) return;
      event.preventDefault();
      undo();
    };
    document.addEventListener('keydown', pressKey);
    return () => document.removeEventListener('keydown', pressKey);
  }, [undo]);
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
            {undo && (
              <button type="button" aria-keyshortcuts="Control+Z Meta+Z" title="Ctrl+Z" onClick={undo}>
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

/** By the key's place: a Persian keyboard writes another letter there. */
function isUndoKey({ code, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): boolean {
  return code === 'KeyZ' && (ctrlKey || metaKey) && !shiftKey && !altKey;
}

/** Fields take back what was typed in them. */
function isTyping({ target }: KeyboardEvent): boolean {
  return target instanceof Element && target.matches('textarea, input:not([type="checkbox"], [type="radio"])');
}
