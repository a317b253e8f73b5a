import type { ComponentChildren } from 'preact';
import type { TextKey, Texts } from './texts.ts';

export interface WelcomeProps {
  /** Whether the browser has a panel beside the page. */
  readonly hasPanel: boolean;
  readonly t: Texts;
  /** The paragraph on which the reader tries it; read and annotated like any page. */
  readonly sample: ComponentChildren;
  onOptions(): void;
}

/** What the reader must know, on one screen, with a paragraph to try it on. */
export function WelcomeView({ hasPanel, t, sample, onOptions }: WelcomeProps) {
  const steps: readonly TextKey[] = [
    'welcomePoint',
    'welcomeKeys',
    ...(hasPanel ? (['welcomePanel'] as const) : []),
    'welcomeSave',
    'welcomeOff',
  ];
  return (
    <main class="welcome">
      <h1>{t('welcomeTitle')}</h1>
      <p class="welcome-lead">{t('welcomeLead')}</p>
      <section aria-labelledby="try">
        <h2 id="try">{t('welcomeTry')}</h2>
        {sample}
      </section>
      <ul class="welcome-steps">
        {steps.map((step) => (
          <li key={step}>{t(step)}</li>
        ))}
      </ul>
      <p>{t('welcomePrivate')}</p>
      <button type="button" class="welcome-options" onClick={onOptions}>
        {t('popupOptions')}
      </button>
    </main>
  );
}
