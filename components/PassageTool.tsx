import type { ComponentChildren } from 'preact';

export interface PassageToolProps {
  /** What it does, as its class tells it: `passage-copy`. */
  readonly name: string;
  readonly label: string;
  readonly isPressed?: boolean;
  readonly children: ComponentChildren;
  onClick(): void;
}

/** A button without words in the toolbar of a selection or the editor of a passage; its label is heard and shown on rest. */
export function PassageTool({ name, label, isPressed, children, onClick }: PassageToolProps) {
  return (
    <button
      type="button"
      class={`passage-tool passage-${name}`}
      aria-label={label}
      title={label}
      aria-pressed={isPressed}
      onClick={onClick}
    >
      {children}
    </button>
  );
}
