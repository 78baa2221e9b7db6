// The tables of imports: what is to be fetched, what came of it, and until when a shop's orders wait.
import { type Kysely, sql, type Transaction } from 'kysely';
import { Fault, type FaultCode } from '../common/fault.js';
import { ITEM_STATES, type ItemState } from './codes.js';
import type { IndexDatabase } from './database.js';
import type { Engine } from './engine/engine.js';
import type { RefusedRef } from './importTypes.js';
import { takeLease } from './leases.js';
import type { Tables } from './schema/tables.js';
import { tombstoneOf } from './shopKeys.js';
import { bytesOf } from './statements.js';

interface OrderName {
  readonly shop: string;
  readonly orderId: string;
}

export interface NewItem extends OrderName {
  readonly position: number;
  readonly outOrderId: string | null;
}

export interface NewImport {
  readonly id: string;
  readonly caller: string;
  readonly createdAt: number;
  readonly maxAgeMs: number | null;
}

/** What is known of an import once all its references are in. */
export interface ImportSummary {
  readonly refused: readonly RefusedRef[];
  readonly shops: readonly string[];
  readonly itemMs: number;
}

export interface StoredImport extends NewImport, ImportSummary {
  readonly accepted: number;
  readonly done: number;
  readonly failed: number;
  /** Until when its shops wait, all of them that have one to wait for; 0: some go on. */
  readonly pausedUntil: number;
}

/** An order that may be fetched now. */
export interface DueItem extends NewItem {
  readonly importId: string;
  readonly maxAgeMs: number | null;
  readonly attempts: number;
}

/** What came of fetching one. */
export type Outcome = { readonly item: DueItem } & (
  | { readonly state: 'DONE' }
  | { readonly state: 'FAILED'; readonly fault: FaultCode | 'INTERNAL_SERVER_ERROR' }
  | { readonly state: 'PENDING'; readonly fault: FaultCode; readonly notBefore: number; readonly attempts: number }
);

export interface ImportStore {
  readonly find: (id: string, now: number) => Promise<StoredImport | undefined>;
  /** Orders of a caller's imports that are still to be fetched. */
  readonly countPending: (caller: string) => Promise<number>;
  readonly create: (created: NewImport) => Promise<void>;
  readonly addItems: (importId: string, items: readonly NewItem[]) => Promise<void>;
  readonly complete: (importId: string, summary: ImportSummary) => Promise<void>;
  readonly remove: (importId: string) => Promise<void>;
  /** What failed is to be fetched again. */
  readonly retryFailed: (importId: string) => Promise<void>;
  readonly hasPending: () => Promise<boolean>;
  /** Whether an order is in the index. */
  readonly isIndexed: (shop: string, orderId: string) => Promise<boolean>;
  /** Orders still to be fetched of any other shops than these. */
  readonly pendingElsewhere: (shops: readonly string[], limit: number) => Promise<readonly DueItem[]>;
  readonly due: (shop: string, now: number, limit: number) => Promise<readonly DueItem[]>;
  readonly settle: (outcomes: readonly Outcome[]) => Promise<void>;
  readonly pause: (shop: string, until: number, fault: FaultCode) => Promise<void>;
  readonly pausedUntil: (shop: string) => Promise<number>;
  /** Imports that were done before. */
  readonly outdated: (before: number) => Promise<readonly string[]>;
  /** Takes or keeps the lease of running imports; false while another process has it. */
  readonly lease: (owner: string, now: number, ms: number) => Promise<boolean>;
  /** Those orders that their platform has put away for good. */
  readonly buried: <Key extends OrderName>(keys: readonly Key[]) => Promise<readonly Key[]>;
}

/** Deleted in one go. */
const BATCH = 500;
const LEASE = 'imports';

const stateOf = (state: ItemState): number => ITEM_STATES.indexOf(state);

const [PENDING, FAILED] = [stateOf('PENDING'), stateOf('FAILED')];

