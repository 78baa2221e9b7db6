// A clock for what is shown of the time that is left: it is read each minute, while anything on the page needs it.
import { useSyncExternalStore } from 'react';

const MINUTE = 60_000;

const listeners = new Set<() => void>();
let timer: number | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= window.setInterval(() => {
    for (const each of listeners) each();
  }, MINUTE);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    window.clearInterval(timer);
    timer = undefined;
  };
}

/** What is read off the clock, a text: whatever shows it is drawn anew only when that becomes another. */
export const useClock = <Text extends string | undefined>(read: (now: number) => Text): Text =>
  useSyncExternalStore(subscribe, () => read(Date.now()));
