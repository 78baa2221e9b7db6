// Migration 1: all tables.
import { randomInt } from 'node:crypto';
import { type Kysely, type Migration, sql } from 'kysely';
import type { Engine } from '../engine/engine.js';
import { COUNTERS, type Tables } from './tables.js';

/**
 * Stand at the ends of the indexes by which lists are walked along: a row is read only once they match, so that a filter that
 * matches few orders reads few.
 */
export const FILTERED = ['status', 'payment', 'shipping', 'refund', 'marks', 'known'] as const;

/** The largest that randomInt takes. */
const MAX_EPOCH = 2 ** 48 - 1;

export const createTables = ({ types, keyed }: Pick<Engine, 'types' | 'keyed'>): Migration => ({
  async up(db: Kysely<unknown>): Promise<void> {
    const { schema } = db;
    await schema
      .createTable('orders')
      .addColumn('shop', types.text, (column) => column.notNull())
      .addColumn('order_id', types.text, (column) => column.notNull())
      .addColumn('out_order_id', types.text)
      .addColumn('platform', types.text, (column) => column.notNull())
      .addColumn('gateway', types.text, (column) => column.notNull())
      .addColumn('view', 'smallint', (column) => column.notNull())
      .addColumn('status', 'smallint', (column) => column.notNull())
      .addColumn('payment', 'smallint', (column) => column.notNull())
      .addColumn('shipping', 'smallint', (column) => column.notNull())
      .addColumn('refund', 'smallint', (column) => column.notNull())
      .addColumn('status_code', types.text)
      .addColumn('payment_code', types.text)
      .addColumn('shipping_code', types.text)
      .addColumn('refund_code', types.text)
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('modified_at', 'bigint', (column) => column.notNull())
      .addColumn('paid_at', 'bigint', (column) => column.notNull())
      .addColumn('shipped_at', 'bigint', (column) => column.notNull())
      .addColumn('completed_at', 'bigint', (column) => column.notNull())
      .addColumn('expires_at', 'bigint', (column) => column.notNull())
      .addColumn('currency', types.text, (column) => column.notNull())
      .addColumn('total', 'bigint', (column) => column.notNull())
      .addColumn('amount', types.text)
      .addColumn('items', 'integer', (column) => column.notNull())
      .addColumn('flag', types.text)
      .addColumn('marks', 'integer', (column) => column.notNull())
      .addColumn('known', 'integer', (column) => column.notNull())
      .addColumn('hash', types.text, (column) => column.notNull())
      .addColumn('source', 'smallint', (column) => column.notNull())
      .addColumn('seen_at', 'bigint', (column) => column.notNull())
      .addColumn('seq', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('orders_key', ['shop', 'order_id'])
      .modifyEnd(keyed)
      .execute();
    for (const key of ['created_at', 'modified_at', 'paid_at', 'expires_at', 'total'])
      await schema
        .createIndex(`orders_${key}`)
        .on('orders')
        .columns(['shop', key, 'order_id', ...FILTERED])
        .execute();
    await schema
      .createIndex('orders_status')
      .on('orders')
      .columns(['shop', 'status', 'created_at', 'order_id', ...FILTERED.filter((column) => column !== 'status')])
      .execute();
    await schema
      .createIndex('orders_out_order_id')
      .on('orders')
      .columns(['shop', 'out_order_id'])
      .where(sql.ref('out_order_id'), 'is not', null)
      .execute();
    await schema.createIndex('orders_seen_at').on('orders').column('seen_at').execute();

    await schema
      .createTable('terms')
      .addColumn('shop', types.text, (column) => column.notNull())
      .addColumn('term', types.bytes, (column) => column.notNull())
      .addColumn('order_id', types.text, (column) => column.notNull())
      .addPrimaryKeyConstraint('terms_key', ['shop', 'term', 'order_id'])
      .modifyEnd(keyed)
      .execute();
    await schema.createIndex('terms_order').on('terms').columns(['shop', 'order_id']).execute();
    await schema
      .createTable('products')
      .addColumn('shop', types.text, (column) => column.notNull())
      .addColumn('product_id', types.text, (column) => column.notNull())
      .addColumn('order_id', types.text, (column) => column.notNull())
      .addPrimaryKeyConstraint('products_key', ['shop', 'product_id', 'order_id'])
      .modifyEnd(keyed)
      .execute();
    await schema.createIndex('products_order').on('products').columns(['shop', 'order_id']).execute();
    await schema
      .createTable('documents')
      .addColumn('shop', types.text, (column) => column.notNull())
      .addColumn('order_id', types.text, (column) => column.notNull())
      .addColumn('credential', types.text, (column) => column.notNull())
      .addColumn('subtrees', types.text, (column) => column.notNull())
      .addColumn('sealed', types.bytes, (column) => column.notNull())
      .addColumn('fetched_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('documents_key', ['shop', 'order_id', 'credential'])
      .execute();
    await schema.createIndex('documents_fetched_at').on('documents').column('fetched_at').execute();

    await schema
      .createTable('changes')
      .addColumn('seq', 'bigint', (column) => column.primaryKey())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('shop', types.text, (column) => column.notNull())
      .addColumn('order_id', types.text, (column) => column.notNull())
      .addColumn('kind', 'smallint', (column) => column.notNull())
      .addColumn('aspects', 'integer', (column) => column.notNull())
      .addColumn('before', types.text)
      .addColumn('after', types.text)
      .execute();
    await schema.createIndex('changes_shop').on('changes').columns(['shop', 'seq']).execute();
    await schema.createIndex('changes_at').on('changes').column('at').execute();
    await schema
      .createTable('rollups')
      .addColumn('shop', types.text, (column) => column.notNull())
      .addColumn('grain', 'smallint', (column) => column.notNull())
      .addColumn('basis', 'smallint', (column) => column.notNull())
      .addColumn('start', 'bigint', (column) => column.notNull())
      .addColumn('status', 'smallint', (column) => column.notNull())
      .addColumn('payment', 'smallint', (column) => column.notNull())
      .addColumn('shipping', 'smallint', (column) => column.notNull())
      .addColumn('refund', 'smallint', (column) => column.notNull())
      .addColumn('currency', types.text, (column) => column.notNull())
      .addColumn('count', 'bigint', (column) => column.notNull())
      .addColumn('total', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('rollups_key', [
        'shop',
        'grain',
        'basis',
        'start',
        'status',
        'payment',
        'shipping',
        'refund',
        'currency',
      ])
      .modifyEnd(keyed)
      .execute();

    await schema
      .createTable('shop_keys')
      .addColumn('shop', types.text, (column) => column.primaryKey())
      .addColumn('wrapped', types.bytes, (column) => column.notNull())
      .execute();
    await schema
      .createTable('tombstones')
      .addColumn('shop', types.text, (column) => column.notNull())
      .addColumn('token', types.bytes, (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('tombstones_key', ['shop', 'token'])
      .execute();
    await schema
      .createTable('sync')
      .addColumn('shop', types.text, (column) => column.notNull())
      .addColumn('stream', types.text, (column) => column.notNull())
      .addColumn('watermark', 'bigint', (column) => column.notNull())
      .addColumn('complete_since', 'bigint', (column) => column.notNull())
      .addColumn('open_window', types.text)
      .addColumn('fault', types.text)
      .addPrimaryKeyConstraint('sync_key', ['shop', 'stream'])
      .execute();
    await schema
      .createTable('leases')
      .addColumn('name', types.text, (column) => column.primaryKey())
      .addColumn('owner', types.text, (column) => column.notNull())
      .addColumn('until', 'bigint', (column) => column.notNull())
      .execute();
    await schema
      .createTable('imports')
      .addColumn('id', types.text, (column) => column.primaryKey())
      .addColumn('caller', types.text, (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('refused', types.text, (column) => column.notNull())
      .addColumn('max_age', 'bigint')
      .addColumn('shops', types.text, (column) => column.notNull())
      .addColumn('accepted', 'integer', (column) => column.notNull())
      .addColumn('done', 'integer', (column) => column.notNull())
      .addColumn('failed', 'integer', (column) => column.notNull())
      .addColumn('item_ms', 'integer', (column) => column.notNull())
      .execute();
    await schema.createIndex('imports_created_at').on('imports').column('created_at').execute();
    await schema
      .createTable('import_items')
      .addColumn('import_id', types.text, (column) => column.notNull())
      .addColumn('position', 'integer', (column) => column.notNull())
      .addColumn('shop', types.text, (column) => column.notNull())
      .addColumn('order_id', types.text, (column) => column.notNull())
      .addColumn('out_order_id', types.text)
      .addColumn('state', 'smallint', (column) => column.notNull())
      .addColumn('fault', types.text)
      .addColumn('not_before', 'bigint', (column) => column.notNull())
      .addColumn('attempts', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('import_items_key', ['import_id', 'position'])
      .execute();
    await schema.createIndex('import_items_due').on('import_items').columns(['state', 'shop', 'not_before']).execute();
    await schema
      .createTable('import_pauses')
      .addColumn('shop', types.text, (column) => column.primaryKey())
      .addColumn('until', 'bigint', (column) => column.notNull())
      .addColumn('fault', types.text, (column) => column.notNull())
      .execute();
    await schema
      .createTable('counters')
      .addColumn('name', types.text, (column) => column.primaryKey())
      .addColumn('value', 'bigint', (column) => column.notNull())
      .execute();
    await (db as Kysely<Tables>)
      .insertInto('counters')
      .values({ name: COUNTERS.epoch, value: randomInt(MAX_EPOCH) })
      .execute();
  },
});