export function createImportStore({ write: writeTo }: Pick<Engine, 'write'>, use: IndexDatabase['use']): ImportStore {
  const read = <Result>(query: (connection: Kysely<Tables>) => Promise<Result>): Promise<Result> =>
    unlessUnavailable(() => use(query));
  const write = <Result>(change: (transaction: Transaction<Tables>) => Promise<Result>): Promise<Result> =>
    unlessUnavailable(() => use((db) => writeTo(db, change)));

  async function findIn(connection: Kysely<Tables>, id: string, now: number): Promise<StoredImport | undefined> {
    const row = await connection.selectFrom('imports').selectAll().where('id', '=', id).executeTakeFirst();
    if (row === undefined) return undefined;
    const shops = JSON.parse(row.shops) as readonly string[];
    const pauses = await connection
      .selectFrom('import_pauses')
      .select('until')
      .where('shop', 'in', shops.length > 0 ? shops : [''])
      .where('until', '>', now)
      .execute();
    return {
      id,
      caller: row.caller,
      createdAt: row.created_at,
      maxAgeMs: row.max_age,
      accepted: row.accepted,
      refused: JSON.parse(row.refused) as readonly RefusedRef[],
      shops,
      itemMs: row.item_ms,
      done: row.done,
      failed: row.failed,
      pausedUntil: pauses.length < shops.length ? 0 : Math.min(...pauses.map(({ until }) => until)),
    };
  }

  return {
    find: (id, now) => read((connection) => findIn(connection, id, now)),
    async countPending(caller) {
      const row = await read((connection) =>
        connection
          .selectFrom('imports')
          .select(sql<number | string | null>`sum(accepted - done - failed)`.as('pending'))
          .where('caller', '=', caller)
          .executeTakeFirst(),
      );
      return Number(row?.pending ?? 0);
    },
    create: ({ id, caller, createdAt, maxAgeMs }) =>
      write(async (transaction) => {
        await transaction
          .insertInto('imports')
          .values({
            ...{ id, caller, created_at: createdAt, max_age: maxAgeMs },
            ...{ refused: '[]', shops: '[]', accepted: 0, done: 0, failed: 0, item_ms: 0 },
          })
          .execute();
      }),
    addItems: (importId, items) =>
      write(async (transaction) => {
        await transaction
          .insertInto('import_items')
          .values(
            items.map(({ position, shop, orderId, outOrderId }) => ({
              ...{ import_id: importId, position, shop, order_id: orderId, out_order_id: outOrderId },
              ...{ state: PENDING, fault: null, not_before: 0, attempts: 0 },
            })),
          )
          .execute();
        const counted = await transaction
          .updateTable('imports')
          .set((of) => ({ accepted: of('accepted', '+', items.length) }))
          .where('id', '=', importId)
          .executeTakeFirst();
        if (Number(counted.numUpdatedRows) === 0)
          throw new Fault('BAD_USER_INPUT', 'The import was begun anew meanwhile.');
      }),
    complete: (importId, { refused, shops, itemMs }) =>
      write(async (transaction) => {
        await transaction
          .updateTable('imports')
          .set({ refused: JSON.stringify(refused), shops: JSON.stringify(shops), item_ms: itemMs })
          .where('id', '=', importId)
          .execute();
      }),
    async remove(importId) {
      // A few at a time: nothing else can write meanwhile.
      for (;;) {
        const positions = await read((connection) =>
          connection
            .selectFrom('import_items')
            .select('position')
            .where('import_id', '=', importId)
            .limit(BATCH)
            .execute(),
        );
        if (positions.length === 0) break;
        await write((transaction) =>
          transaction
            .deleteFrom('import_items')
            .where('import_id', '=', importId)
            .where(
              'position',
              'in',
              positions.map(({ position }) => position),
            )
            .execute(),
        );
      }
      await write((transaction) => transaction.deleteFrom('imports').where('id', '=', importId).execute());
    },
    retryFailed: (importId) =>
      write(async (transaction) => {
        await transaction
          .updateTable('import_items')
          .set({ state: PENDING, fault: null, not_before: 0, attempts: 0 })
          .where('import_id', '=', importId)
          .where('state', '=', FAILED)
          .execute();
        await transaction.updateTable('imports').set({ failed: 0 }).where('id', '=', importId).execute();
      }),
    async hasPending() {
      const row = await read((connection) =>
        connection
          .selectFrom('import_items')
          .select('position')
          .where('state', '=', PENDING)
          .limit(1)
          .executeTakeFirst(),
      );
      return row !== undefined;
    },
    async isIndexed(shop, orderId) {
      const row = await read((connection) =>
        connection
          .selectFrom('orders')
          .select('shop')
          .where('shop', '=', shop)
          .where('order_id', '=', orderId)
          .executeTakeFirst(),
      );
      return row !== undefined;
    },
    async pendingElsewhere(shops, limit) {
      const rows = await read((connection) =>
        pendingItems(connection).where('shop', 'not in', shops).limit(limit).execute(),
      );
      return rows.map(itemOf);
    },
    async due(shop, now, limit) {
      const rows = await read((connection) =>
        pendingItems(connection)
          .where('shop', '=', shop)
          .where('not_before', '<=', now)
          .orderBy('not_before')
          .limit(limit)
          .execute(),
      );
      return rows.map(itemOf);
    },
    settle: (outcomes) =>
      write(async (transaction) => {
        for (const outcome of outcomes) await settleOne(transaction, outcome);
      }),
    pause: (shop, until, fault) =>
      write(async (transaction) => {
        await transaction
          .insertInto('import_pauses')
          .values({ shop, until, fault })
          .onConflict((conflict) => conflict.column('shop').doUpdateSet({ until, fault }))
          .execute();
      }),
    async pausedUntil(shop) {
      const row = await read((connection) =>
        connection.selectFrom('import_pauses').select('until').where('shop', '=', shop).executeTakeFirst(),
      );
      return row?.until ?? 0;
    },
    async outdated(before) {
      const rows = await read((connection) =>
        connection
          .selectFrom('imports')
          .select('id')
          .where('created_at', '<', before)
          .whereRef('accepted', '=', (of) => of('done', '+', of.ref('failed')))
          .execute(),
      );
      return rows.map(({ id }) => id);
    },
    lease: (owner, now, ms) => write((transaction) => takeLease(transaction, { name: LEASE, owner, now, ms })),
    buried: (keys) =>
      read(async (connection) => {
        const rows = await connection
          .selectFrom('tombstones')
          .select(['shop', 'token'])
          .where((of) =>
            of.or(
              [...groupedByShop(keys)].map(([shop, orderIds]) =>
                of.and([
                  of('shop', '=', shop),
                  of(
                    'token',
                    'in',
                    orderIds.map((orderId) => tombstoneOf(shop, orderId)),
                  ),
                ]),
              ),
            ),
          )
          .execute();
        const found = new Set(rows.map(({ shop, token }) => tombstoneName(shop, bytesOf(token))));
        return keys.filter(({ shop, orderId }) => found.has(tombstoneName(shop, tombstoneOf(shop, orderId))));
      }),
  };
}

