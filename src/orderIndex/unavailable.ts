// The fault of whoever needs the index while its database cannot be used.
import { Fault } from '../common/fault.js';

/** @param cause the database's own words, which are for the log */
export const unavailable = (cause?: unknown): Fault =>
  new Fault('INDEX_UNAVAILABLE', 'The order index cannot be used at the moment.', {}, { origin: 'local', cause });

/** The same object, all of whose methods fail with that fault, or with one of their own. */
export const orUnavailable = <Methods extends object>(object: Methods): Methods =>
  new Proxy(object, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== 'function') return method;
      return async (...given: readonly unknown[]): Promise<unknown> => {
        try {
          return await (method as (...args: readonly unknown[]) => unknown)(...given);
        } catch (error) {
          throw error instanceof Fault ? error : unavailable(error);
        }
      };
    },
  });
