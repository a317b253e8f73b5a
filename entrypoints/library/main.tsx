import '../../components/screen.css';
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { type LibraryState, LibraryView } from '../../components/LibraryView.tsx';
import type { Highlight } from '../../core/highlights/highlight.ts';
import { ask } from '../../platform/messages/ask.ts';
import { prepareScreen } from '../../platform/screen.ts';
import { type Language, text } from '../../platform/texts.ts';

async function loadLibrary(): Promise<LibraryState> {
  try {
    const answer = await ask({ type: 'all-highlights' });
    return answer.ok ? { state: 'ready', highlights: answer.highlights, missing: answer.missing } : { state: 'failed' };
  } catch {
    return { state: 'failed' };
  }
}

function Library({ language }: { readonly language: Language }) {
  const [library, setLibrary] = useState<LibraryState>({ state: 'loading' });
  const [deleted, setDeleted] = useState<Highlight>();
  const load = () => void loadLibrary().then(setLibrary);
  useEffect(() => {
    load();
    // what was saved in another tab meanwhile is there when the reader comes back
    document.addEventListener('visibilitychange', load);
    return () => document.removeEventListener('visibilitychange', load);
  }, []);

  const remove = async (highlight: Highlight) => {
    const answer = await ask({ type: 'delete-highlight', id: highlight.id }).catch(() => ({ ok: false }));
    if (answer.ok) setDeleted(highlight);
    load();
  };
  const undo = async () => {
    if (!deleted) return;
    const answer = await ask({ type: 'restore-highlight', highlight: deleted }).catch(() => ({ ok: false }));
    if (answer.ok) setDeleted(undefined);
    load();
  };

  return (
    <LibraryView
      library={library}
      deleted={deleted}
      language={language}
      t={text}
      onDelete={(highlight) => void remove(highlight)}
      onUndo={() => void undo()}
    />
  );
}

const { root, language } = await prepareScreen('libraryTitle');
render(<Library language={language} />, root);
