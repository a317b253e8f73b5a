import { CREDITS } from './credits.ts';
import { Switch } from './Switch.tsx';
import type { Texts } from './texts.ts';

export interface OptionsProps {
  /** Whether names are underlined anywhere. */
  readonly annotate: boolean;
  /** Sites on which they are not. */
  readonly sitesOff: readonly string[];
  readonly t: Texts;
  onAnnotate(on: boolean): void;
  onSiteOn(site: string): void;
}

/** The settings, and whose work the knowledge builds on. */
export function OptionsView({ annotate, sitesOff, t, onAnnotate, onSiteOn }: OptionsProps) {
  return (
    <main class="options">
      <h1>{t('optionsTitle')}</h1>
      <section aria-labelledby="reading">
        <h2 id="reading">{t('optionsReading')}</h2>
        <Switch label={t('popupAnnotate')} on={annotate} onChange={onAnnotate} />
        <h3>{t('optionsSitesOff')}</h3>
        {sitesOff.length === 0 ? (
          <p class="options-none">{t('optionsSitesNone')}</p>
        ) : (
          <ul class="options-sites">
            {sitesOff.map((site) => (
              <li key={site}>
                <bdi>{site}</bdi>
                <button type="button" aria-label={t('optionsSiteOnLabel', site)} onClick={() => onSiteOn(site)}>
                  {t('optionsSiteOn')}
                </button>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section aria-labelledby="credits">
        <h2 id="credits">{t('optionsCredits')}</h2>
        <p>{t('optionsCreditsAbout')}</p>
        <ul class="options-credits">
          {CREDITS.map(({ text, licence, link }) => (
            <li key={text}>
              {t(text)}{' '}
              <a href={link} target="_blank" rel="noreferrer noopener" lang="en" dir="ltr">
                {licence}
              </a>
            </li>
          ))}
        </ul>
      </section>
    </main>
  );
}
