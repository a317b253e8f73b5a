import type { Evidence, Signal } from '../core/recognition/evidence.ts';
import type { TextKey, Texts } from './texts.ts';

const SIGNAL_TEXTS: Readonly<Record<Signal, TextKey>> = {
  'certain-name': 'whyCertainName',
  'default-name': 'whyDefaultName',
  'short-name': 'whyShortName',
  'ambiguous-name': 'whyAmbiguousName',
  'cue-beside': 'whyCueBeside',
  'cue-near': 'whyCueNear',
  'full-name-in-document': 'whyFullName',
  'related-in-document': 'whyRelated',
  title: 'whyTitle',
  speech: 'whySpeech',
  'in-office': 'whyInOffice',
  topic: 'whyTopic',
  'other-topic': 'whyOtherTopic',
  quoted: 'whyQuoted',
  'others-surname': 'whyOthersSurname',
  'namesake-in-document': 'whyNamesake',
};

/** Why the name was taken for this entity: closed until it is asked for. */
export function Why({ evidence, t }: { readonly evidence: readonly Evidence[]; readonly t: Texts }) {
  if (evidence.length === 0) return null;
  return (
    <details class="card-why">
      <summary>{t('why')}</summary>
      <ul>
        {evidence.map(({ signal, detail }) => (
          <li key={signal}>{t(SIGNAL_TEXTS[signal], (detail ?? '').replaceAll('_', '…').trim())}</li>
        ))}
      </ul>
    </details>
  );
}
