// The orders of imports: each is pending, done or failed.
import type { Kysely, Transaction } from 'kysely';
import { Fault } from '../../common/fault.js';
import { ITEM_STATES, type ItemState } from '../codes.js';
import type { Tables } from '../schema/tables.js';
import type { DueItem, ImportStore, Outcome } from './storeTypes.js';
import type { TableAccess } from './tableAccess.js';

type ImportItems = Pick<
  ImportStore,
  'addItems' | 'remove' | 'retryFailed' | 'hasPending' | 'pendingElsewhere' | 'due' | 'settle'
>;

/** Deleted in one go. */
const BATCH = 500;

const stateOf = (state: ItemState): number => ITEM_STATES.indexOf(state);

const [PENDING, FAILED] = [stateOf('PENDING'), stateOf('FAILED')];

export function createImportItems({ read, write }: TableAccess): ImportItems {
  return {
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
  };
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
