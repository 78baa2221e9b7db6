// What may be there at once: to wait for a promise costs more than most of what is waited for.

export type MaybePromise<T> = T | Promise<T>;

/** Goes on at once where nothing is to be waited for. */
export const whenResolved = <T, U>(value: MaybePromise<T>, next: (value: T) => MaybePromise<U>): MaybePromise<U> =>
  value instanceof Promise ? value.then(next) : next(value);
