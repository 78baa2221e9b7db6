// Documents in the index: the newest of each order and account, or what several narrow replies came to together.
import type { Kysely, Transaction } from 'kysely';
import type { Gateway } from '../../order/enums.js';
import { compiledGatewayOf } from '../../platforms/index.js';
import { merge } from '../../upstream/merge.js';
import type { DocumentEntry } from '../../upstream/state/documentStore.js';
import { covers } from '../../upstream/types.js';
import { type DocumentName, openSealed, type Seal } from '../keys/seal.js';
import type { ShopKey } from '../keys/shopKeys.js';
import type { Tables } from '../schema/tables.js';
import { bytesOf, inChunks, isOneOf } from '../statements.js';
import type { OrderUpdate, UpdatedDocument } from './readReply.js';

/** An update's document, and for how long one of its order stays fresh, milliseconds. */
export interface DocumentUpdate {
  readonly update: OrderUpdate;
  readonly document: UpdatedDocument;
  readonly lifeMs: number;
}

type Row = DocumentName & { readonly subtrees: string; readonly fetched_at: number };
type SealedRow = Row & { readonly sealed: Buffer };

/** Writes what is newer than what is there. */
export async function writeDocuments(
  transaction: Transaction<Tables>,
  updates: readonly DocumentUpdate[],
  keys: ReadonlyMap<string, ShopKey>,
): Promise<void> {
  const sealable = updates.filter(({ update }) => keys.has(update.shop));
  if (sealable.length === 0) return;
  const stored = await transaction
    .selectFrom('documents')
    .select(['shop', 'order_id', 'credential', 'subtrees', 'fetched_at'])
    .where(isOneOf(sealable.map(({ update }) => update)))
    .execute();
  const rows = new Map<string, Row | SealedRow>(stored.map((row) => [keyOf(row), row]));
  for (const { update, document, lifeMs } of sealable) {
    const name = { shop: update.shop, order_id: update.order_id, credential: document.credential };
    const { seal } = keys.get(update.shop) as ShopKey;
    const present = rows.get(keyOf(name));
    if (present && present.fetched_at > document.fetchedAt) continue;
    const whole = present ? await complete(transaction, present, { document, lifeMs, seal, update }) : document;
    rows.set(keyOf(name), {
      ...name,
      subtrees: JSON.stringify(whole.subtrees),
      sealed: seal.close(name, whole),
      fetched_at: whole.fetchedAt,
    });
  }
  const written = [...rows.values()].filter((row): row is SealedRow => 'sealed' in row);
  await inChunks(written, 6, async (chunk) => {
    await transaction
      .insertInto('documents')
      .values(chunk)
      .onConflict((conflict) =>
        conflict.columns(['shop', 'order_id', 'credential']).doUpdateSet(({ ref }) => ({
          subtrees: ref('excluded.subtrees'),
          sealed: ref('excluded.sealed'),
          fetched_at: ref('excluded.fetched_at'),
        })),
      )
      .execute();
  });
}

interface Completion {
  readonly document: UpdatedDocument;
  readonly lifeMs: number;
  readonly seal: Seal;
  readonly update: OrderUpdate;
}

/** As the cache does: what is still fresh completes what a narrower reply told; together they are as old as the older. */
async function complete(
  transaction: Transaction<Tables>,
  present: Row | SealedRow,
  { document, lifeMs, seal, update }: Completion,
): Promise<DocumentEntry> {
  const subtrees = JSON.parse(present.subtrees) as readonly string[];
  const isFresh = document.fetchedAt - present.fetched_at < lifeMs;
  if (covers(document.subtrees, subtrees) || !isFresh) return document;
  const sealed = 'sealed' in present ? present.sealed : await readSealed(transaction, present);
  const older = sealed && openSealed(seal, present, sealed);
  if (!older) return document;
  const { isIdName } = compiledGatewayOf(update.gateway as Gateway).definition.document;
  const merged = merge(older.document, document.document, isIdName);
  if (merged === undefined) return document;
  return {
    document: merged as object,
    envelope: document.envelope,
    subtrees: [...new Set([...subtrees, ...document.subtrees])],
    characters: older.characters + document.characters,
    fetchedAt: present.fetched_at,
  };
}

async function readSealed(db: Kysely<Tables>, { shop, order_id, credential }: DocumentName) {
  const row = await db
    .selectFrom('documents')
    .select('sealed')
    .where('shop', '=', shop)
    .where('order_id', '=', order_id)
    .where('credential', '=', credential)
    .executeTakeFirst();
  return row && bytesOf(row.sealed);
}

const keyOf = ({ shop, order_id, credential }: DocumentName): string => `${shop} ${credential} ${order_id}`;
