// What may be there at once: to wait for a promise costs more than most of what is waited for.

export type Ready<T> = T | Promise<T>;

/** Goes on at once where nothing is to be waited for. */
export const whenReady = <T, U>(value: Ready<T>, next: (value: T) => Ready<U>): Ready<U> =>
  value instanceof Promise ? value.then(next) : next(value);
