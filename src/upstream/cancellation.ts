// When something is over: its time has passed, or nobody waits any more. An AbortSignal says the same, but to make one and
// listen to it takes 5 µs, and this 0.15.
import { EventEmitter } from 'node:events';

/** Libraries that take a signal take this one or make their own of it: it has its name for what happens. */
export class Ending extends EventEmitter<{ abort: [] }> {
  #aborted = false;

  constructor() {
    super();
    // Every order of a request listens.
    this.setMaxListeners(0);
  }

  get aborted(): boolean {
    return this.#aborted;
  }

  abort(): void {
    if (this.#aborted) return;
    this.#aborted = true;
    this.emit('abort');
  }
}

interface Limit {
  readonly ending: Ending;
  /** Lets go of both. */
  readonly release: () => void;
}

/** An ending that comes with another one, or after a time. */
export function within(ms: number, outer?: Ending): Limit {
  const ending = new Ending();
  const end = (): void => ending.abort();
  const timer = setTimeout(end, ms);
  if (outer?.aborted) end();
  outer?.once('abort', end);
  return {
    ending,
    release: () => {
      clearTimeout(timer);
      outer?.removeListener('abort', end);
    },
  };
}
