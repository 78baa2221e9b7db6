// What replies say of orders, as the index is told it, and what the index then holds.
import type { Kysely } from 'kysely';
import type { OrderStatus, PaymentStatus, ShippingStatus } from '../../src/order/enums.js';
import {
  BASES,
  bitsOf,
  FIELD_GROUPS,
  GRAINS,
  PAYMENT_STATUSES,
  SHIPPING_STATUSES,
  SOURCES,
  type Source,
  STATUSES,
} from '../../src/orderIndex/codes.js';
import { createShopKeys } from '../../src/orderIndex/keys/shopKeys.js';
import type { OrderUpdate } from '../../src/orderIndex/record/readReply.js';
import { type Recorder, record } from '../../src/orderIndex/record/record.js';
import { startOf } from '../../src/orderIndex/record/rollups.js';
import type { RowValues } from '../../src/orderIndex/record/rows.js';
import { MISSING, type OrderRow, type RollupRow, type Tables } from '../../src/orderIndex/schema/tables.js';
import type { TestIndex } from './indexEngines.js';

export const T0 = Date.UTC(2026, 0, 5, 3);
export const MINUTE = 60_000;

export interface Told {
  readonly shop?: string;
  readonly orderId?: string;
  readonly source?: Source;
  /** Minutes after T0. */
  readonly seen?: number;
  readonly modified?: number;
  readonly status?: OrderStatus;
  readonly payment?: PaymentStatus;
  readonly shipping?: ShippingStatus;
  readonly values?: Partial<RowValues>;
  readonly more?: Partial<OrderUpdate>;
}

/** A reply of an order of Taobao; what is not said here is not covered by it. */
export function told({ seen = 0, modified, status, payment, shipping, ...said }: Told = {}): OrderUpdate {
  const { shop = 'flagship', orderId = '1', source = 'DETAIL', values = {}, more = {} } = said;
  return {
    ...{ shop, order_id: orderId, platform: 'TAOBAO', gateway: 'TAOBAO_TOP', view: 0 },
    source: SOURCES.indexOf(source),
    seenAt: T0 + seen * MINUTE,
    known: bitsOf(FIELD_GROUPS, ['status']),
    values: {
      ...(modified === undefined ? {} : { modified_at: T0 + modified * MINUTE }),
      ...(status === undefined ? {} : { status: STATUSES.indexOf(status), status_code: `CODE_${status}` }),
      ...(payment === undefined ? {} : { payment: PAYMENT_STATUSES.indexOf(payment) }),
      ...(shipping === undefined ? {} : { shipping: SHIPPING_STATUSES.indexOf(shipping) }),
      ...values,
    },
    marks: 0,
    people: [],
    ...more,
  };
}

export const KEY = Buffer.alloc(32, 7);

export function recorderOf({ writer, engine }: TestIndex, changes: Partial<Recorder> = {}): Recorder {
  const keys = createShopKeys(KEY, () => {});
  return { db: writer, engine, keys, openMs: 30_000, finalMs: 86_400_000, now: () => T0, ...changes };
}

/** Records them one after the other, each in a batch of its own. */
export async function recordEach(recorder: Recorder, ...updates: readonly OrderUpdate[]): Promise<void> {
  for (const update of updates) await record(recorder, [update]);
}

export const rowOf = (db: Kysely<Tables>, orderId = '1', shop = 'flagship'): Promise<OrderRow | undefined> =>
  db.selectFrom('orders').selectAll().where('shop', '=', shop).where('order_id', '=', orderId).executeTakeFirst();

/** What the roll-ups must say of these orders, counted one by one. */
export function countedRollups(rows: readonly OrderRow[]): readonly RollupRow[] {
  const groups = new Map<string, RollupRow>();
  for (const row of rows)
    for (const [basis, name] of BASES.entries())
      for (const [grain, grainName] of GRAINS.entries()) {
        const { shop, status, payment, shipping, refund, currency } = row;
        const start = startOf(grainName, name === 'CREATED' ? row.created_at : row.paid_at);
        const group = { shop, grain, basis, start, status, payment, shipping, refund, currency };
        const { count, total } = groups.get(JSON.stringify(group)) ?? { count: 0, total: 0 };
        const amount = row.total === MISSING ? 0 : row.total;
        groups.set(JSON.stringify(group), { ...group, count: count + 1, total: total + amount });
      }
  return inOrder([...groups.values()]);
}

export const inOrder = (rollups: readonly RollupRow[]): readonly RollupRow[] =>
  rollups
    .map(({ shop, grain, basis, start, status, payment, shipping, refund, currency, count, total }) => ({
      ...{ shop, grain, basis, start, status, payment, shipping, refund, currency, count, total },
    }))
    .sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
