// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Card } from '../../components/Card.tsx';
import { describeEntity } from '../../core/card/card-content.ts';
import type { Evidence } from '../../core/recognition/evidence.ts';
import { expectAccessible } from '../support/accessibility.ts';
import { entity } from '../support/entities.ts';
import { textsIn } from '../support/texts.ts';

afterEach(cleanup);

const zarif = entity('Mohammad Javad Zarif', 'محمدجواد ظریف', {
  gloss: { fa: 'دیپلمات ایرانی', en: 'Iranian diplomat' },
  background: 'او دیپلمات است. او مذاکره کرد.',
  asOf: '2026-08-23',
  roles: [
    { title: { fa: 'وزیر امور خارجه', en: 'Foreign minister' }, from: '2013-08-15', to: '2021-08-25' },
    { title: { fa: 'معاون رئیس‌جمهور', en: 'Vice-president' }, from: '2024-08-01' },
  ],
  facts: [{ on: '2015-07-14', fa: 'امضای برجام', en: 'The nuclear deal' }],
});

const evidence: Evidence[] = [
  { signal: 'ambiguous-name', weight: -3 },
  { signal: 'cue-beside', weight: 4, detail: 'آقای _' },
];

function show(language: 'fa' | 'en', articleDate?: string, onClose = vi.fn()) {
  const content = describeEntity(zarif, articleDate, '2026-11-23', language);
  const { container } = render(
    <Card content={content} evidence={evidence} language={language} t={textsIn(language)} onClose={onClose} />,
  );
  return { container, onClose, text: container.textContent ?? '' };
}

describe('the card', () => {
  it('tells in Persian who it is, then and now, with Persian digits and calendar', () => {
    const { text } = show('fa', '2019-05-01');
    expect(text).toContain('محمدجواد ظریف');
    expect(text).toContain('در زمان این خبر: وزیر امور خارجه');
    expect(text).toContain('اکنون (تا ۱ شهریور ۱۴۰۵): معاون رئیس‌جمهور');
    expect(text).toContain('۲۳ تیر ۱۳۹۴');
    expect(text).toContain('او دیپلمات است. او مذاکره کرد.');
  });

  it('does not repeat as now what it already was then', () => {
    const { text } = show('fa', '2026-08-01');
    expect(text).toContain('در زمان این خبر: معاون رئیس‌جمهور');
    expect(text).not.toContain('اکنون');
  });

  it('tells in English what it has in English, and the background as it is', () => {
    const { container, text } = show('en', '2019-05-01');
    expect(text).toContain('When this was published: Foreign minister');
    expect(text).toContain('True as of 23 August 2026');
    expect(text).toContain('14 July 2015: The nuclear deal');
    const background = container.querySelector('.card-background');
    expect(background?.getAttribute('lang')).toBe('fa');
    expect(background?.getAttribute('dir')).toBe('rtl');
  });

  it('tells why it was taken, when asked', () => {
    const { container, text } = show('fa');
    expect(container.querySelector('details')?.open).toBe(false);
    expect(text).toContain('چرا این؟');
    expect(text).toContain('این نام چند معنا دارد.');
    expect(text).toContain('کنار نام آمده است: «آقای …»');
  });

  it('names its sources as links that tell them nothing of the reader', () => {
    show('fa');
    const link = screen.getByRole('link', { name: 'Test' });
    expect(link.getAttribute('href')).toBe('https://example.org/page');
    expect(link.getAttribute('rel')).toContain('noreferrer');
  });

  it('closes by its button', () => {
    const { onClose } = show('fa');
    fireEvent.click(screen.getByRole('button', { name: 'بستن' }));
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('writes text as text', () => {
    const evil = entity('evil', '<img src=x onerror=alert(1)>', { background: '<b>یک</b>. دو.' });
    const content = describeEntity(evil, undefined, '2026-11-23', 'fa');
    const { container } = render(
      <Card content={content} evidence={[]} language="fa" t={textsIn('fa')} onClose={() => {}} />,
    );
    expect(container.querySelector('img, .card-background b')).toBeNull();
  });

  it.each(['fa', 'en'] as const)('is accessible in %s', async (language) => {
    await expectAccessible(show(language, '2019-05-01').container);
  });
});
