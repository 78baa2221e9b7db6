// Readers' way to the database: connections of the answering thread, opened once the writer has made the database ready.
import { setTimeout as pause } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { Fault } from '../../common/fault.js';
import { createIndexDatabase, type IndexDatabase } from '../database.js';
import type { Engine } from '../engine/engine.js';
import { createFailureLog, type IndexLog } from '../indexLog.js';
import type { Tables } from '../schema/tables.js';
import type { ReadAccess } from './readAccess.js';

/** How long a query waits for the database to be made ready. */
const READY_MS = 2_000;

interface AccessOptions {
  readonly engine: Engine;
  /** Resolves once the database can be read; it never fails. */
  readonly ready: Promise<void>;
  readonly log: IndexLog;
}

export interface Access {
  readonly run: ReadAccess['run'];
  /** The same where nobody waits until the database is ready; what fails is undefined. */
  readonly tryNow: <Result>(query: (db: Kysely<Tables>) => Promise<Result>) => Promise<Result | undefined>;
  readonly close: () => Promise<void>;
}

export function createAccess({ engine, ready, log }: AccessOptions): Access {
  const database: IndexDatabase = createIndexDatabase({ engine, role: 'reader', log });
  const failures = createFailureLog(log, 'The order index cannot be read; orders are answered all the same');
  let isReady = false;
  const whenReady = ready.then(() => {
    isReady = true;
  });

  async function use<Result>(query: (db: Kysely<Tables>) => Promise<Result>): Promise<Result> {
    try {
      const result = await database.use(query);
      failures.succeeded();
      return result;
    } catch (error) {
      if (error instanceof Fault) throw error;
      failures.failed(error);
      throw unavailable(error);
    }
  }

  return {
    async run(query) {
      if (!isReady) await Promise.race([whenReady, pause(READY_MS, undefined, { ref: false })]);
      if (!isReady) throw unavailable();
      return use(query);
    },
    tryNow: async (query) => (isReady ? use(query).catch(() => undefined) : undefined),
    close: () => database.close(),
  };
}

/** The database's own words are for the log. */
const unavailable = (cause?: unknown): Fault =>
  new Fault('INDEX_UNAVAILABLE', 'The order index cannot be read at the moment.', {}, { origin: 'local', cause });
