// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Card, type CardProps } from '../../components/Card.tsx';
import { Notice } from '../../components/Notice.tsx';
import { cardText, describeCard } from '../../core/card/card-content.ts';
import type { CardAnswer } from '../../core/messages/requests.ts';
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

const brief = (id: string, fa: string) => ({
  id,
  kind: 'organization' as const,
  name: { fa, en: id },
  gloss: { fa: `درباره ${fa}`, en: `About ${id}` },
});
const answer: CardAnswer = {
  entity: zarif,
  related: [brief('iran', 'ایران'), brief('jcpoa', 'برجام')],
  others: [brief('zarif-poet', 'ظریف شاعر')],
  highlights: 0,
};

function contentOf(language: 'fa' | 'en', articleDate?: string, from = answer) {
  return describeCard(from, { articleDate, today: '2026-11-23', language, inArticle: new Set(['jcpoa']) });
}

function show(language: 'fa' | 'en', articleDate?: string, more: Partial<CardProps> = {}) {
  const props: CardProps = {
    body: { state: 'ready', content: contentOf(language, articleDate) },
    evidence,
    canGoBack: false,
    isPinned: false,
    language,
    t: textsIn(language),
    onClose: vi.fn(),
    onPin: vi.fn(),
    onBack: vi.fn(),
    onEntity: vi.fn(),
    onMute: vi.fn(),
    onCopy: vi.fn(),
    onHighlights: vi.fn(),
    onRetry: vi.fn(),
    onResize: vi.fn(),
    ...more,
  };
  const { container } = render(<Card {...props} />);
  return { container, props, text: container.textContent ?? '' };
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
    expect(container.querySelector<HTMLDetailsElement>('.card-why')?.open).toBe(false);
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

  it('lists all roles in their order, with dates in the calendar of the language', () => {
    const { container } = show('fa');
    const roles = [...container.querySelectorAll('.card-roles li')].map((one) => one.textContent);
    expect(roles).toEqual(['معاون رئیس‌جمهور (از ۱۱ مرداد ۱۴۰۳)', 'وزیر امور خارجه (۲۴ مرداد ۱۳۹۲ – ۳ شهریور ۱۴۰۰)']);
  });

  it('shows Gregorian dates on demand, and Solar Hijri ones again', () => {
    const { container } = show('fa');
    fireEvent.click(screen.getByRole('button', { name: 'تاریخ میلادی' }));
    expect(container.textContent).toContain('۱۴ ژوئیهٔ ۲۰۱۵');
    fireEvent.click(screen.getByRole('button', { name: 'تاریخ شمسی' }));
    expect(container.textContent).toContain('۲۳ تیر ۱۳۹۴');
  });

  it('tells birth and death', () => {
    const dead = entity('Hafez', 'حافظ', { period: { from: '1325', to: '1390' } });
    const content = contentOf('fa', undefined, { entity: dead, related: [], others: [], highlights: 0 });
    const { text } = show('fa', undefined, { body: { state: 'ready', content } });
    expect(text).toContain('زاده: ۱۳۲۵ میلادی؛ درگذشت: ۱۳۹۰ میلادی');
  });

  it('leads to what is related, that of the article first, and to other meanings of the name', () => {
    const { container, props } = show('fa');
    const related = [...container.querySelectorAll('.card-related button')].map((one) => one.textContent);
    expect(related).toEqual(['برجام', 'ایران']);
    fireEvent.click(screen.getByRole('button', { name: 'برجام' }));
    expect(props.onEntity).toHaveBeenCalledWith('jcpoa');
    fireEvent.click(screen.getByRole('button', { name: 'ظریف شاعر' }));
    expect(props.onEntity).toHaveBeenCalledWith('zarif-poet');
  });

  it('goes back only where there is something to go back to', () => {
    show('fa');
    expect(screen.queryByRole('button', { name: 'بازگشت' })).toBeNull();
    cleanup();
    const { props } = show('fa', undefined, { canGoBack: true });
    fireEvent.click(screen.getByRole('button', { name: 'بازگشت' }));
    expect(props.onBack).toHaveBeenCalledOnce();
  });

  it('asks where somebody is not wanted, and only then hides them', () => {
    const { props } = show('fa');
    fireEvent.click(screen.getByRole('button', { name: 'این نیست' }));
    expect(props.onMute).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: 'هیچ‌جا نشان نده' }));
    expect(props.onMute).toHaveBeenCalledWith('Mohammad Javad Zarif', 'everywhere');
  });

  it('pins, copies and closes by its buttons', () => {
    const { props } = show('fa', undefined, { isPinned: true });
    const pin = screen.getByRole('button', { name: 'سنجاق کردن' });
    expect(pin.getAttribute('aria-pressed')).toBe('true');
    fireEvent.click(pin);
    fireEvent.click(screen.getByRole('button', { name: 'رونوشت' }));
    fireEvent.click(screen.getByRole('button', { name: 'بستن' }));
    expect([props.onPin, props.onCopy, props.onClose].map((one) => vi.mocked(one).mock.calls.length)).toEqual([
      1, 1, 1,
    ]);
  });

  it('copies who it is, until when that was true, and its sources', () => {
    expect(cardText(contentOf('fa'), 'پیشینه، درست تا امروز')).toBe(
      [
        'محمدجواد ظریف: دیپلمات ایرانی',
        'او دیپلمات است. او مذاکره کرد.',
        'پیشینه، درست تا امروز',
        'Test: https://example.org/page',
      ].join('\n'),
    );
  });

  it.each<[string, CardProps['body'], string]>([
    ['that it is reading', { state: 'loading' }, 'در حال خواندن…'],
    ['that an entry is gone', { state: 'unknown' }, 'این مدخل دیگر در دانسته‌های پیشینه نیست. صفحه را دوباره باز کنید.'],
    ['that the store is damaged', { state: 'failed' }, 'دانسته‌ها خوانده نشد.'],
  ])('says %s', async (_, body, sentence) => {
    const { container, text } = show('fa', undefined, { body });
    expect(text).toContain(sentence);
    expect(screen.getByRole('button', { name: 'بستن' })).toBeTruthy();
    await expectAccessible(container);
  });

  it('tries again when the reader asks', () => {
    const { props } = show('fa', undefined, { body: { state: 'failed' } });
    fireEvent.click(screen.getByRole('button', { name: 'دوباره' }));
    expect(props.onRetry).toHaveBeenCalledOnce();
  });

  it('leads to the saved passages that mention the entity, where there are any', () => {
    const content = contentOf('fa', undefined, { ...answer, highlights: 3 });
    const { props } = show('fa', undefined, { body: { state: 'ready', content } });
    fireEvent.click(screen.getByRole('button', { name: 'متن‌های ذخیره‌شده شما از این نام: ۳' }));
    expect(props.onHighlights).toHaveBeenCalledWith(zarif.id);
    cleanup();
    show('fa');
    expect(screen.queryByRole('button', { name: /متن‌های ذخیره‌شده/ })).toBeNull();
  });

  it('writes text as text', () => {
    const evil = entity('evil', '<img src=x onerror=alert(1)>', { background: '<b>یک</b>. دو.' });
    const content = contentOf('fa', undefined, { entity: evil, related: [], others: [], highlights: 0 });
    const { container } = show('fa', undefined, { body: { state: 'ready', content } });
    expect(container.querySelector('img, .card-background b')).toBeNull();
  });

  it.each(['fa', 'en'] as const)('is accessible in %s', async (language) => {
    await expectAccessible(show(language, '2019-05-01').container);
  });
});

describe('a notice', () => {
  it('offers to undo', () => {
    const onClick = vi.fn();
    render(<Notice message="پنهان شد." actions={[{ label: 'بازگرداندن', onClick }]} />);
    fireEvent.click(screen.getByRole('button', { name: 'بازگرداندن' }));
    expect(onClick).toHaveBeenCalledOnce();
  });
});
