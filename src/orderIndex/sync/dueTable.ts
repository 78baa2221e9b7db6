// The table of orders that are due to be fetched one by one. Many messages of one order are one fetch.
import { type Kysely, sql, type Transaction } from 'kysely';
import { DAY } from '../../platforms/orderList.js';
import { DUE_REASONS, type DueReason, STATUSES } from '../codes.js';
import { BACKGROUND_LEASE, LEASE_MS, takeLease } from '../leases.js';
import type { Recorder } from '../record/record.js';
import type { Tables } from '../schema/tables.js';
import { inChunks } from '../statements.js';
import { dayCallsOf } from './dayBudget.js';
import { nextPollAt, POLLED_DAYS } from './polls.js';
import { DETAILS } from './streams.js';
import { type StreamCounts, toStatus, UNREAD, writeStream } from './streamTable.js';
import type { DayCalls, DueOrder, DueOutcome, HeardMessage, SyncTurn } from './types.js';

export interface NewDue {
  readonly shop: string;
  readonly orderId: string;
  readonly reason: DueReason;
  readonly notBefore: number;
  readonly toldAt: number;
}

/** What is due already is due at the earlier time, and for the more urgent reason. */
export async function makeDue(transaction: Transaction<Tables>, orders: readonly NewDue[]): Promise<void> {
  const rows = new Map<string, NewDue>();
  for (const order of orders) rows.set(`${order.shop} ${order.orderId}`, order);
  await inChunks([...rows.values()], 7, async (chunk) => {
    await transaction
      .insertInto('due')
      .values(
        chunk.map(({ shop, orderId, reason, notBefore, toldAt }) => ({
          ...{ shop, order_id: orderId, not_before: notBefore, priority: DUE_REASONS.indexOf(reason) },
          ...{ attempts: 0, why: reason, told_at: toldAt },
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(['shop', 'order_id']).doUpdateSet(({ ref }) => ({
          not_before: lesser('not_before'),
          priority: lesser('priority'),
          attempts: 0,
          why: ref('excluded.why'),
          told_at: ref('excluded.told_at'),
        })),
      )
      .execute();
  });
}

const lesser = (column: 'not_before' | 'priority') => {
  const [known, told] = [sql.ref(`due.${column}`), sql.ref(`excluded.${column}`)];
  return sql<number>`case when ${told} < ${known} then ${told} else ${known} end`;
};

export async function findDue(
  db: Kysely<Tables>,
  shop: string,
  now: number,
  limit: number,
): Promise<readonly DueOrder[]> {
  const rows = await db
    .selectFrom('due')
    .selectAll()
    .where('shop', '=', shop)
    .where('not_before', '<=', now)
    .orderBy('priority')
    .orderBy('not_before')
    .limit(limit)
    .execute();
  return rows.map(({ order_id, priority, attempts, told_at }) => ({
    ...{ shop, orderId: order_id, attempts, toldAt: told_at },
    reason: DUE_REASONS[priority] ?? 'POLL',
  }));
}

export async function shopsWithDue(db: Kysely<Tables>, now: number): Promise<readonly string[]> {
  const rows = await db.selectFrom('due').select('shop').distinct().where('not_before', '<=', now).execute();
  return rows.map(({ shop }) => shop);
}

/** What was said of an order while it was fetched makes it due again, whatever came of that. */
export async function settleDue(
  { db, engine }: Recorder,
  { owner, now }: SyncTurn,
  outcomes: readonly DueOutcome[],
): Promise<void> {
  await engine.write(db, async (transaction) => {
    if (!(await takeLease(transaction, { name: BACKGROUND_LEASE, owner, now, ms: LEASE_MS }))) return;
    for (const outcome of outcomes) await settleOne(transaction, outcome, now);
  });
}

async function settleOne(transaction: Transaction<Tables>, outcome: DueOutcome, now: number): Promise<void> {
  const { order, again, isCall, isPolled } = outcome;
  const { shop, orderId, toldAt } = order;
  const counts: StreamCounts = { calls: Number(isCall), foundLate: 0, dropped: 0 };
  await countDetails(transaction, shop, counts, now);
  const ofOrder = transaction
    .updateTable('due')
    .where('shop', '=', shop)
    .where('order_id', '=', orderId)
    .where('told_at', '=', toldAt);
  if (again) {
    await ofOrder.set({ not_before: again.at, attempts: again.attempts, why: again.why }).execute();
    return;
  }
  await transaction
    .deleteFrom('due')
    .where('shop', '=', shop)
    .where('order_id', '=', orderId)
    .where('told_at', '=', toldAt)
    .execute();
  if (!isPolled) return;
  const row = await transaction
    .selectFrom('orders')
    .selectAll()
    .where('shop', '=', shop)
    .where('order_id', '=', orderId)
    .executeTakeFirst();
  const at = row && nextPollAt(row, now);
  if (at !== undefined) await makeDue(transaction, [{ shop, orderId, reason: 'POLL', notBefore: at, toldAt: now }]);
}

async function countDetails(
  transaction: Transaction<Tables>,
  shop: string,
  counts: StreamCounts,
  now: number,
): Promise<void> {
  if (counts.calls === 0) return;
  await writeStream(transaction, { shop, stream: DETAILS }, { ...UNREAD, watermark: now }, counts, now);
}

export async function callsToday(db: Kysely<Tables>, shop: string, now: number): Promise<DayCalls> {
  const rows = await db.selectFrom('sync').selectAll().where('shop', '=', shop).execute();
  return dayCallsOf(rows.map((row) => toStatus(row, now)));
}

/** Looked at in one go. */
const OPEN_STATUSES = STATUSES.flatMap((status, position) =>
  ['COMPLETED', 'CANCELLED', 'CLOSED'].includes(status) ? [] : [position],
);

/** Orders that nothing else tells of, and that are not due yet: those that are open, and those that ended lately. */
export async function planPolls({ db, engine }: Recorder, shop: string, now: number, limit: number): Promise<number> {
  const rows = await db
    .selectFrom('orders')
    .selectAll('orders')
    .leftJoin('due', (join) => join.onRef('due.shop', '=', 'orders.shop').onRef('due.order_id', '=', 'orders.order_id'))
    .where('orders.shop', '=', shop)
    .where('due.order_id', 'is', null)
    .where(({ eb, or }) =>
      or([eb('orders.status', 'in', OPEN_STATUSES), eb('orders.modified_at', '>=', now - POLLED_DAYS * DAY)]),
    )
    .limit(limit)
    .execute();
  const planned = rows.flatMap((row): readonly NewDue[] => {
    const at = nextPollAt(row, now);
    return at === undefined ? [] : [{ shop, orderId: row.order_id, reason: 'POLL', notBefore: at, toldAt: now }];
  });
  if (planned.length > 0) await engine.write(db, (transaction) => makeDue(transaction, planned));
  return planned.length;
}

/** How long a message is known that was heard. */
const HEARD_MS = 7 * DAY;

export async function hear(
  { db, engine }: Recorder,
  source: string,
  now: number,
  messages: readonly HeardMessage[],
): Promise<readonly string[]> {
  if (messages.length === 0) return [];
  return engine.write(db, async (transaction) => {
    const heard = new Set<string>();
    const unique = [...new Map(messages.map((message) => [message.id, message])).values()];
    await inChunks(unique, 3, async (chunk) => {
      const rows = await transaction
        .insertInto('heard')
        .values(chunk.map(({ id }) => ({ source, message_id: id, at: now })))
        .onConflict((conflict) => conflict.columns(['source', 'message_id']).doNothing())
        .returning('message_id')
        .execute();
      for (const { message_id } of rows) heard.add(message_id);
    });
    const fresh = unique.filter(({ id }) => heard.has(id));
    await makeDue(
      transaction,
      fresh.flatMap(({ shop, orderId, notBefore }): readonly NewDue[] =>
        orderId === undefined ? [] : [{ shop, orderId, reason: 'MESSAGE', notBefore, toldAt: now }],
      ),
    );
    return [...heard];
  });
}

export async function cleanDue({ db, engine }: Recorder, shops: readonly string[], now: number): Promise<void> {
  await engine.write(db, async (transaction) => {
    await transaction
      .deleteFrom('heard')
      .where('at', '<', now - HEARD_MS)
      .execute();
    if (shops.length > 0) await transaction.deleteFrom('due').where('shop', 'not in', shops).execute();
  });
}
