// Records what replies say of orders: rows, changes, roll-ups, tokens and documents, all in one transaction.
import { createHash } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import { SOURCES } from '../codes.js';
import type { Engine } from '../engine/engine.js';
import { type ShopKey, type ShopKeys, tombstoneOf } from '../keys/shopKeys.js';
import type { OrderRow, Tables } from '../schema/tables.js';
import { bytesOf, type IndexKey, inChunks, isOneOf } from '../statements.js';
import { type LoggedChange, logChanges } from './changeLog.js';
import { aspectsOf, emptyState, type IndexedState, isSameList, isTerminal, mergeUpdate } from './mergeUpdate.js';
import type { OrderUpdate } from './readReply.js';
import { createRollupDeltas } from './rollups.js';
import { EMPTY_VALUES, type RowValues } from './rows.js';
import { type DocumentUpdate, writeDocuments } from './storedDocuments.js';

export interface Recorder {
  readonly db: Kysely<Tables>;
  readonly engine: Engine;
  /** Undefined: neither tokens nor documents are stored. */
  readonly keys: ShopKeys | undefined;
  /** How long a document of an order that may still change stays fresh, and of one that is over. */
  readonly openMs: number;
  readonly finalMs: number;
  /** Milliseconds. */
  readonly now: () => number;
}

/** How often it is written that an order was seen as it was. */
const TOUCH_MS = 3_600_000;

/** @throws what the database throws; then nothing of the batch is recorded. */
export async function record(recorder: Recorder, updates: readonly OrderUpdate[]): Promise<void> {
  if (updates.length === 0) return;
  await recorder.engine.write(recorder.db, (transaction) => recordIn(transaction, recorder, updates).then(() => {}));
}

/** What was recorded, by the keys of orders. */
export interface Recorded {
  /** The orders that are other than they were. */
  readonly changed: ReadonlySet<string>;
  /** What the rows say now. */
  readonly rows: ReadonlyMap<string, OrderRow>;
}

/** The same, beside whatever else the transaction writes. */
export async function recordIn(
  transaction: Transaction<Tables>,
  { engine, keys: shopKeys, openMs, finalMs, now }: Recorder,
  given: readonly OrderUpdate[],
): Promise<Recorded> {
  const updates = given.length === 0 ? given : await withoutBuried(transaction, given);
  if (updates.length === 0) return { changed: new Set(), rows: new Map() };
  const shops = [...new Set(updates.map(({ shop }) => shop))];
  const keys = (await shopKeys?.ensure(transaction, shops)) ?? new Map<string, ShopKey>();
  const tokened = updates.map((update) => ({ update, terms: tokensOf(update, keys.get(update.shop)) }));
  // Not all columns: those of a later version, whose processes run beside this one, are left as they are.
  const rows = await transaction.selectFrom('orders').select(COLUMNS).where(isOneOf(updates)).execute();
  const rowOf = new Map(rows.map((row) => [keyOf(row), row]));
  const news = new Set(
    tokened.filter((one) => !isRepetition(rowOf.get(keyOf(one.update)), one)).map(({ update }) => keyOf(update)),
  );
  const before = await readStates(
    transaction,
    rows.filter((row) => news.has(keyOf(row))),
  );
  const after = new Map(before);
  const changes: LoggedChange[] = [];
  const documents: DocumentUpdate[] = [];
  for (const { update, terms } of tokened) {
    const key = keyOf(update);
    let row = rowOf.get(key);
    if (news.has(key)) {
      const known = after.get(key);
      const state = mergeUpdate(known ?? emptyState(update), update, terms);
      after.set(key, state);
      row = state.row;
      const change = changeOf(known, state, update);
      if (change) changes.push(change);
    }
    const { document } = update;
    const lifeMs = row && isTerminal(row.status) ? finalMs : openMs;
    if (document) documents.push({ update, document, lifeMs });
  }
  const cursors = await logChanges(transaction, changes, now());
  const seqs = new Map(changes.map(({ after: row }, index) => [keyOf(row as OrderRow), cursors[index] as number]));
  await writeStates(transaction, before, after, seqs);
  await writeDocuments(transaction, documents, keys);
  if (changes.length > 0) await engine.notify?.(transaction);
  for (const [key, { row }] of after) rowOf.set(key, row);
  return { changed: new Set(seqs.keys()), rows: rowOf };
}

