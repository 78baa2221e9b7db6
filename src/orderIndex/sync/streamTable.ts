// The table of streams: a row for each that was read, with its window and its counts.
import type { Kysely, Transaction } from 'kysely';
import { BEIJING_OFFSET_MINUTES } from '../../common/beijing.js';
import { DAY, MINUTE } from '../../platforms/orderList.js';
import { MISSING, type SyncRow, type Tables } from '../schema/tables.js';
import { FILL, fillProgressOf, type Reading, STEADY, type StreamState } from './streams.js';
import type { StreamStatus } from './types.js';

/** What is added to a stream's counts. */
export interface StreamCounts {
  readonly calls: number;
  readonly foundLate: number;
  readonly dropped: number;
}

/** When the day of Beijing begins. */
export const dayOf = (now: number): number => {
  const shift = BEIJING_OFFSET_MINUTES * MINUTE;
  return Math.floor((now + shift) / DAY) * DAY - shift;
};

/** How what has no windows stands before anything is said of it. */
export const UNREAD: StreamState = {
  ...{ watermark: MISSING, completeSince: MISSING, fault: null, nextAt: 0, slowUntil: 0 },
  reading: { walk: undefined, window: undefined, widthMs: 0, failures: 0, gateway: undefined },
};

export const toState = (row: SyncRow): StreamState => ({
  watermark: row.watermark,
  completeSince: row.complete_since,
  fault: row.fault,
  nextAt: row.next_at,
  slowUntil: row.slow_until,
  reading: JSON.parse(row.open_window ?? '{}') as Reading,
});

export const toStatus = (row: SyncRow, now: number): StreamStatus => ({
  name: row.stream,
  watermark: row.watermark,
  completeSince: row.complete_since,
  fault: row.fault,
  nextAt: row.next_at,
  slowUntil: row.slow_until,
  calls: row.calls_day === dayOf(now) ? row.calls : 0,
  foundLate: row.found_late,
  dropped: row.dropped,
  filled: row.stream === FILL ? fillProgressOf(toState(row)) : null,
});

export const findStream = (db: Kysely<Tables>, shop: string, stream: string): Promise<SyncRow | undefined> =>
  db.selectFrom('sync').selectAll().where('shop', '=', shop).where('stream', '=', stream).executeTakeFirst();

/** Writes how a stream stands, and counts what was done. */
export async function writeStream(
  transaction: Transaction<Tables>,
  key: { readonly shop: string; readonly stream: string },
  state: StreamState,
  counts: StreamCounts,
  now: number,
): Promise<void> {
  const old = await findStream(transaction, key.shop, key.stream);
  const day = dayOf(now);
  const row = {
    watermark: state.watermark,
    complete_since: state.completeSince,
    open_window: JSON.stringify(state.reading),
    fault: state.fault,
    next_at: state.nextAt,
    slow_until: state.slowUntil,
    calls_day: day,
    calls: (old?.calls_day === day ? old.calls : 0) + counts.calls,
    found_late: (old?.found_late ?? 0) + counts.foundLate,
    dropped: (old?.dropped ?? 0) + counts.dropped,
  };
  await transaction
    .insertInto('sync')
    .values({ ...key, ...row })
    .onConflict((conflict) => conflict.columns(['shop', 'stream']).doUpdateSet(row))
    .execute();
}

/** What the fill has read is what the index is complete since: the steady stream's row tells both. */
export async function tellFilled(transaction: Transaction<Tables>, shop: string, completeSince: number): Promise<void> {
  await transaction
    .updateTable('sync')
    .set({ complete_since: completeSince })
    .where('shop', '=', shop)
    .where('stream', '=', STEADY)
    .execute();
}
