// Migration 5: by when orders are to be shipped, and whether they may be.
import type { Kysely, Migration } from 'kysely';
import type { Engine } from '../engine/engine.js';
import { FILTERED } from './001-tables.js';
import { MISSING } from './tables.js';

/** What stands there of an order of which nothing is known: positions in lists of codes.ts, the first of which say so. */
const COLUMNS = [
  ['ship_by', 'bigint', MISSING],
  ['fulfillment', 'smallint', 0],
  ['overdue_risk', 'smallint', 0],
  ['may_ship', 'smallint', 0],
] as const;

export const addShipping = ({ defaulted }: Pick<Engine, 'defaulted'>): Migration => ({
  async up({ schema }: Kysely<unknown>): Promise<void> {
    for (const [name, type, nothing] of COLUMNS)
      await schema
        .alterTable('orders')
        .addColumn(name, type, (column) => column.defaultTo(nothing).modifyEnd(defaulted))
        .execute();
    await schema
      .createIndex('orders_ship_by')
      .on('orders')
      .columns(['shop', 'ship_by', 'order_id', ...FILTERED, 'may_ship'])
      .execute();
  },
});
