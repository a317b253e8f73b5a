import { HIGHLIGHT_COLORS, type HighlightColor } from '../core/highlights/colors.ts';
import { COLOR_TEXTS } from './color-names.ts';
import { Icon } from './Icon.tsx';
import { PassageTool } from './PassageTool.tsx';
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
          {HIGHLIGHT_COLORS.map((color) => (
            <PassageTool
              key={color}
              name={color}
              label={t('barSave', t(COLOR_TEXTS[color]))}
              onClick={() => onSave(color)}
            >
              <span class={`swatch swatch-${color}`} />
            </PassageTool>
          ))}
          <PassageTool name="note" label={t('barNote')} onClick={onNote}>
            <Icon name="note" />
          </PassageTool>
        </>
      )}
      <PassageTool name="copy" label={t('barCopy')} onClick={onCopy}>
        <Icon name="copy" />
      </PassageTool>
    </div>
  );
}