interface TokenedUpdate {
  readonly update: OrderUpdate;
  /** Its tokens, in hexadecimal. */
  readonly terms: readonly string[];
}

/**
 * Whether a row says already all that it is tokened, as most do. The lists beside it need not be read for that: if they are
 * those that are told, then the hash is that of both.
 */
function isRepetition(row: OrderRow | undefined, { update, terms }: TokenedUpdate): boolean {
  if (row === undefined || update.seenAt - row.seen_at >= TOUCH_MS) return false;
  const state = mergeUpdate({ row, productIds: update.productIds ?? [], terms }, update, terms);
  return QUIET.every((column) => row[column] === state.row[column]) && hashOf(state) === row.hash;
}

function changeOf(known: IndexedState | undefined, state: IndexedState, update: OrderUpdate): LoggedChange | undefined {
  const aspects = aspectsOf(known ?? emptyState(update), state);
  if (known && aspects.length === 0) return undefined;
  return { kind: known ? 'UPDATED' : 'CREATED', aspects, before: known?.row, after: state.row };
}

export const keyOf = ({ shop, order_id }: IndexKey): string => `${shop} ${order_id}`;

const tokensOf = ({ people }: OrderUpdate, key: ShopKey | undefined): readonly string[] =>
  key ? [...new Set(people.flatMap(({ field, value }) => key.tokenOf(field, value)?.toString('hex') ?? []))] : [];

/**
 * Leaves out what was put away: a weaker source may still tell of it. A detail that is newer than its burial says that it is
 * there again.
 */
async function withoutBuried(
  transaction: Transaction<Tables>,
  updates: readonly OrderUpdate[],
): Promise<readonly OrderUpdate[]> {
  const shops = [...new Set(updates.map(({ shop }) => shop))];
  const tombstones = await transaction
    .selectFrom('tombstones')
    .select('shop')
    .where('shop', 'in', shops)
    .limit(1)
    .execute();
  if (tombstones.length === 0) return updates;
  const tokens = updates.map(({ shop, order_id }) => ({ shop, token: tombstoneOf(shop, order_id) }));
  const found = await transaction
    .selectFrom('tombstones')
    .selectAll()
    .where('shop', 'in', shops)
    .where(
      'token',
      'in',
      tokens.map(({ token }) => token),
    )
    .execute();
  const buriedAt = new Map(found.map(({ shop, token, at }) => [`${shop} ${bytesOf(token).toString('hex')}`, at]));
  const kept: OrderUpdate[] = [];
  for (const [index, update] of updates.entries()) {
    const { shop, token } = tokens[index] as (typeof tokens)[number];
    const name = `${shop} ${token.toString('hex')}`;
    const at = buriedAt.get(name);
    const isBack = at !== undefined && update.source === DETAIL && update.seenAt > at;
    if (at !== undefined && !isBack) continue;
    if (isBack) {
      await transaction.deleteFrom('tombstones').where('shop', '=', shop).where('token', '=', token).execute();
      buriedAt.delete(name);
    }
    kept.push(update);
  }
  return kept;
}

const DETAIL = SOURCES.indexOf('DETAIL');

/** What the index holds of orders before they are told more. */
async function readStates(
  transaction: Transaction<Tables>,
  rows: readonly OrderRow[],
): Promise<ReadonlyMap<string, IndexedState>> {
  if (rows.length === 0) return new Map();
  const products = await transaction.selectFrom('products').selectAll().where(isOneOf(rows)).execute();
  const terms = await transaction.selectFrom('terms').selectAll().where(isOneOf(rows)).execute();
  const productsOf = groupBy(products, ({ product_id }) => product_id);
  const termsOf = groupBy(terms, ({ term }) => bytesOf(term).toString('hex'));
  return new Map(
    rows.map((row) => {
      const key = keyOf(row);
      return [key, { row, productIds: productsOf.get(key) ?? [], terms: termsOf.get(key) ?? [] }];
    }),
  );
}

