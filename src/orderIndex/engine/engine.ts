// What is asked of a database engine. All that only one of them has stands in its own file.
import type { ColumnDataType, Dialect, Kysely, RawBuilder, Transaction } from 'kysely';
import type { Tables } from '../schema/tables.js';

/** A side writer writes little, beside the one that records orders. */
export type Role = 'reader' | 'writer' | 'sideWriter';

export interface Engine {
  readonly name: 'SQLite' | 'PostgreSQL';
  /** Texts are compared by their bytes, so that pages follow one another alike whatever a database thinks of letters. */
  readonly types: Readonly<Record<'bytes' | 'text', ColumnDataType | RawBuilder<unknown>>>;
  /** Ends the making of a table whose rows are to be stored in the order of its primary key, where the engine can. */
  readonly keyed: RawBuilder<unknown>;
  /**
   * Ends a column that is added to a table that processes of the version before still write to: what they leave out is its
   * default.
   */
  readonly defaulted: RawBuilder<unknown>;
  /** Whether a query may be run for each row of another, so that many shops' lists are one plan. */
  readonly hasLateral: boolean;
  /** Of one connection, or a pool. A reader never writes; a side writer never keeps the event loop from turning. */
  readonly createDialect: (role: Role) => Dialect;
  /**
   * Runs a transaction that no other writes beside, in this process or another; so commits have one order, and the feed's
   * cursors follow it.
   */
  readonly write: <Result>(
    db: Kysely<Tables>,
    change: (transaction: Transaction<Tables>) => Promise<Result>,
  ) => Promise<Result>;
  /** Tells every process that the feed has grown; where the engine cannot, they look now and then. */
  readonly notify?: (transaction: Transaction<Tables>) => Promise<void>;
  /**
   * Calls onNotice whenever any process has told so, and onLost once when it no longer will; resolves to what ends it.
   */
  readonly listen?: (onNotice: () => void, onLost: () => void) => Promise<() => Promise<void>>;
  /** Whether its connections come back by themselves, so that nothing has to be opened anew. */
  readonly reconnects?: boolean;
  /** Whether what failed is a row that it does not take, rather than the database. */
  readonly isOfData?: (error: unknown) => boolean;
  /** Whether what failed is that the database is damaged. */
  readonly isDamage?: (error: unknown) => boolean;
  /** Puts a damaged database out of the way; the name it has then, or undefined where it is not damaged after all. */
  readonly setAside?: () => Promise<string | undefined>;
  /** Names the database that is there now: another once it has been replaced. */
  readonly identity?: () => string | undefined;
  /** Removes what belongs to a database that nobody needs after this process, such as the sandbox's. */
  readonly close: () => Promise<void>;
}
