import type { HighlightColor } from '../core/highlights/colors.ts';
import type { TextKey } from './texts.ts';

/** The name of each colour of passages. */
export const COLOR_TEXTS = {
  yellow: 'colorYellow',
  green: 'colorGreen',
  blue: 'colorBlue',
  pink: 'colorPink',
  purple: 'colorPurple',
} as const satisfies Record<HighlightColor, TextKey>;
