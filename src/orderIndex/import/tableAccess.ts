// How the tables of imports are read and written: what fails is one fault, whatever the database says.
import type { Kysely, Transaction } from 'kysely';
import { Fault } from '../../common/fault.js';
import type { IndexDatabase } from '../database.js';
import type { Engine } from '../engine/engine.js';
import type { Tables } from '../schema/tables.js';
import { unavailable } from '../unavailable.js';

export interface TableAccess {
  readonly read: <Result>(query: (connection: Kysely<Tables>) => Promise<Result>) => Promise<Result>;
  readonly write: <Result>(change: (transaction: Transaction<Tables>) => Promise<Result>) => Promise<Result>;
}

export const createTableAccess = ({ write }: Pick<Engine, 'write'>, use: IndexDatabase['use']): TableAccess => ({
  read: (query) => unlessUnavailable(() => use(query)),
  write: (change) => unlessUnavailable(() => use((db) => write(db, change))),
});

async function unlessUnavailable<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Fault) throw error;
    throw unavailable(error);
  }
}
