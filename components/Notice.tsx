export interface NoticeAction {
  readonly label: string;
  onClick(): void;
}

export interface NoticeProps {
  readonly message: string;
  /** What the reader can do about it. */
  readonly actions: readonly NoticeAction[];
}

/** A short sentence that tells what came of what the reader did; read aloud by screen readers. */
export function Notice({ message, actions }: NoticeProps) {
  return (
    <div class="notice" role="status" aria-live="polite">
      <span>{message}</span>
      {actions.length > 0 && (
        <span class="notice-actions">
          {actions.map(({ label, onClick }) => (
            <button key={label} type="button" class="notice-action" onClick={onClick}>
              {label}
            </button>
          ))}
        </span>
      )}
    </div>
  );
}