function groupBy<Row extends IndexKey>(rows: readonly Row[], memberOf: (row: Row) => string): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(memberOf(row));
    else groups.set(keyOf(row), [memberOf(row)]);
  }
  return groups;
}

type States = ReadonlyMap<string, IndexedState>;

async function writeStates(
  transaction: Transaction<Tables>,
  before: States,
  after: States,
  seqs: ReadonlyMap<string, number>,
): Promise<void> {
  const rows: OrderRow[] = [];
  const rollups = createRollupDeltas();
  for (const [key, state] of after) {
    const old = before.get(key);
    if (old && !isToWrite(old.row, state.row) && !seqs.has(key)) continue;
    rows.push({ ...state.row, hash: hashOf(state), seq: seqs.get(key) ?? state.row.seq });
    if (old === undefined || seqs.has(key)) rollups.move(old?.row, state.row);
  }
  await inChunks(rows, COLUMNS.length, (chunk) => upsertOrders(transaction, chunk));
  await rollups.write(transaction);
  const lists = (member: 'productIds' | 'terms') =>
    [...after]
      .filter(([key, state]) => !isSameList(before.get(key)?.[member] ?? [], state[member]))
      .map(([key, state]) => ({ row: state.row, members: state[member], isNew: !before.get(key)?.[member].length }));
  await replaceProducts(transaction, lists('productIds'));
  await replaceTerms(transaction, lists('terms'));
}

/** What changed beside all that a change tells; when it was seen, at most hourly. */
const isToWrite = (old: OrderRow, row: OrderRow): boolean =>
  row.seen_at - old.seen_at >= TOUCH_MS || QUIET.some((column) => old[column] !== row[column]);

const QUIET = ['known', 'source', 'gateway', 'platform'] as const;

const VALUES = Object.keys(EMPTY_VALUES) as (keyof RowValues)[];
const KEY = ['shop', 'order_id'] as const;
const OTHERS = ['platform', 'gateway', 'view', 'marks', 'known', 'hash', 'source', 'seen_at', 'seq'] as const;
const REPLACED = [...VALUES, ...OTHERS];
const COLUMNS = [...KEY, ...REPLACED];

const hashOf = ({ row, productIds, terms }: IndexedState): string =>
  createHash('sha256')
    .update(
      JSON.stringify([VALUES.map((column) => row[column]), row.view, row.marks, sorted(productIds), sorted(terms)]),
    )
    .digest('base64url');

const sorted = (members: readonly string[]): readonly string[] => [...members].sort();

async function upsertOrders(transaction: Transaction<Tables>, rows: readonly OrderRow[]): Promise<void> {
  await transaction
    .insertInto('orders')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(KEY)
        .doUpdateSet(({ ref }) => Object.fromEntries(REPLACED.map((column) => [column, ref(`excluded.${column}`)]))),
    )
    .execute();
}

interface ReplacedList {
  readonly row: IndexKey;
  readonly members: readonly string[];
  /** Whether there was none before. */
  readonly isNew: boolean;
}

async function replaceProducts(transaction: Transaction<Tables>, lists: readonly ReplacedList[]): Promise<void> {
  const old = lists.filter(({ isNew }) => !isNew).map(({ row }) => row);
  if (old.length > 0) await transaction.deleteFrom('products').where(isOneOf(old)).execute();
  const rows = lists.flatMap(({ row: { shop, order_id }, members }) =>
    members.map((product_id) => ({ shop, product_id, order_id })),
  );
  await inChunks(rows, 3, async (chunk) => {
    await transaction.insertInto('products').values(chunk).execute();
  });
}

async function replaceTerms(transaction: Transaction<Tables>, lists: readonly ReplacedList[]): Promise<void> {
  const old = lists.filter(({ isNew }) => !isNew).map(({ row }) => row);
  if (old.length > 0) await transaction.deleteFrom('terms').where(isOneOf(old)).execute();
  const rows = lists.flatMap(({ row: { shop, order_id }, members }) =>
    members.map((term) => ({ shop, term: Buffer.from(term, 'hex'), order_id })),
  );
  await inChunks(rows, 3, async (chunk) => {
    await transaction.insertInto('terms').values(chunk).execute();
  });
}
