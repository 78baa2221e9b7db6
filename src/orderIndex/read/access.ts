// Readers' way to the database: connections that never write, and one fault for all that fails.
import type { Kysely } from 'kysely';
import { Fault } from '../../common/fault.js';
import { createIndexDatabase } from '../database.js';
import type { Engine } from '../engine/engine.js';
import { createFailureLog, type IndexLog } from '../indexLog.js';
import type { Tables } from '../schema/tables.js';
import { unavailable } from '../unavailable.js';
import type { ReadAccess } from './readAccess.js';

export interface Access {
  readonly run: ReadAccess['run'];
  readonly close: () => Promise<void>;
}

export function createAccess(engine: Engine, log: IndexLog): Access {
  const database = createIndexDatabase({ engine, role: 'reader', log });
  const failures = createFailureLog(log, 'The order index cannot be read; orders are answered all the same');
  return {
    async run<Result>(query: (db: Kysely<Tables>) => Promise<Result>): Promise<Result> {
      try {
        const result = await database.use(query);
        failures.succeeded();
        return result;
      } catch (error) {
        if (error instanceof Fault) throw error;
        failures.failed(error);
        throw unavailable(error);
      }
    },
    close: database.close,
  };
}
