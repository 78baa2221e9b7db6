// Tells the log that Redis does not serve, and why: at once, each minute while it lasts, and when it is over.
import { LOG_EVERY_MS, throttle } from '../../common/throttle.js';

export interface UpstreamLog {
  readonly info: (message: string) => void;
  readonly warn: (details: object | string, message?: string) => void;
}

export interface OutageLog {
  readonly failed: (error: Error) => void;
  readonly answered: () => void;
  /** Whether the last that came was a failure, or nothing has come yet. */
  readonly isAway: () => boolean;
}

/** After so long without a failure the next one is news, even of the same reason. */
const CALM_MS = 5_000;

/** What the client says of a command when it has no connection: not why it has none. */
const NO_CONNECTION =
  /^(Stream isn't writeable|Connection is closed|Command aborted|Reached the max retries|Redis connection is not ready)/;

/** Redis adds to an error in which script it arose, which makes two reasons of one. */
const OF_SCRIPT = / script: .*$/;

export function createOutageLog(log: UpstreamLog): OutageLog {
  /** A line for each reason, so that reasons that take turns do not fill the log. */
  const lines = new Map<string, () => void>();
  let reason = 'There is no connection yet.';
  let isAway = true;
  /** Whether something was logged that its end has to follow. */
  let isLogged = true;
  let lastFailure = Number.NEGATIVE_INFINITY;

  const lineOf = (text: string): (() => void) =>
    throttle(LOG_EVERY_MS, () => {
      isLogged = true;
      log.warn({ reason: text }, 'Redis is away; this process goes on alone');
    });

  return {
    failed(error) {
      if (performance.now() - lastFailure > CALM_MS) lines.clear();
      lastFailure = performance.now();
      isAway = true;
      if (!NO_CONNECTION.test(error.message)) reason = reasonOf(error);
      const tell = lines.get(reason) ?? lineOf(reason);
      lines.set(reason, tell);
      tell();
    },
    answered() {
      if (isLogged) log.info('Redis answers');
      isLogged = false;
      isAway = false;
    },
    isAway: () => isAway,
  };
}

/** The message alone: beside it the client's errors hold the command, which may be the one with the password. */
function reasonOf(error: Error): string {
  const [first] = error instanceof AggregateError ? error.errors : [];
  const text = error.message || (first instanceof Error ? first.message : error.name);
  return text.replace(OF_SCRIPT, '');
}
