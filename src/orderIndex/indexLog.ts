// Tells the log that the index fails, and why: at once, each minute while it lasts, and when it is over.
import { isObject } from '../common/object.js';
import { LOG_EVERY_MS, throttle } from '../common/throttle.js';

export interface IndexLog {
  readonly info: (message: string) => void;
  readonly warn: (details: object | string, message?: string) => void;
}

export interface FailureLog {
  readonly failed: (error: unknown) => void;
  readonly succeeded: () => void;
}

/** @param what is said to fail, as `The order index cannot be written` */
export function createFailureLog(log: IndexLog, what: string): FailureLog {
  const lines = new Map<string, () => void>();
  return {
    failed(error) {
      const reason = reasonOf(error);
      const tell = lines.get(reason) ?? throttle(LOG_EVERY_MS, () => log.warn({ reason }, what));
      lines.set(reason, tell);
      tell();
    },
    succeeded() {
      if (lines.size > 0) log.info('The order index works again');
      lines.clear();
    },
  };
}

/** Classes of PostgreSQL's errors whose words repeat values of rows: wrong data, and constraints. */
const OF_VALUES = /^(22|23)/;
const LONGEST_REASON = 300;

/** Why a database failed, without anything of what is in it. */
export function reasonOf(error: unknown): string {
  const [first] = error instanceof AggregateError ? (error.errors as readonly unknown[]) : [];
  const { message, code, name } = (isObject(first ?? error) ? (first ?? error) : {}) as Partial<
    Error & { code: string }
  >;
  if (code !== undefined && OF_VALUES.test(code)) return code;
  return [code, message || name].filter(Boolean).join(': ').slice(0, LONGEST_REASON);
}
