// The table of imports: who asked for how many orders, and how far they have come.
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../schema/tables.js';
import type { ImportStore, StoredImport } from './storeTypes.js';
import type { TableAccess } from './tableAccess.js';
import type { RefusedRef } from './types.js';

type ImportRows = Pick<ImportStore, 'find' | 'countPending' | 'create' | 'complete' | 'outdated'>;

export function createImportRows({ read, write }: TableAccess): ImportRows {
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
    complete: (importId, { refused, shops, itemMs }) =>
      write(async (transaction) => {
        await transaction
          .updateTable('imports')
          .set({ refused: JSON.stringify(refused), shops: JSON.stringify(shops), item_ms: itemMs })
          .where('id', '=', importId)
          .execute();
      }),
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
  };
}

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
