import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../components/tokens.css', import.meta.url), 'utf8');

function colour(theme: 'light' | 'dark', token: string): string {
  const values = new RegExp(`--psh-${token}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(css);
  const value = values?.[theme === 'light' ? 1 : 2];
  if (!value) throw new Error(`no colour --psh-${token}`);
  return value;
}

/** WCAG 2.2, "relative luminance" and "contrast ratio". */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [bright = 0, dim = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (bright + 0.05) / (dim + 0.05);
}

describe.each(['light', 'dark'] as const)('text in the %s theme', (theme) => {
  it.each([
    ['ink', 'paper'],
    ['muted', 'paper'],
    ['accent', 'paper'],
    ['warning', 'paper'],
    ['ink', 'then'],
    ['paper', 'ink'],
  ])('%s on %s can be read (WCAG AA, 4.5 to 1)', (text, ground) => {
    expect(contrast(colour(theme, text), colour(theme, ground))).toBeGreaterThanOrEqual(4.5);
  });
});
