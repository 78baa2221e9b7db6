// How shops' orders come into the index by themselves: read once for each request, however many shops are asked about.
import type { ShopSync, SyncStream } from '../../order/shopSync.js';
import { MISSING } from '../../orderIndex/schema/tables.js';
import { dayCallsOf, isSpent } from '../../orderIndex/sync/dayBudget.js';
import { nextMidnight } from '../../orderIndex/sync/faults.js';
import { STEADY } from '../../orderIndex/sync/streams.js';
import type { StreamStatus, SyncStatus } from '../../orderIndex/sync/types.js';
import { DAY } from '../../platforms/orderList.js';
import type { Context } from '../context.js';

const statuses = new WeakMap<Context, Promise<ReadonlyMap<string, SyncStatus>>>();

/** Null where nothing is synced by itself. @throws Fault INDEX_UNAVAILABLE where the index is. */
export async function shopSyncOf(shop: string, context: Context): Promise<ShopSync | null> {
  const { sync, now, maxCallsPerDay } = context.index;
  if (sync === undefined) return null;
  const instant = now().getTime();
  const read = statuses.get(context) ?? readAll(context, instant);
  statuses.set(context, read);
  const status = (await read).get(shop);
  return status ? shopSync(status, instant, maxCallsPerDay) : null;
}

async function readAll({ index: { sync }, shops }: Context, now: number): Promise<ReadonlyMap<string, SyncStatus>> {
  const found =
    (await sync?.status(
      shops().map(({ id }) => id),
      now,
    )) ?? [];
  return new Map(found.map((status) => [status.shop, status]));
}

function shopSync({ streams, due }: SyncStatus, now: number, maxCallsPerDay: number): ShopSync {
  const list = streams.find(({ name }) => name === STEADY);
  const sum = (countOf: (stream: StreamStatus) => number): number =>
    streams.reduce((total, stream) => total + countOf(stream), 0);
  const syncedUntil = instantOf(list?.watermark);
  const calls = dayCallsOf(streams);
  const isStopped = isSpent('DETAIL', calls, maxCallsPerDay);
  const isFillStopped = isSpent('FILL', calls, maxCallsPerDay);
  const ownLimit = isStopped ? SPENT : isFillStopped ? FILL_SPENT : undefined;
  const fault = streams.find((stream) => stream.fault !== null)?.fault ?? (isStopped ? QUOTA_EXHAUSTED : null);
  return {
    completeSince: instantOf(list?.completeSince),
    syncedUntil,
    lagSeconds: syncedUntil && Math.max(0, Math.round((now - syncedUntil.getTime()) / 1000)),
    callsToday: sum((stream) => stream.calls),
    maxCallsPerDay,
    foundLate: sum(({ foundLate }) => foundLate),
    ...{ due, fault },
    advice: fault === null ? null : (fault === QUOTA_EXHAUSTED && ownLimit) || ADVICE[fault] || OTHERWISE,
    streams: streams.map((stream) => syncStream(stream, now)),
  };
}

function syncStream(stream: StreamStatus, now: number): SyncStream {
  const { filled, fault } = stream;
  // What waits for a day's calls of our own settings goes on with the day.
  const nextAt = fault === QUOTA_EXHAUSTED ? Math.max(stream.nextAt, nextMidnight(now)) : stream.nextAt;
  return {
    name: stream.name,
    syncedUntil: instantOf(stream.watermark),
    percent: filled && Math.floor((100 * filled.doneMs) / filled.wholeMs),
    days: filled && Math.round(filled.wholeMs / DAY),
    daysDone: filled && Math.floor(filled.doneMs / DAY),
    fault,
    nextAt: nextAt > now ? new Date(nextAt) : null,
    callsToday: stream.calls,
    foundLate: stream.foundLate,
    dropped: stream.dropped,
  };
}

const instantOf = (instant: number = MISSING): Date | null => (instant === MISSING ? null : new Date(instant));

const QUOTA_EXHAUSTED = 'QUOTA_EXHAUSTED';

const SPENT =
  'The calls that sync.maxCallsPerDay allows are spent: it goes on at midnight in Beijing. Raise it, if the gateway’s quota allows.';
const FILL_SPENT =
  'The first fill has taken its half of sync.maxCallsPerDay, and goes on at midnight in Beijing; what is new is read on. Raise it, if the gateway’s quota allows.';

const OTHERWISE = 'Nothing: it is tried again by itself.';

const ADVICE: Readonly<Record<string, string>> = {
  SHOP_NOT_AUTHORIZED: 'Connect the shop again, or put a new token into the settings: it goes on by itself.',
  API_NOT_ENTITLED: 'Ask the platform for the interface that lists orders, or turn it off: sync.list or sync.push.',
  QUOTA_EXHAUSTED:
    'The gateway’s quota is used up: it goes on at midnight in Beijing. Raise the quota, or lower sync.maxCallsPerDay to leave calls for lookups.',
  UPSTREAM_THROTTLED: 'It goes on by itself, slower for ten minutes. Lower requestsPerSecond where that comes often.',
  UPSTREAM_BAD_REQUEST: 'Look at the log: the platform may have changed its interface. It is tried again by itself.',
  UPSTREAM_MALFORMED: 'Look at the log: the platform may have changed its interface. It is tried again by itself.',
};
