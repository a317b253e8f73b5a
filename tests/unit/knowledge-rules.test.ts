import { describe, expect, it } from 'vitest';
import { parseEntries } from '../../tools/knowledge/load.ts';
import { persianFaults } from '../../tools/knowledge/persian.ts';
import { checkEntries } from '../../tools/knowledge/rules.ts';

const GOOD = `- id: sara-test
  kind: person
  name: { fa: سارا آزمون, en: Sara Test }
  names:
    short: [آزمون]
  gloss:
    fa: شخصی که در آزمون‌ها هست
    en: Somebody who is in tests
  background: >-
    او در آزمون‌ها می‌آید. هیچ‌کس او را ندیده است.
  roles:
    - title: { fa: آزمونگر, en: Tester }
      from: 2017
      to: 2019-05-01
  related: []
  sources:
    - { title: A page, url: 'https://example.org/sara', read: 2026-01-02 }
  asOf: 2026-01-02
`;

function faultsOf(text: string): string[] {
  const loaded = parseEntries(text, 'test.yaml');
  const context = {
    ordinaryWords: new Set(['همت']),
    loadedWords: ['خائن'],
    sharedOffices: ['عضو'],
    today: '2026-11-23',
  };
  return [...loaded.faults, ...checkEntries(loaded.entries, context)].map(
    ({ file, line, rule }) => `${file}:${line} ${rule}`,
  );
}

describe('checking knowledge', () => {
  it('finds nothing wrong with a good entry', () => {
    expect(faultsOf(GOOD)).toEqual([]);
  });

  it.each<[string, (text: string) => string, string]>([
    ['an unknown field', (text) => text.replace('asOf:', 'colour: red\n  asOf:'), 'test.yaml:18 schema'],
    ['a missing field', (text) => text.replace('  kind: person\n', ''), 'test.yaml:1 schema'],
    ['a kind that there is not', (text) => text.replace('person', 'hero'), 'test.yaml:2 schema'],
    ['an id with capitals', (text) => text.replace('sara-test', 'Sara'), 'test.yaml:1 schema'],
    ['a date that does not exist', (text) => text.replace('2019-05-01', '2019-02-30'), 'test.yaml:14 schema'],
    ['no source', (text) => text.replace(/ {2}sources:[\s\S]*?(?= {2}asOf)/, '  sources: []\n'), 'test.yaml:16 schema'],
    ['YAML that is none', (text) => text.replace('{ fa: سارا آزمون', '{ fa: سارا آزمون ]'), 'test.yaml:3 yaml'],
    ['a file that is no list', () => 'id: sara-test\n', 'test.yaml:1 yaml'],
    ['a long gloss', (text) => text.replace('شخصی که', `شخصی ${'بسیار '.repeat(20)}که`), 'test.yaml:7 gloss-length'],
    [
      'one sentence of background',
      (text) => text.replace(' هیچ‌کس او را ندیده است.', ''),
      'test.yaml:9 background-length',
    ],
    [
      'five sentences of background',
      (text) => text.replace('ندیده است.', 'ندیده است. یک. دو. سه.'),
      'test.yaml:9 background-length',
    ],
    ['an Arabic letter in our text', (text) => text.replace('شخصی', 'شخصي'), 'test.yaml:7 persian'],
    ['a Latin digit in our text', (text) => text.replace('شخصی', '3 شخص'), 'test.yaml:7 persian'],
    ['a space where ZWNJ belongs', (text) => text.replace('می‌آید', 'می آید'), 'test.yaml:9 persian'],
    [
      'a ZWNJ where letters do not join anyway',
      (text) => text.replace('سارا آزمون', 'محمد\u200cرضا آزمون'),
      'test.yaml:3 persian',
    ],
    [
      'an ordinary word as certain',
      (text) => text.replace('short: [آزمون]', 'certain: [همت]'),
      'test.yaml:5 ordinary-word',
    ],
    [
      'an ambiguous name without cues',
      (text) => text.replace('short: [آزمون]', 'ambiguous: [{ name: همت }]'),
      'test.yaml:5 cues',
    ],
    ['a name twice', (text) => text.replace('[آزمون]', '[آزمون, ازمون]'), 'test.yaml:5 name'],
    ['a role that ends before it begins', (text) => text.replace('2019-05-01', '2015'), 'test.yaml:12 dates'],
    [
      'a fact without a date',
      (text) => text.replace('  related:', '  facts:\n    - { fa: چیزی }\n  related:'),
      'test.yaml:16 dates',
    ],
    ['a day in the future', (text) => text.replace('asOf: 2026-01-02', 'asOf: 2027-01-02'), 'test.yaml:18 dates'],
    [
      'a channel as source',
      (text) => text.replace('https://example.org/sara', 'https://t.me/channel/5'),
      'test.yaml:17 source',
    ],
    ['a relation to nobody', (text) => text.replace('related: []', 'related: [nobody]'), 'test.yaml:15 related'],
    ['a relation to itself', (text) => text.replace('related: []', 'related: [sara-test]'), 'test.yaml:15 related'],
    ['a word that takes a side', (text) => text.replace('او در', 'آن خائن در'), 'test.yaml:9 loaded-word'],
    [
      'a background that fits no card',
      (text) => text.replace('او در', `او ${'بسیار '.repeat(150)}در`),
      'test.yaml:9 background-length',
    ],
    [
      'an office before birth',
      (text) => text.replace('  roles:', '  period: { from: 2018 }\n  roles:'),
      'test.yaml:13 lifetime',
    ],
    [
      'an office after death',
      (text) => text.replace('  roles:', '  period: { to: 2018 }\n  roles:'),
      'test.yaml:13 lifetime',
    ],
    [
      'an office that death did not end',
      (text) => text.replace('      to: 2019-05-01\n', '').replace('  roles:', '  period: { to: 2018 }\n  roles:'),
      'test.yaml:13 lifetime',
    ],
    [
      'somebody in office at whom nobody looked for two years',
      (text) => text.replace('      to: 2019-05-01\n', '').replace('asOf: 2026', 'asOf: 2024'),
      'test.yaml:17 stale',
    ],
    [
      'a relation twice',
      (text) => `${text.replace('related: []', 'related: [mina, mina]')}${text.replace('sara-test', 'mina')}`,
      'test.yaml:15 related',
    ],
    ['an id twice', (text) => text + text.replaceAll('آزمون', 'نمونه'), 'test.yaml:19 id'],
  ])('tells file, line and rule of %s', (_, damage, fault) => {
    expect(faultsOf(damage(GOOD))).toContain(fault);
  });

  it.each<[string, string, string, boolean]>([
    ['both certain', 'certain: [آزمون]', 'certain: [آزمون]', true],
    ['certain and default', 'certain: [آزمون]', 'default: [آزمون]', true],
    [
      'both certain, at other times',
      'certain: [{ name: آزمون, to: 2020 }]',
      'certain: [{ name: آزمون, from: 2021 }]',
      false,
    ],
    ['default and short', 'default: [آزمون]', 'short: [آزمون]', false],
    ['both short', 'short: [آزمون]', 'short: [آزمون]', false],
  ])('a name shared by two, %s', (_, one, other, isFault) => {
    const second = GOOD.replaceAll('sara-test', 'mina-test')
      .replace('سارا آزمون', 'مینا آزمون')
      .replace('short: [آزمون]', other);
    const faults = faultsOf(GOOD.replace('short: [آزمون]', one) + second);
    expect(faults.some((fault) => fault.endsWith('shared-name'))).toBe(isFault);
  });
});

