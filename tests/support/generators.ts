import fc from 'fast-check';
import { entity, lexiconOf } from './entities.ts';

/** Names whose certain forms the property tests look for. */
export const PROPERTY_NAMES = ['ایران', 'روسیه', 'هم‌میهن', 'ناوگان سایه', 'کی‌یف پست', 'تنگه هرمز', 'پهپاد'];

export const lexicon = lexiconOf(
  PROPERTY_NAMES.map((name, index) => entity(`entity-${index}`, name, { kind: index < 3 ? 'place' : 'concept' })),
);

/** Any string of code units: lone surrogates, controls, scripts of all kinds. */
export const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes)),
  fc.array(fc.integer({ min: 0x600, max: 0x6ff })).map((codes) => String.fromCharCode(...codes)),
  fc.array(fc.integer({ min: 0xfb50, max: 0xfeff })).map((codes) => String.fromCharCode(...codes)),
);

const word = fc.oneof(
  fc.constantFrom(...PROPERTY_NAMES),
  fc.constantFrom('و', 'به', 'از', 'ایرانی', 'می‌گوید', 'ها', 'را', 'قدیم', '۱۴۰۳', 'NATO', '«', '»', '،', '.'),
  fc
    .array(fc.constantFrom(...'ابپتجدرسشعفقکگلمنوهی\u200c\u064b\u0640يك'), { maxLength: 7 })
    .map((letters) => letters.join('')),
);
const joint = fc.constantFrom(' ', ' ', ' ', '\u200c', '  ', '\u00a0', '');

/** Text that looks like Persian: names, words and marks in any order, joined as people join them. */
export const persianText = fc
  .array(fc.tuple(word, joint), { maxLength: 30 })
  .map((parts) => parts.map(([one, between]) => one + between).join(''));
