import type { Language, Texts } from '../../components/texts.ts';
import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import fa from '../../public/_locales/fa/messages.json' with { type: 'json' };

/** The interface's texts as the browser would give them. */
export function textsIn(language: Language): Texts {
  const messages: Record<string, { message: string }> = language === 'fa' ? fa : en;
  return (key, ...gaps) => (messages[key]?.message ?? '').replace('$ONE$', gaps[0] ?? '');
}
