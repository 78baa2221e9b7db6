// Migration 3: how reading of lists stands, which orders are due to be fetched, and which messages were heard.
import type { Kysely, Migration } from 'kysely';
import type { Engine } from '../engine/engine.js';

const COUNTS = ['next_at', 'slow_until', 'calls_day', 'calls', 'found_late', 'dropped'] as const;

export const createSyncTables = ({ types }: Pick<Engine, 'types'>): Migration => ({
  async up({ schema }: Kysely<unknown>): Promise<void> {
    for (const name of COUNTS)
      await schema
        .alterTable('sync')
        .addColumn(name, 'bigint', (column) => column.notNull().defaultTo(0))
        .execute();
    await schema
      .createTable('due')
      .addColumn('shop', types.text, (column) => column.notNull())
      .addColumn('order_id', types.text, (column) => column.notNull())
      .addColumn('not_before', 'bigint', (column) => column.notNull())
      .addColumn('priority', 'smallint', (column) => column.notNull())
      .addColumn('attempts', 'integer', (column) => column.notNull())
      .addColumn('why', types.text, (column) => column.notNull())
      .addColumn('told_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('due_key', ['shop', 'order_id'])
      .execute();
    await schema.createIndex('due_not_before').on('due').columns(['shop', 'not_before']).execute();
    await schema
      .createTable('heard')
      .addColumn('source', types.text, (column) => column.notNull())
      .addColumn('message_id', types.text, (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('heard_key', ['source', 'message_id'])
      .execute();
    await schema.createIndex('heard_at').on('heard').column('at').execute();
  },
});
