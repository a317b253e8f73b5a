/** Milliseconds of work before the page gets a turn: well under the 50 that readers notice. */
const SLICE = 8;

interface Scheduler {
  yield?(): Promise<void>;
}

/** Lets the page do its work: input, layout, painting. */
export function pause(): Promise<void> {
  const scheduler = (globalThis as { scheduler?: Scheduler }).scheduler;
  if (scheduler?.yield) return scheduler.yield();
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      channel.port1.close();
      resolve();
    };
    channel.port2.postMessage(null);
  });
}

/**
 * Does the work for each item in slices, with a pause between them.
 * @returns false when `isOver` said so before the end
 */
export async function inSlices<T>(
  items: Iterable<T>,
  work: (item: T) => void,
  isOver: () => boolean,
): Promise<boolean> {
  let until = performance.now() + SLICE;
  for (const item of items) {
    if (performance.now() > until) {
      await pause();
      if (isOver()) return false;
      until = performance.now() + SLICE;
    }
    work(item);
  }
  return !isOver();
}
