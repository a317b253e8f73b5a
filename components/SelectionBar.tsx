import { HIGHLIGHT_COLORS, type HighlightColor } from '../core/highlights/colors.ts';
import { COLOR_TEXTS } from './color-names.ts';
import { Icon } from './Icon.tsx';
import type { Texts } from './texts.ts';

export interface SelectionBarProps {
  /** In a private window nothing is saved. */
  readonly isPrivate: boolean;
  readonly t: Texts;
  onSave(color: HighlightColor): void;
  /** Saves in the colour used last and asks for a note. */
  onNote(): void;
  onCopy(): void;
}

/** What can be done with selected text: keep it in one of five colours, with a note, or copy it with its source. */
export function SelectionBar({ isPrivate, t, onSave, onNote, onCopy }: SelectionBarProps) {
  return (
    <div class="passage passage-bar" role="toolbar" aria-label={t('barLabel')}>
      {isPrivate ? (
        <span class="passage-reason">{t('noticePrivate')}</span>
      ) : (
        <>
          {HIGHLIGHT_COLORS.map((color) => {
            const label = t('barSave', t(COLOR_TEXTS[color]));
            return (
              <button
                key={color}
                type="button"
                class={`passage-tool passage-${color}`}
                aria-label={label}
                title={label}
                onClick={() => onSave(color)}
              >
                <span class={`swatch swatch-${color}`} />
              </button>
            );
          })}
          <button
            type="button"
            class="passage-tool passage-note"
            aria-label={t('barNote')}
            title={t('barNote')}
            onClick={onNote}
          >
            <Icon name="note" />
          </button>
        </>
      )}
      <button
        type="button"
        class="passage-tool passage-copy"
        aria-label={t('barCopy')}
        title={t('barCopy')}
        onClick={onCopy}
      >
        <Icon name="copy" />
      </button>
    </div>
  );
}
