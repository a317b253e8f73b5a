import { useEffect, useRef, useState } from 'preact/hooks';
import type { Texts } from '../texts.ts';

export interface ConfirmButtonProps {
  readonly label: string;
  /** What the button is called where its words alone don't tell what it acts on. */
  readonly name?: string | undefined;
  readonly question: string;
  readonly t: Texts;
  onConfirm(): void;
}

/** A button for what can't be undone: it asks once more, in its place. */
export function ConfirmButton({ label, name, question, t, onConfirm }: ConfirmButtonProps) {
  const [isAsking, setIsAsking] = useState(false);
  const no = useRef<HTMLButtonElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const wasAsking = useRef(false);
  useEffect(() => {
    // a second press of the same key must not answer yes
    if (isAsking) no.current?.focus();
    else if (wasAsking.current) button.current?.focus();
    wasAsking.current = isAsking;
  }, [isAsking]);

  if (!isAsking) {
    return (
      <button ref={button} type="button" class="danger" aria-label={name} onClick={() => setIsAsking(true)}>
        {label}
      </button>
    );
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset belongs to forms
    <span
      class="confirm"
      role="group"
      aria-label={question}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        setIsAsking(false);
      }}
    >
      <span class="confirm-question">{question}</span>
      <button
        type="button"
        class="danger"
        onClick={() => {
          setIsAsking(false);
          onConfirm();
        }}
      >
        {t('libraryPurgeYes')}
      </button>
      <button ref={no} type="button" onClick={() => setIsAsking(false)}>
        {t('libraryPurgeNo')}
      </button>
    </span>
  );
}
