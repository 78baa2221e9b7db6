// The index's database as one thread holds it open: opened when it is needed, anew when it was replaced or failed, and set
// aside when it is damaged.
import { Kysely } from 'kysely';
import { Fault } from '../common/fault.js';
import type { Engine, Role } from './engine/engine.js';
import type { IndexLog } from './indexLog.js';
import type { Tables } from './schema/tables.js';

export interface IndexDatabase {
  /**
   * Runs something on it.
   * @throws what the database throws, and then opens it anew the next time; a Fault of the caller's own as it is.
   */
  readonly use: <Result>(run: (db: Kysely<Tables>) => Promise<Result>) => Promise<Result>;
  readonly close: () => Promise<void>;
}

interface DatabaseOptions {
  readonly engine: Engine;
  readonly role: Role;
  /** Makes it ready to be used, once it is open. */
  readonly prepare?: (db: Kysely<Tables>) => Promise<unknown>;
  readonly log: IndexLog;
}

interface OpenDatabase {
  readonly db: Kysely<Tables>;
  readonly identity: string | undefined;
}

export function createIndexDatabase({ engine, role, prepare, log }: DatabaseOptions): IndexDatabase {
  let opened: Promise<OpenDatabase> | undefined;

  async function open(): Promise<OpenDatabase> {
    const db = new Kysely<Tables>({ dialect: engine.createDialect(role) });
    try {
      await prepare?.(db);
      return { db, identity: engine.identity?.() };
    } catch (error) {
      await db.destroy().catch(() => {});
      throw error;
    }
  }

  async function close(): Promise<void> {
    const closed = opened;
    opened = undefined;
    await closed?.then(({ db }) => db.destroy()).catch(() => {});
  }

  async function mend(error: unknown): Promise<void> {
    await close();
    if (role !== 'writer' || !engine.isDamage?.(error)) return;
    const aside = await engine.setAside?.();
    if (aside !== undefined) log.warn({ file: aside }, 'The order index was damaged: it is set aside, and begun anew');
  }

  return {
    async use(run) {
      try {
        if (opened && (await opened).identity !== engine.identity?.()) await close();
        opened ??= open();
        return await run((await opened).db);
      } catch (error) {
        const isOfDatabase = !(error instanceof Fault) && engine.isOfData?.(error) !== true;
        if (isOfDatabase && !engine.reconnects) await mend(error);
        throw error;
      }
    },
    close,
  };
}
