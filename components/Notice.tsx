export interface NoticeAction {
  readonly label: string;
  onClick(): void;
}

export interface NoticeProps {
  readonly message: string;
  /** What the reader can do about it. */
  readonly action?: NoticeAction | undefined;
}

/** A short sentence that tells what came of what the reader did; read aloud by screen readers. */
export function Notice({ message, action }: NoticeProps) {
  return (
    <div class="notice" role="status" aria-live="polite">
      <span>{message}</span>
      {action && (
        <button type="button" class="notice-action" onClick={action.onClick}>
          {action.label}
        </button>
      )}
    </div>
  );
}
