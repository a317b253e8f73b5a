import type { TextKey } from '../../components/texts.ts';
import type { Refusal } from '../../core/messages/requests.ts';

/** Why something was not done; `disconnected`: the extension was updated under the page. */
export type Fault = Refusal | 'disconnected';

/** What the reader is told. */
export const FAULT_TEXTS = {
  'private-window': 'noticePrivate',
  storage: 'noticeStorage',
  'disk-full': 'noticeDiskFull',
  unknown: 'noticeGone',
  disconnected: 'noticeDisconnected',
} as const satisfies Record<Fault, TextKey>;

/** The answer where nobody answers. */
export function disconnected(): { readonly ok: false; readonly reason: 'disconnected' } {
  return { ok: false, reason: 'disconnected' };
}
