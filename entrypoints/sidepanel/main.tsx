import '../../components/screen.css';
import { render } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type BriefedEntity, type PanelPage, PanelView } from '../../components/PanelView.tsx';
import { type CardContent, describeCard } from '../../core/card/card-content.ts';
import type { Brief } from '../../core/messages/brief.ts';
import { ask } from '../../platform/messages/ask.ts';
import { askPage } from '../../platform/messages/ask-page.ts';
import { prepareScreen } from '../../platform/screen.ts';
import { activeTab, onTabChanged } from '../../platform/tabs.ts';
import { type Language, text } from '../../platform/texts.ts';

/** Milliseconds between two looks at the page: it may be read still, or change. */
const LOOK_AGAIN = 1000;

interface Seen {
  readonly tabId: number | undefined;
  readonly page: PanelPage;
  readonly date: string | undefined;
}

/** What the panel shows of the tab in front of the reader. */
async function lookAtTab(): Promise<Seen> {
  const tab = await activeTab();
  const answer = tab && (await askPage(tab.id, { type: 'describe-page' }));
  if (!answer) return { tabId: tab?.id, page: { state: 'nothing-to-read' }, date: undefined };
  if (!answer.isPersian) return { tabId: tab.id, page: { state: 'not-persian' }, date: undefined };
  const counts = new Map(answer.entities.map(({ id, count }) => [id, count]));
  const briefs = await ask({ type: 'describe-entities', ids: [...counts.keys()] }).catch(() => []);
  const entities: BriefedEntity[] = briefs.map((brief) => ({ ...brief, count: counts.get(brief.id) ?? 0 }));
  return { tabId: tab.id, page: { state: 'read', entities }, date: answer.date ?? undefined };
}

function Panel({ language }: { readonly language: Language }) {
  const [{ tabId, page, date }, setSeen] = useState<Seen>({
    tabId: undefined,
    page: { state: 'reading' },
    date: undefined,
  });
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<readonly Brief[]>();
  const [open, setOpen] = useState<{ id: string; content: CardContent | undefined }>();
  const [shownMention, setShownMention] = useState<{ id: string; mention: number }>();
  const lastTab = useRef<number | undefined>(undefined);
  /** Counts the queries, so that a late answer does not take the place of a newer one. */
  const queries = useRef(0);

  useEffect(() => {
    const look = async () => {
      const seen = await lookAtTab();
      if (seen.tabId !== lastTab.current) {
        lastTab.current = seen.tabId;
        setOpen(undefined);
        setShownMention(undefined);
      }
      // the same as before is not drawn again: what the reader points at must not move
      setSeen((before) => (JSON.stringify(before) === JSON.stringify(seen) ? before : seen));
    };
    void look();
    const timer = setInterval(() => void look(), LOOK_AGAIN);
    const stop = onTabChanged(() => void look());
    return () => {
      clearInterval(timer);
      stop();
    };
  }, []);

  const search = async (words: string) => {
    setQuery(words);
    const mine = ++queries.current;
    if (words.trim() === '') return setFound(undefined);
    const answer = await ask({ type: 'search-knowledge', query: words.trim() }).catch(() => []);
    if (mine === queries.current) setFound(answer);
  };
  const show = async (id: string | undefined) => {
    setOpen(id === undefined ? undefined : { id, content: undefined });
    if (id === undefined) return;
    const answer = await ask({ type: 'get-card', id, others: [] }).catch(() => null);
    const inArticle = new Set(page.state === 'read' ? page.entities.map((entity) => entity.id) : []);
    const today = new Date().toISOString().slice(0, 10);
    const content = answer ? describeCard(answer, { articleDate: date, today, language, inArticle }) : undefined;
    setOpen((now) => (now?.id === id ? { id, content } : now));
  };
  const lead = async (id: string) => {
    if (tabId === undefined) return;
    const mention = await askPage(tabId, { type: 'show-entity', id, withCard: false });
    if (typeof mention === 'number') setShownMention({ id, mention });
  };
  const scrollBack = async () => {
    if (tabId !== undefined) await askPage(tabId, { type: 'scroll-back' });
    setShownMention(undefined);
  };

  return (
    <PanelView
      page={page}
      query={query}
      found={found}
      open={open}
      shownMention={shownMention}
      language={language}
      t={text}
      onQuery={(words) => void search(words)}
      onOpen={(id) => void show(id)}
      onMention={(id) => void lead(id)}
      onScrollBack={() => void scrollBack()}
    />
  );
}

const { root, language } = await prepareScreen('panelTitle');
render(<Panel language={language} />, root);
