import { useState } from 'preact/hooks';
import { Icon } from './Icon.tsx';
import type { Texts } from './texts.ts';

export interface MuteProps {
  readonly t: Texts;
  onMute(where: 'page' | 'everywhere'): void;
}

/** «Not this one»: asks where the entity is not to be seen. */
export function Mute({ t, onMute }: MuteProps) {
  const [isAsking, setAsking] = useState(false);
  return (
    <span class="card-mute">
      <button type="button" class="card-link" aria-expanded={isAsking} onClick={() => setAsking(!isAsking)}>
        <Icon name="mute" /> {t('mute')}
      </button>
      {isAsking && (
        <span class="card-mute-where">
          <button type="button" class="card-link" onClick={() => onMute('page')}>
            {t('mutePage')}
          </button>
          <button type="button" class="card-link" onClick={() => onMute('everywhere')}>
            {t('muteEverywhere')}
          </button>
        </span>
      )}
    </span>
  );
}
