import { describe, expect, it } from 'vitest';
import { describeCard } from '../../core/card/card-content.ts';
import { covers, firstDay, isPartialDate, lastDay } from '../../core/knowledge/partial-date.ts';
import { whatIsTrueAt } from '../../core/knowledge/true-at.ts';
import { entity } from '../support/entities.ts';

const role = (fa: string, from?: string, to?: string) => ({ title: { fa, en: fa }, from, to });
const zarif = entity('zarif', 'ظریف', {
  asOf: '2026-01-01',
  period: { from: '1960-01-08' },
  roles: [
    role('وزیر خارجه', '2013-08-15', '2021-08-25'),
    role('معاون رئیس‌جمهور', '2024-08', '2025-03-02'),
    role('استاد دانشگاه'),
  ],
  facts: [
    { fa: 'توافق وین', on: '2015-07-14' },
    { fa: 'استعفا', on: '2025-03' },
  ],
});
const titles = (day: string) => whatIsTrueAt(zarif, day).roles.map(({ title }) => title.fa);

describe('partial dates', () => {
  it.each(['2026', '2026-03', '2024-02-29'])('%s is one', (date) => expect(isPartialDate(date)).toBe(true));
  it.each(['2026-13', '2025-02-29', '26', '2026-3', '', 'today', '2026-03-08T00:00'])('%s is none', (date) => {
    expect(isPartialDate(date)).toBe(false);
  });
  it('reach from their first to their last day', () => {
    expect([firstDay('2026'), firstDay('2026-03'), firstDay('2026-03-08')]).toEqual([
      '2026-01-01',
      '2026-03-01',
      '2026-03-08',
    ]);
    expect([lastDay('2026'), lastDay('2026-03-08')]).toEqual(['2026-12-31', '2026-03-08']);
    expect(lastDay('2026-02') >= '2026-02-28').toBe(true);
  });
  it('bound periods, open ends included', () => {
    expect(covers({ from: '2020' }, '2020-01-01')).toBe(true);
    expect(covers({ from: '2020' }, '2019-12-31')).toBe(false);
    expect(covers({ to: '2020-05' }, '2020-05-31')).toBe(true);
    expect(covers({ to: '2020-05' }, '2020-06-01')).toBe(false);
    expect(covers({}, '1900-01-01')).toBe(true);
  });
});

describe('what is true at a date', () => {
  it('is the office held on that day', () => {
    expect(titles('2019-05-01')).toEqual(['وزیر خارجه']);
    expect(titles('2021-08-25')).toEqual(['وزیر خارجه']);
    expect(titles('2022-01-01')).toEqual([]);
    expect(titles('2024-08-31')).toEqual(['معاون رئیس‌جمهور']);
  });
  it('leaves out a role without any date', () => {
    expect(titles('2026-01-01')).toEqual([]);
  });
  it('tells facts that had happened by then, the latest first', () => {
    expect(whatIsTrueAt(zarif, '2019-01-01').facts.map(({ fa }) => fa)).toEqual(['توافق وین']);
    expect(whatIsTrueAt(zarif, '2026-01-01').facts.map(({ fa }) => fa)).toEqual(['استعفا', 'توافق وین']);
  });
  it('tells whether the entity existed', () => {
    const war = entity('war', 'جنگ', { period: { from: '2026-02-28', to: '2026-04-08' } });
    expect(whatIsTrueAt(war, '2019-01-01').existence).toBe('before');
    expect(whatIsTrueAt(war, '2026-03-01').existence).toBe('during');
    expect(whatIsTrueAt(war, '2026-05-01').existence).toBe('after');
    expect(whatIsTrueAt(entity('x', 'x'), '2026-05-01').existence).toBe('unknown');
  });
});

describe('what the card says', () => {
  it('is then, and now where that differs', () => {
    const content = describeCard(
      { entity: zarif, related: [], others: [], highlights: 0 },
      { articleDate: '2019-05-01', today: '2024-09-01', language: 'fa', inArticle: new Set() },
    );
    expect(content.rolesThen).toEqual(['وزیر خارجه']);
    expect(content.rolesNow).toEqual(['معاون رئیس‌جمهور']);
  });
  it('is once what has not changed', () => {
    const content = describeCard(
      { entity: zarif, related: [], others: [], highlights: 0 },
      { articleDate: '2019-05-01', today: '2019-06-01', language: 'fa', inArticle: new Set() },
    );
    expect(content.rolesThen).toEqual(['وزیر خارجه']);
    expect(content.rolesNow).toEqual([]);
  });
  it('is now where the page has no date', () => {
    const content = describeCard(
      { entity: zarif, related: [], others: [], highlights: 0 },
      { articleDate: undefined, today: '2019-06-01', language: 'en', inArticle: new Set() },
    );
    expect(content.rolesThen).toEqual([]);
    expect(content.rolesNow).toEqual(['وزیر خارجه']);
    expect(content.name).toBe('zarif');
  });
  it('gives the dead no office now, and says when they died', () => {
    const late = entity('late', 'درگذشته', {
      period: { to: '2024-05-19' },
      roles: [role('رئیس‌جمهور', '2021-08-05', '2024-05-19')],
    });
    const content = describeCard(
      { entity: late, related: [], others: [], highlights: 0 },
      { articleDate: '2023-01-01', today: '2026-11-23', language: 'fa', inArticle: new Set() },
    );
    expect(content.rolesThen).toEqual(['رئیس‌جمهور']);
    expect(content.rolesNow).toEqual([]);
    expect(content.ended).toBe('2024-05-19');
  });
});
