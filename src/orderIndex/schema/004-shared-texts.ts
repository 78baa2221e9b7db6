// Migration 4: small texts that processes share, such as which alerts were told.
import type { Kysely, Migration } from 'kysely';
import type { Engine } from '../engine/engine.js';

export const createSharedTexts = ({ types }: Pick<Engine, 'types'>): Migration => ({
  async up({ schema }: Kysely<unknown>): Promise<void> {
    await schema
      .createTable('shared_texts')
      .addColumn('name', types.text, (column) => column.primaryKey())
      .addColumn('value', types.text, (column) => column.notNull())
      .execute();
  },
});
