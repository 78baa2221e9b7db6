// Waiting that work in the background does between its steps, and that whoever has something for it ends early.

export interface Sleepers {
  /**
   * Waits so long, or until it is woken; it keeps no process alive.
   * @param onSleep given what ends this waiting alone
   */
  readonly wait: (ms: number, onSleep?: (wake: () => void) => void) => Promise<void>;
  readonly wakeAll: () => void;
}

export function createSleepers(): Sleepers {
  const sleepers = new Set<() => void>();
  return {
    wait: (ms, onSleep) =>
      new Promise((resolve) => {
        const wake = (): void => {
          clearTimeout(timer);
          sleepers.delete(wake);
          resolve();
        };
        const timer = setTimeout(wake, ms).unref();
        sleepers.add(wake);
        onSleep?.(wake);
      }),
    wakeAll() {
      for (const wake of sleepers) wake();
    },
  };
}
