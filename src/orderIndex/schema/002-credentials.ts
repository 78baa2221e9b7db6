// Migration 2: tokens of gateways, and secrets that are good for one use.
import type { Kysely, Migration } from 'kysely';
import type { Engine } from '../engine/engine.js';

export const createCredentialTables = ({ types }: Pick<Engine, 'types'>): Migration => ({
  async up({ schema }: Kysely<unknown>): Promise<void> {
    await schema
      .createTable('credentials')
      .addColumn('shop', types.text, (column) => column.notNull())
      .addColumn('name', types.text, (column) => column.notNull())
      .addColumn('version', 'bigint', (column) => column.notNull())
      .addColumn('sealed', types.bytes, (column) => column.notNull())
      .addColumn('changed_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('credentials_key', ['shop', 'name'])
      .execute();
    await schema
      .createTable('one_time_secrets')
      .addColumn('hash', types.text, (column) => column.primaryKey())
      .addColumn('purpose', types.text, (column) => column.notNull())
      .addColumn('expires_at', 'bigint', (column) => column.notNull())
      .execute();
    await schema.createIndex('one_time_secrets_expires_at').on('one_time_secrets').column('expires_at').execute();
  },
});
