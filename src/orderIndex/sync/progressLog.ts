// Tells the log how far a shop's first fill has come, now and then, and when it is done; and what sweeps found late.
import { throttle } from '../../common/throttle.js';
import { DAY } from '../../platforms/orderList.js';
import type { SyncLog } from './environment.js';
import { type FillProgress, fillProgressOf, isFilled, type StreamRules, type StreamState } from './streams.js';
import type { StreamReport } from './types.js';

const PROGRESS_MS = 30_000;

export type TellProgress = (rules: StreamRules, before: StreamState, report: StreamReport) => void;

export function createProgressLog(shop: string, log: SyncLog): TellProgress {
  const tell = throttle(PROGRESS_MS, ({ doneMs, wholeMs }: FillProgress) =>
    log.info(
      {
        shop,
        percent: Math.floor((100 * doneMs) / wholeMs),
        daysDone: Math.floor(doneMs / DAY),
        days: Math.round(wholeMs / DAY),
      },
      'The first fill of the order index goes on',
    ),
  );
  return ({ kind, name }, before, { state, late, unreadable, dropped }) => {
    if (unreadable > 0 || dropped > 0)
      log.warn({ shop, stream: name, unreadable, dropped }, 'Rows of a list could not be read, or were not asked for');
    if (late > 0)
      log.warn({ shop, stream: name, late }, 'A sweep has found orders that the list had not told of in time');
    if (before.fault !== null && state) log.info({ shop, stream: name }, 'The list of orders is read again');
    if (kind !== 'FILL' || state === undefined) return;
    const progress = fillProgressOf(state);
    if (!isFilled(state)) {
      if (progress) tell(progress);
    } else if (!isFilled(before)) log.info({ shop }, 'The first fill of the order index is done');
  };
}