describe('two entries', () => {
  const second = (text: string) =>
    text.replaceAll('sara-test', 'mina-test').replace('آزمون, en: Sara', 'آزمون دوم, en: Mina');
  const both = (change: (text: string) => string) => faultsOf(GOOD + change(second(GOOD)));

  it('do not hold one office at once, but one after the other', () => {
    expect(both((text) => text)).toContain('test.yaml:30 office');
    expect(
      both((text) => text.replace('from: 2017', 'from: 2019-05-01').replace('to: 2019-05-01', 'to: 2021')),
    ).toEqual([]);
  });

  it('may hold an office that many hold', () => {
    const members = `${GOOD}${second(GOOD)}`.replaceAll('fa: آزمونگر', 'fa: عضو هیئت آزمون');
    expect(faultsOf(members)).toEqual([]);
  });

  it('list each other when both are people', () => {
    const other = (text: string) => text.replace('fa: آزمونگر', 'fa: نمونه‌گر');
    expect(both((text) => other(text.replace('related: []', 'related: [sara-test]')))).toEqual([
      'test.yaml:33 related',
    ]);
    const mutual = GOOD.replace('related: []', 'related: [mina-test]');
    expect(faultsOf(mutual + other(second(GOOD).replace('related: []', 'related: [sara-test]')))).toEqual([]);
  });

  it('of one name are told apart by their English names', () => {
    const other = (en: string) =>
      GOOD.replaceAll('sara-test', 'sara-two')
        .replace('fa: آزمونگر', 'fa: نمونه‌گر')
        .replace('en: Sara Test', `en: ${en}`);
    const shared = (text: string) => text.replace('short: [آزمون]', 'short: [سارا آزمون, آزمون]');
    expect(faultsOf(shared(GOOD) + shared(other('Sara Test')))).toEqual(['test.yaml:19 duplicate']);
    expect(faultsOf(shared(GOOD) + shared(other('Sara Test (runner)')))).toEqual([]);
  });
});

describe('Persian orthography', () => {
  it.each([
    'او می‌گوید کتاب‌ها را خوانده است؛ بله!',
    'در ۱۷ ژانویه ۲۰۲۵ (۲۸ دی ۱۴۰۳) در «مسکو» امضا شد.',
    'نمایندگان مجلس، از جمله او، رأی دادند.',
  ])('is right: «%s»', (text) => expect(persianFaults(text)).toEqual([]));
  it.each([
    'می گوید',
    'نمی شود',
    'کتاب ها',
    'كتاب',
    'علي',
    '"نقل"',
    'بله , نه',
    'سلام،خوبی',
    'دو  فاصله',
    '« نقل »',
    'خانهٔ ما',
    'سال 1403',
    'علی\u200c رفت',
  ])('is wrong: «%s»', (text) => expect(persianFaults(text)).not.toEqual([]));
});
