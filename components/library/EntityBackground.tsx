import { useEffect, useState } from 'preact/hooks';
import { describeCard } from '../../core/card/card-content.ts';
import type { MonthCalendar } from '../../core/highlights/library/months.ts';
import type { CardAnswer } from '../../core/messages/requests.ts';
import { EntityBody } from '../EntityBody.tsx';
import type { Locale } from './language.ts';

export interface EntityBackgroundProps extends Locale {
  /** Id of the entity. */
  readonly entity: string;
  readonly calendar: MonthCalendar;
  /** Resolves to null when the entity is not known. */
  read(id: string): Promise<CardAnswer | null>;
}

/** Who or what an entity is, above the passages that mention it; the reader can fold it up. */
export function EntityBackground({ entity, calendar, language, t, read }: EntityBackgroundProps) {
  const [card, setCard] = useState<CardAnswer | null>();
  useEffect(() => {
    let isWanted = true;
    setCard(undefined);
    void read(entity).then((answer) => {
      if (isWanted) setCard(answer);
    });
    return () => {
      isWanted = false;
    };
  }, [entity, read]);

  if (!card) return null;
  // no article: what it is now
  const today = new Date().toISOString().slice(0, 10);
  const content = describeCard(card, { articleDate: undefined, today, language, inArticle: new Set() });
  return (
    <details class="entity-background" open>
      <summary>{t('cardLabel', content.name)}</summary>
      <div class="panel-body">
        <EntityBody content={content} language={language} calendar={calendar} t={t} />
      </div>
    </details>
  );
}
