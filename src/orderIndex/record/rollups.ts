// The roll-ups: counts and sums of orders, which follow every change of a row by what it adds and takes away.
import type { Transaction } from 'kysely';
import { BEIJING_OFFSET_MINUTES } from '../../common/beijing.js';
import { BASES, GRAINS, type Grain } from '../codes.js';
import { MISSING, type OrderRow, type RollupRow, type Tables } from '../schema/tables.js';
import { inChunks } from '../statements.js';

const KEY = ['shop', 'grain', 'basis', 'start', 'status', 'payment', 'shipping', 'refund', 'currency'] as const;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const BEIJING_MS = BEIJING_OFFSET_MINUTES * 60_000;

export type RollupSource = Pick<
  OrderRow,
  'shop' | 'status' | 'payment' | 'shipping' | 'refund' | 'currency' | 'total' | 'created_at' | 'paid_at'
>;

/** What a batch changes of them, added up. */
export interface RollupDeltas {
  /** Counts an order as it is now, in the place of what it was. */
  readonly move: (before: RollupSource | undefined, after: RollupSource | undefined) => void;
  readonly write: (transaction: Transaction<Tables>) => Promise<void>;
}

export function createRollupDeltas(): RollupDeltas {
  const deltas = new Map<string, { -readonly [column in keyof RollupRow]: RollupRow[column] }>();

  function count(row: RollupSource, sign: 1 | -1): void {
    const { shop, status, payment, shipping, refund, currency } = row;
    const total = row.total === MISSING ? 0 : row.total;
    for (let basis = 0; basis < BASES.length; basis++) {
      const instant = BASES[basis] === 'CREATED' ? row.created_at : row.paid_at;
      for (let grain = 0; grain < GRAINS.length; grain++) {
        const start = startOf(GRAINS[grain] as Grain, instant);
        const key = `${shop} ${grain} ${basis} ${start} ${status} ${payment} ${shipping} ${refund} ${currency}`;
        const delta = deltas.get(key);
        if (delta) {
          delta.count += sign;
          delta.total += sign * total;
        } else {
          const group = { shop, grain, basis, start, status, payment, shipping, refund, currency };
          deltas.set(key, { ...group, count: sign, total: sign * total });
        }
      }
    }
  }

  return {
    move(before, after) {
      if (before) count(before, -1);
      if (after) count(after, 1);
    },
    async write(transaction) {
      const changed = [...deltas.values()].filter((delta) => delta.count !== 0 || delta.total !== 0);
      await inChunks(changed, KEY.length + 2, (rows) => upsert(transaction, rows));
    },
  };
}

/** When the hour or day of an instant begins. */
export function startOf(grain: Grain, instant: number): number {
  if (grain === 'ALL') return 0;
  if (instant === MISSING) return MISSING;
  if (grain === 'HOUR') return Math.floor(instant / HOUR_MS) * HOUR_MS;
  return Math.floor((instant + BEIJING_MS) / DAY_MS) * DAY_MS - BEIJING_MS;
}

/** A group that no order is in any more is deleted. */
async function upsert(transaction: Transaction<Tables>, rows: readonly RollupRow[]): Promise<void> {
  const left = await transaction
    .insertInto('rollups')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(KEY).doUpdateSet(({ eb, ref }) => ({
        count: eb('rollups.count', '+', ref('excluded.count')),
        total: eb('rollups.total', '+', ref('excluded.total')),
      })),
    )
    .returning(['count', ...KEY])
    .execute();
  const empty = left.filter((row) => row.count === 0);
  await inChunks(empty, KEY.length, async (groups) => {
    await transaction
      .deleteFrom('rollups')
      .where(({ eb, and, or }) => or(groups.map((group) => and(KEY.map((column) => eb(column, '=', group[column]))))))
      .execute();
  });
}
