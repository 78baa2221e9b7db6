// What the statements of the index have in common: they stay below what a database takes, and name orders by their keys.
import { type RawBuilder, sql } from 'kysely';

/** SQLite takes 32,766 parameters, PostgreSQL twice as many. */
const MAX_PARAMETERS = 30_000;

/** Statements of many rows take longer to put together than they save. */
const MAX_ROWS = 200;

/** Calls back with so many rows at a time that their parameters fit into one statement. */
export async function inChunks<Row>(
  rows: readonly Row[],
  columns: number,
  run: (chunk: readonly Row[]) => Promise<void>,
): Promise<void> {
  const size = Math.min(MAX_ROWS, Math.floor(MAX_PARAMETERS / columns));
  for (let from = 0; from < rows.length; from += size) await run(rows.slice(from, from + size));
}

export interface IndexKey {
  readonly shop: string;
  readonly order_id: string;
}

/** The condition that a row is one of these orders'; both engines look each up in the primary key. */
export const isOneOf = (keys: readonly IndexKey[], second = 'order_id'): RawBuilder<boolean> =>
  sql<boolean>`(shop, ${sql.ref(second)}) in (values ${sql.join(keys.map(({ shop, order_id }) => sql`(${shop}, ${order_id})`))})`;

/** Bytes as drivers give them: Buffers, or SQLite's bare ArrayBuffers. */
export const bytesOf = (value: Uint8Array | ArrayBuffer): Buffer =>
  value instanceof Uint8Array ? Buffer.from(value.buffer, value.byteOffset, value.byteLength) : Buffer.from(value);
