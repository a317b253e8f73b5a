// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type PanelPage, type PanelProps, PanelView } from '../../components/PanelView.tsx';
import { describeCard } from '../../core/card/card-content.ts';
import { expectAccessible } from '../support/accessibility.ts';
import { entity } from '../support/entities.ts';
import { textsIn } from '../support/texts.ts';

afterEach(cleanup);

const brief = (id: string, fa: string, kind: 'person' | 'place' | 'group' | 'law') => ({
  id,
  kind,
  name: { fa, en: id },
  gloss: { fa: `درباره ${fa}`, en: `About ${id}` },
});
const read: PanelPage = {
  state: 'read',
  entities: [
    { ...brief('iran', 'ایران', 'place'), count: 3 },
    { ...brief('zarif', 'ظریف', 'person'), count: 2 },
    { ...brief('hamas', 'حماس', 'group'), count: 1 },
    { ...brief('russia', 'روسیه', 'place'), count: 1 },
  ],
};
const content = describeCard(
  {
    entity: entity('zarif', 'ظریف', { background: 'او دیپلمات است. او مذاکره کرد.' }),
    related: [],
    others: [],
    highlights: 0,
  },
  { articleDate: undefined, today: '2026-11-23', language: 'fa', inArticle: new Set() },
);

function show(more: Partial<PanelProps> = {}) {
  const props: PanelProps = {
    page: read,
    query: '',
    found: undefined,
    open: undefined,
    shownMention: undefined,
    language: 'fa',
    t: textsIn('fa'),
    onQuery: vi.fn(),
    onOpen: vi.fn(),
    onMention: vi.fn(),
    onScrollBack: vi.fn(),
    ...more,
  };
  return { ...render(<PanelView {...props} />), props };
}

describe('the side panel', () => {
  it('groups what the article names by kind, each in the order of its weight', () => {
    show();
    expect(screen.getAllByRole('heading', { level: 2 }).map((one) => one.textContent)).toEqual([
      'کسان',
      'نهادها و گروه‌ها',
      'جاها',
    ]);
    const places = screen.getByRole('region', { name: 'جاها' });
    expect([...places.querySelectorAll('.panel-word')].map((one) => one.textContent)).toEqual(['ایران', 'روسیه']);
  });

  it('opens a background and closes it', () => {
    const { props } = show();
    const name = within(screen.getByRole('region', { name: 'کسان' })).getByRole('button', { expanded: false });
    fireEvent.click(name);
    expect(props.onOpen).toHaveBeenCalledWith('zarif');
    cleanup();
    const opened = show({ open: { id: 'zarif', content } });
    expect(opened.container.textContent).toContain('او مذاکره کرد.');
    fireEvent.click(screen.getByRole('button', { expanded: true }));
    expect(opened.props.onOpen).toHaveBeenCalledWith(undefined);
  });

  it('leads to each mention, tells which one, and back', () => {
    const { props } = show();
    fireEvent.click(screen.getByRole('button', { name: '۳ بار؛ نشان بده: ایران' }));
    expect(props.onMention).toHaveBeenCalledWith('iran');
    cleanup();
    const led = show({ shownMention: { id: 'iran', mention: 1 } });
    expect(led.container.textContent).toContain('مورد ۲ / ۳؛ بعدی');
    fireEvent.click(screen.getByRole('button', { name: 'بازگشت به جایی که بودم' }));
    expect(led.props.onScrollBack).toHaveBeenCalledOnce();
  });

  it('writes the hint of the empty search as the interface runs, and what is typed as it runs itself', () => {
    show();
    expect(screen.getByRole('searchbox').getAttribute('dir')).toBeNull();
    cleanup();
    show({ query: 'Iran' });
    expect(screen.getByRole('searchbox').getAttribute('dir')).toBe('auto');
  });

  it('searches all knowledge, and says how much was found', () => {
    const { props } = show();
    fireEvent.input(screen.getByLabelText('جستجو در همه دانسته‌ها'), { target: { value: 'عراق' } });
    expect(props.onQuery).toHaveBeenCalledWith('عراق');
    cleanup();
    show({ query: 'عراق', found: [brief('iraq', 'عراق', 'place')] });
    expect(screen.getByRole('status').textContent).toBe('۱ مورد پیدا شد');
    expect(screen.queryByRole('button', { name: /نشان بده/ })).toBeNull();
    cleanup();
    show({ query: 'هیچ', found: [] });
    expect(screen.getByRole('status').textContent).toBe('چیزی به این نام پیدا نشد.');
  });

  it.each<[string, PanelPage]>([
    ['در حال خواندن صفحه…', { state: 'reading' }],
    ['این صفحه فارسی نیست و دست نخورده است.', { state: 'not-persian' }],
    ['در این صفحه نام آشنایی نیست.', { state: 'read', entities: [] }],
  ])('says «%s»', (sentence, page) => {
    show({ page });
    expect(screen.getByText(sentence)).toBeTruthy();
  });

  it.each<Partial<PanelProps>>([
    {},
    { open: { id: 'zarif', content } },
    { query: 'عراق', found: [brief('iraq', 'عراق', 'place')] },
    { language: 'en', t: textsIn('en') },
  ])('is accessible', async (more) => {
    await expectAccessible(show(more).container);
  });
});
