import { describe, expect, it } from 'vitest';
import { fold } from '../../core/language/fold.ts';
import { suffixAfter } from '../../core/language/suffix.ts';

/** The suffix after a name at the start of a word. */
function suffixOf(word: string, name: string) {
  return suffixAfter(fold(word), 0, fold(name).letters.length)?.kind;
}

describe('what follows a name inside its word', () => {
  it.each([
    ['ایران', 'ایران', 'none'],
    ['ایران، عراق', 'ایران', 'none'],
    ['پهپادها', 'پهپاد', 'plural'],
    ['پهپادهای', 'پهپاد', 'plural'],
    ['پهپاد‌هایشان', 'پهپاد', 'plural'],
    ['تهرانشان', 'تهران', 'clitic'],
    ['ایران‌اند', 'ایران', 'clitic'],
    ['ایرانم', 'ایران', 'clitic'],
    ['اروپای شرقی', 'اروپا', 'ezafe'],
    ['ترکیه‌ی امروز', 'ترکیه', 'ezafe'],
    ['ایرانی', 'ایران', 'derived'],
    ['ترکیه‌ای', 'ترکیه', 'derived'],
    ['ایرانیان', 'ایران', 'derived'],
  ])('in «%s» after «%s» is %s', (word, name, kind) => {
    expect(suffixOf(word, name)).toBe(kind);
  });

  it.each([
    ['قطرات', 'قطر'],
    ['چینش', 'چین'],
    ['ایران‌شناسی', 'ایران'],
    ['ایران‌هاشناسی', 'ایران'],
    ['مسکونی', 'مسکو'],
    ['قمصر', 'قم'],
  ])('makes «%s» another word than «%s»', (word, name) => {
    expect(suffixOf(word, name)).toBeUndefined();
  });
});
