import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { COLOR_TEXTS } from '../../components/color-names.ts';
import type { TextKey } from '../../components/texts.ts';
import { FAULT_TEXTS } from '../../entrypoints/companion/faults.ts';
import { ROOT } from '../../tools/rig/rig.ts';
import { textsIn } from '../support/texts.ts';

const t = textsIn('fa');
const getMessage = vi.fn((key: string, gaps: string[] = []) => t(key as TextKey, ...gaps));
vi.mock('../../platform/browser.ts', () => ({ browser: { i18n: { getMessage } } }));

/** Where passages are saved and edited in a page. */
const SOURCES = [
  'components/SelectionBar.tsx',
  'components/PassageEditor.tsx',
  'components/RemarksForm.tsx',
  'components/ColorChoice.tsx',
  'entrypoints/companion/highlighter.ts',
  'entrypoints/companion/editor.ts',
  'entrypoints/companion/saver.ts',
];

describe('texts of an extension that was updated under the page', () => {
  beforeEach(() => {
    vi.resetModules();
    getMessage.mockReset().mockImplementation((key, gaps = []) => t(key as TextKey, ...gaps));
  });
  const cutOff = () =>
    getMessage.mockImplementation(() => {
      throw new Error('Extension context invalidated.');
    });

  it('are there still, with what stands in their gaps', async () => {
    const { keepTextsAtHand, text, interfaceLanguage } = await import('../../entrypoints/companion/texts.ts');
    keepTextsAtHand();
    cutOff();
    expect(text('noticeDisconnected')).toBe(t('noticeDisconnected'));
    expect(text('noticeSaved', 'بهای $1 و $&')).toBe('ذخیره شد: «بهای $1 و $&»');
    expect(text('noticeSaved', 'دیگر')).toBe('ذخیره شد: «دیگر»');
    expect(interfaceLanguage()).toBe('fa');
  });

  it('are all that can be said where passages are saved and edited', async () => {
    const { AT_HAND } = await import('../../entrypoints/companion/texts.ts');
    const code = (await Promise.all(SOURCES.map((file) => readFile(join(ROOT, file), 'utf8')))).join('\n');
    const said = [...code.matchAll(/\b(?:t|text)\(\s*'(\w+)'/g)].map((match) => match[1] ?? '');
    const chosen = [...code.matchAll(/'((?:notice|copied|copyFailed)\w*)'/g)].map((match) => match[1] ?? '');
    expect(said.length).toBeGreaterThan(20);
    const wanted = new Set([...said, ...chosen, ...Object.values(COLOR_TEXTS), ...Object.values(FAULT_TEXTS)]);
    expect([...wanted].filter((key) => !AT_HAND.includes(key as TextKey))).toEqual([]);
  });
});
