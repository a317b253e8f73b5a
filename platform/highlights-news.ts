const CHANNEL = 'pishineh-highlights';

/** Tells our own screens, in whatever window they are, that saved passages were changed. */
export function tellScreens(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(null);
  channel.close();
}

/** Calls the listener whenever the background has changed saved passages; returns what ends it. */
export function onHighlightsChanged(listener: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = listener;
  return () => channel.close();
}
