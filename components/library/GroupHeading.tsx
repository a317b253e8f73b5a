import { webAddress } from '../../core/highlights/exchange/web-address.ts';
import type { Page } from '../../core/highlights/highlight.ts';
import type { Group } from '../../core/highlights/library/rows.ts';
import { formatDate, formatNumber } from '../format.ts';
import { type Locale, langOf } from './language.ts';

/** What the passages below have in common: their page, or the day on which they were saved. */
export function GroupHeading({ group, language, t }: Locale & { readonly group: Group }) {
  const count = <span class="group-count">{t('libraryCount', formatNumber(group.count, language))}</span>;
  if (group.by === 'day') {
    return (
      <header class="group">
        <h2>{formatDate(group.day, language)}</h2>
        <p class="group-about">{count}</p>
      </header>
    );
  }
  const { site, date } = group.page;
  return (
    <header class="group">
      <h2>
        <PageLink page={group.page} />
      </h2>
      <p class="group-about">
        {site !== '' && <bdi>{site}</bdi>}
        {date !== undefined && <time dateTime={date}>{formatDate(date, language)}</time>}
        {count}
      </p>
    </header>
  );
}

/** The page's title, as a link to it where its address is one of the web. */
export function PageLink({ page }: { readonly page: Page }) {
  const title = page.title.trim() || page.address;
  const address = webAddress(page.address);
  if (address === undefined) return <bdi lang={langOf(title)}>{title}</bdi>;
  return (
    <a href={address} target="_blank" rel="noreferrer noopener">
      <bdi lang={langOf(title)}>{title}</bdi>
    </a>
  );
}
