// The document of an order, as the index stores it.
import type { Kysely } from 'kysely';
import type { ArchivedDocument } from '../../upstream/types.js';
import { type DocumentName, openSealed } from '../keys/seal.js';
import type { ShopKey } from '../keys/shopKeys.js';
import type { Tables } from '../schema/tables.js';
import { bytesOf } from '../statements.js';

/** What is stored of one order at one account. */
export async function findDocument(
  db: Kysely<Tables>,
  key: ShopKey,
  name: DocumentName,
): Promise<ArchivedDocument | undefined> {
  const row = await db
    .selectFrom('documents')
    .select(['subtrees', 'sealed', 'fetched_at'])
    .where('shop', '=', name.shop)
    .where('order_id', '=', name.order_id)
    .where('credential', '=', name.credential)
    .executeTakeFirst();
  const sealed = row && openSealed(key.seal, name, bytesOf(row.sealed));
  return sealed && { ...sealed, subtrees: JSON.parse(row.subtrees) as string[], fetchedAt: row.fetched_at };
}
