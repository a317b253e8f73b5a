import { useId } from 'preact/hooks';
import { HIGHLIGHT_COLORS, type HighlightColor } from '../core/highlights/colors.ts';
import { COLOR_TEXTS } from './color-names.ts';
import type { Texts } from './texts.ts';

export interface ColorChoiceProps {
  readonly value: HighlightColor;
  readonly disabled?: boolean;
  readonly t: Texts;
  onChange(color: HighlightColor): void;
}

/** One of the five colours, each with its name and its line; arrow keys go from one to the next. */
export function ColorChoice({ value, disabled = false, t, onChange }: ColorChoiceProps) {
  const group = useId();
  return (
    <fieldset class="swatch-choice" disabled={disabled}>
      <legend>{t('colorChoice')}</legend>
      {HIGHLIGHT_COLORS.map((color) => (
        <label key={color} class="swatch-option">
          <input type="radio" name={group} checked={color === value} onChange={() => onChange(color)} />
          <span class={`swatch swatch-${color}`} />
          <span>{t(COLOR_TEXTS[color])}</span>
        </label>
      ))}
    </fieldset>
  );
}