const tombstoneName = (shop: string, token: Buffer): string => `${shop} ${token.toString('base64url')}`;

function groupedByShop(keys: readonly OrderName[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const { shop, orderId } of keys) groups.set(shop, [...(groups.get(shop) ?? []), orderId]);
  return groups;
}

async function unlessUnavailable<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Fault) throw error;
    throw new Fault(
      'INDEX_UNAVAILABLE',
      'The index cannot be used at the moment.',
      {},
      { origin: 'local', cause: error },
    );
  }
}

const pendingItems = (db: Kysely<Tables>) =>
  db
    .selectFrom('import_items')
    .innerJoin('imports', 'imports.id', 'import_items.import_id')
    .select(['import_id', 'position', 'shop', 'order_id', 'out_order_id', 'attempts', 'max_age'])
    .where('state', '=', PENDING);

type PendingRow = Awaited<ReturnType<ReturnType<typeof pendingItems>['execute']>>[number];

const itemOf = (row: PendingRow): DueItem => ({
  importId: row.import_id,
  position: row.position,
  shop: row.shop,
  orderId: row.order_id,
  outOrderId: row.out_order_id,
  attempts: row.attempts,
  maxAgeMs: row.max_age,
});

async function settleOne(transaction: Transaction<Tables>, outcome: Outcome): Promise<void> {
  const { item, state } = outcome;
  const settled = await transaction
    .updateTable('import_items')
    .set({
      state: stateOf(state),
      fault: outcome.state === 'DONE' ? null : outcome.fault,
      ...(outcome.state === 'PENDING' && { not_before: outcome.notBefore, attempts: outcome.attempts }),
    })
    .where('import_id', '=', item.importId)
    .where('position', '=', item.position)
    .where('state', '=', PENDING)
    .executeTakeFirst();
  // Counted once, should two processes have fetched it.
  if (state === 'PENDING' || Number(settled.numUpdatedRows) === 0) return;
  const column = state === 'DONE' ? 'done' : 'failed';
  await transaction
    .updateTable('imports')
    .set((of) => ({ [column]: of(column, '+', 1) }))
    .where('id', '=', item.importId)
    .execute();
}
