/**
 * The card's states as data. Timers, the DOM and the store stay outside: the caller feeds events, does what
 * the state says, and hands back what comes of it. `token` counts requests, so that a late answer is dropped.
 */
export type CardState<Mark> =
  | { readonly state: 'closed'; readonly token: number }
  /** The pointer rests on a name; the card opens when it has rested for `OPEN_AFTER`. */
  | { readonly state: 'resting'; readonly token: number; readonly mark: Mark }
  | { readonly state: 'loading'; readonly token: number; readonly mark: Mark; readonly by: OpenedBy }
  | OpenCard<Mark>
  /** The pointer has left; the card closes when it hasn't come back within `CLOSE_AFTER`. */
  | { readonly state: 'leaving'; readonly token: number; readonly mark: Mark; readonly by: OpenedBy };

interface OpenCard<Mark> {
  readonly state: 'open';
  readonly token: number;
  readonly mark: Mark;
  readonly by: OpenedBy;
  /** Stays until it is closed by hand, wherever the pointer goes and the page scrolls. */
  readonly isPinned: boolean;
}

export type OpenedBy = 'pointer' | 'key' | 'touch';

export type CardEvent<Mark> =
  | { readonly type: 'pointer-on-name'; readonly mark: Mark }
  | { readonly type: 'pointer-on-card' }
  /** The pointer is between the name and the card, on its way (`isOnWay`). */
  | { readonly type: 'pointer-on-way' }
  | { readonly type: 'pointer-elsewhere' }
  | { readonly type: 'rested' }
  | { readonly type: 'left' }
  | { readonly type: 'ask'; readonly mark: Mark; readonly by: 'key' | 'touch' }
  | { readonly type: 'loaded'; readonly token: number }
  | { readonly type: 'pin' }
  /** The page scrolled, or was clicked beside the card. */
  | { readonly type: 'page-moved' }
  | { readonly type: 'dismiss' };

/** Milliseconds that the pointer rests before the card opens: less feels jumpy, more feels slow (MediaWiki Popups: 150 to 300). */
export const OPEN_AFTER = 200;
/** Milliseconds of grace on the way from the name to the card. */
export const CLOSE_AFTER = 300;

export function closed<Mark>(token = 0): CardState<Mark> {
  return { state: 'closed', token };
}

/** The state after an event. The same object when nothing changes. */
export function next<Mark>(now: CardState<Mark>, event: CardEvent<Mark>): CardState<Mark> {
  switch (event.type) {
    case 'pointer-on-name':
      if (now.state === 'closed') return { state: 'resting', token: now.token, mark: event.mark };
      if (now.state === 'resting') return now.mark === event.mark ? now : { ...now, mark: event.mark };
      if (now.mark === event.mark) return now.state === 'leaving' ? opened(now) : now;
      // on the way to the card the pointer may cross other names: the open card stays until it is left
      return leave(now);
    case 'pointer-on-card':
      return now.state === 'leaving' ? opened(now) : now;
    case 'pointer-on-way':
      // each step on the way begins the grace anew
      return now.state === 'leaving' ? { ...now } : leave(now);
    case 'pointer-elsewhere':
      if (now.state === 'resting') return closed(now.token);
      if (now.state === 'loading' && now.by === 'pointer') return closed(now.token);
      return leave(now);
    case 'rested':
      return now.state === 'resting' ? { state: 'loading', token: now.token + 1, mark: now.mark, by: 'pointer' } : now;
    case 'left':
      return now.state === 'leaving' ? closed(now.token) : now;
    case 'ask':
      return { state: 'loading', token: now.token + 1, mark: event.mark, by: event.by };
    case 'loaded':
      return now.state === 'loading' && now.token === event.token ? opened(now) : now;
    case 'pin':
      if (now.state === 'leaving') return { ...opened(now), isPinned: true };
      return now.state === 'open' ? { ...now, isPinned: !now.isPinned } : now;
    case 'page-moved':
      return isOnScreen(now) && !isPinned(now) ? closed(now.token) : now;
    case 'dismiss':
      return now.state === 'closed' ? now : closed(now.token);
  }
}

export function isPinned<Mark>(state: CardState<Mark>): boolean {
  return state.state === 'open' && state.isPinned;
}

function isOnScreen<Mark>(state: CardState<Mark>): boolean {
  return state.state === 'open' || state.state === 'leaving' || state.state === 'loading';
}

function opened<Mark>({ token, mark, by }: { token: number; mark: Mark; by: OpenedBy }): OpenCard<Mark> {
  return { state: 'open', token, mark, by, isPinned: false };
}

/** A card that the pointer opened is on its way out when the pointer goes; others stay. */
function leave<Mark>(now: CardState<Mark>): CardState<Mark> {
  if (now.state !== 'open' || now.by !== 'pointer' || now.isPinned) return now;
  return { state: 'leaving', token: now.token, mark: now.mark, by: now.by };
}
