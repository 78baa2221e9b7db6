// What an index says of a ledger's orders, held against the ledger row by row; and its feed and its roll-ups against its rows.
import type { Kysely } from 'kysely';
import type { Selection } from '../../src/mapping/selection.js';
import { CHANGE_KINDS } from '../../src/orderIndex/codes.js';
import { encodeState } from '../../src/orderIndex/orderState.js';
import { type OrderUpdate, type ReadOptions, readDocument } from '../../src/orderIndex/record/readReply.js';
import type { OrderRow, Tables } from '../../src/orderIndex/schema/tables.js';
import type { Ledger } from '../../src/sandbox/ledger/ledger.js';
import type { LedgerShop } from '../../src/sandbox/ledger/shop.js';
import { listedShop } from './ledgerShops.js';
import { countedRollups, inOrder } from './orderUpdates.js';

/** Names of orders, and what is wrong with them: all of it is empty where the index is right. */
export interface SyncVerdict {
  readonly lost: readonly string[];
  /** Told as new more than once. */
  readonly doubled: readonly string[];
  readonly strays: readonly string[];
  readonly differing: readonly string[];
  /** Whose changes do not follow from each other, go back to what was over, or do not end with the row. */
  readonly feed: readonly string[];
  readonly rollups: readonly string[];
}

interface VerdictOptions {
  readonly db: Kysely<Tables>;
  readonly ledger: Ledger;
  readonly sandboxUrl: string;
  /** From when on orders were placed, milliseconds. */
  readonly since: number;
}

const READ: ReadOptions = { zones: new Map(), hasPhoneSuffix: false };

export async function judgeSync(options: VerdictOptions): Promise<SyncVerdict & { readonly orders: number }> {
  const { db, ledger } = options;
  const rows = await db.selectFrom('orders').selectAll().execute();
  const rowOf = new Map(rows.map((row) => [`${row.shop} ${row.order_id}`, row]));
  const lost: string[] = [];
  const differing: string[] = [];
  const known = new Set<string>();
  for (const shop of ledger.shops) {
    const shown = await listedRows(shop, options);
    for (const { order } of shop.orders()) {
      const name = `${shop.id} ${order.orderId}`;
      known.add(name);
      const [row, update] = [rowOf.get(name), shown.get(order.orderId)];
      if (row === undefined) lost.push(name);
      else if (update === undefined) differing.push(`${name} is not listed`);
      else differing.push(...differencesOf(name, row, update));
    }
  }
  return {
    orders: known.size,
    ...{ lost, differing, strays: [...rowOf.keys()].filter((name) => !known.has(name)) },
    ...(await judgeFeed(db, rowOf)),
    rollups: await judgeRollups(db, rows),
  };
}

/** What the list of a shop says of each of its orders now. */
async function listedRows(
  { id, gateway }: LedgerShop,
  { ledger: { now }, sandboxUrl, since }: VerdictOptions,
): Promise<ReadonlyMap<string, OrderUpdate>> {
  const { list, compiled, walk } = listedShop(gateway, sandboxUrl, now);
  const rows = await walk({ ...list.fill, maxPages: 10_000 }, since, now());
  const isTold = (selection: Selection) => compiled.isInRow(selection, 'FULL');
  return new Map(
    rows.map(({ orderId, document }) => {
      const origin = { shop: id, credential: '', subtrees: [], orderId, fetchedAt: now() };
      return [orderId, readDocument(compiled, document, origin, READ, 'LIST', isTold)];
    }),
  );
}

const differencesOf = (name: string, row: OrderRow, { values }: OrderUpdate): readonly string[] =>
  Object.entries(values).flatMap(([column, value]) => {
    const indexed = row[column as keyof OrderRow];
    return indexed === value ? [] : [`${name} ${column}: ${String(indexed)} instead of ${String(value)}`];
  });

/** What the feed has told of an order so far. */
interface Story {
  state: string | null;
  readonly statuses: number[];
  readonly refunds: number[];
}

async function judgeFeed(
  db: Kysely<Tables>,
  rowOf: ReadonlyMap<string, OrderRow>,
): Promise<Pick<SyncVerdict, 'feed' | 'doubled'>> {
  const stories = new Map<string, Story>();
  const feed: string[] = [];
  const doubled: string[] = [];
  for (const change of await db.selectFrom('changes').selectAll().orderBy('seq').execute()) {
    const name = `${change.shop} ${change.order_id}`;
    const story = stories.get(name) ?? { state: null, statuses: [], refunds: [] };
    if (CHANGE_KINDS[change.kind] === 'CREATED' && stories.has(name)) doubled.push(name);
    if (change.before !== story.state) feed.push(`${name}: ${change.before} follows ${story.state}`);
    stories.set(name, story);
    story.state = change.after;
    if (change.after === null) continue;
    const [status, , , refund] = JSON.parse(change.after) as readonly number[];
    if (goesBack(story.statuses, status) || goesBack(story.refunds, refund))
      feed.push(`${name} goes back: ${story.statuses.join(' ')}, ${story.refunds.join(' ')}`);
  }
  for (const [name, row] of rowOf) {
    const told = stories.get(name)?.state;
    if (told !== encodeState(row)) feed.push(`${name}: the feed ends with ${told}`);
  }
  return { feed, doubled };
}

/** Takes down one more state of a life that only goes forward, and says whether it was over already. */
function goesBack(states: number[], state = 0): boolean {
  if (states.at(-1) === state) return false;
  states.push(state);
  return states.indexOf(state) < states.length - 1;
}

async function judgeRollups(db: Kysely<Tables>, rows: readonly OrderRow[]): Promise<readonly string[]> {
  const stored = new Set(
    inOrder(await db.selectFrom('rollups').selectAll().execute()).map((row) => JSON.stringify(row)),
  );
  const counted = new Set(countedRollups(rows).map((row) => JSON.stringify(row)));
  return [...stored, ...counted].filter((row) => !stored.has(row) || !counted.has(row));
}
