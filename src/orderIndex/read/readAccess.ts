// What readers of the index are given of its database.
import type { Kysely } from 'kysely';
import type { Engine } from '../engine/engine.js';
import type { TermField } from '../keys/tokens.js';
import type { Tables } from '../schema/tables.js';
import type { IndexReader } from '../types.js';

export interface ReadAccess {
  readonly engine: Engine;
  /**
   * Runs queries on connections that never write.
   * @throws Fault INDEX_UNAVAILABLE where the database fails; a Fault of the query's own as it is.
   */
  readonly run: <Result>(query: (db: Kysely<Tables>) => Promise<Result>) => Promise<Result>;
  /** The token that a shop's orders are found by, as table terms holds it; undefined where the shop has none. */
  readonly termFor: (shop: string, field: TermField, value: string) => Promise<Uint8Array | undefined>;
}

/** Creates what answers from the index; `access` is there as long as the index is. */
export type CreateReader = (access: ReadAccess) => IndexReader;
