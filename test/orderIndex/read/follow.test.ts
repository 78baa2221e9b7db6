// Tests how the change feed is followed: over a feed that is written by hand, and on both engines while others write.
import { expect, test } from '@jest/globals';
import { Kysely } from 'kysely';
import { type FollowQuery, followFeed } from '../../../src/orderIndex/read/follow.js';
import { record } from '../../../src/orderIndex/record/record.js';
import type { Tables } from '../../../src/orderIndex/schema/tables.js';
import type { Change, IndexReader } from '../../../src/orderIndex/types.js';
import { HandWrittenFeed } from '../../support/handWrittenFeed.js';
import { describeEngines, type TestIndex } from '../../support/indexEngines.js';
import { told } from '../../support/orderUpdates.js';

const numbered = (count: number): string[] => Array.from({ length: count }, (_, index) => String(index + 1));

function follow(feed: Pick<IndexReader, 'changes' | 'onGrowth'>, query: Partial<FollowQuery> = {}) {
  return followFeed(feed, { shops: ['mill'], filter: {}, signal: new AbortController().signal, ...query });
}

async function takeChanges(changes: AsyncIterator<Change>, count: number): Promise<readonly Change[]> {
  const taken: Change[] = [];
  while (taken.length < count) taken.push((await changes.next()).value as Change);
  return taken;
}

const take = async (changes: AsyncIterator<Change>, count: number): Promise<readonly string[]> =>
  (await takeChanges(changes, count)).map(({ orderId }) => orderId);

test('a feed that is followed from a cursor brings what came behind it, page by page, and then what is written', async () => {
  const feed = new HandWrittenFeed();
  feed.write(...numbered(250));
  const changes = await follow(feed, { after: '20' });
  expect(await take(changes, 230)).toEqual(numbered(250).slice(20));
  const next = changes.next();
  feed.write('251');
  expect((await next).value).toMatchObject({ orderId: '251', cursor: '251' });
});

test('a feed that is followed without a cursor brings what is written from then on', async () => {
  const feed = new HandWrittenFeed();
  feed.write('old');
  const changes = await follow(feed);
  feed.write('new');
  expect(await take(changes, 1)).toEqual(['new']);
});

test('the shops and the filter that a feed is followed with stand in every reading of it', async () => {
  const feed = new HandWrittenFeed();
  const filter = { kinds: ['UPDATED'] } as const;
  const changes = await follow(feed, { shops: ['depot'], filter });
  feed.writeOf('depot', '1');
  await take(changes, 1);
  expect(feed.queries.length).toBeGreaterThan(1);
  for (const query of feed.queries) expect(query).toMatchObject({ shops: ['depot'], filter });
});

test('a change that is written while a page is being read is brought without anything more being written', async () => {
  const feed = new HandWrittenFeed();
  const changes = await follow(feed);
  let isWritten = false;
  feed.onRead = () => {
    if (isWritten) return;
    isWritten = true;
    feed.write('meanwhile');
  };
  expect(await take(changes, 1)).toEqual(['meanwhile']);
});

test('a page of the feed is read only when the one before has been taken, however much is written', async () => {
  const feed = new HandWrittenFeed();
  feed.write(...numbered(1000));
  const changes = await follow(feed, { after: '0' });
  await take(changes, 100);
  feed.write('1001', '1002');
  expect(feed.queries.length).toBe(1);
  await take(changes, 1);
  expect(feed.queries.length).toBe(2);
});

test('a cursor that is expired is refused before anything is followed, and nobody listens afterwards', async () => {
  const feed = new HandWrittenFeed();
  feed.write(...numbered(10));
  feed.kept = 5;
  await expect(follow(feed, { after: '4' })).rejects.toMatchObject({ code: 'CURSOR_EXPIRED' });
  expect(feed.listeners.size).toBe(0);
});

test('a reader so slow that its cursor expires meanwhile is told so, and nobody listens afterwards', async () => {
  const feed = new HandWrittenFeed();
  feed.write(...numbered(150));
  const changes = await follow(feed, { after: '0' });
  await take(changes, 100);
  feed.kept = 120;
  await expect(changes.next()).rejects.toMatchObject({ code: 'CURSOR_EXPIRED' });
  expect(feed.listeners.size).toBe(0);
});

test('a feed that is followed ends when its signal does, also while it waits, and nobody listens afterwards', async () => {
  const feed = new HandWrittenFeed();
  const ending = new AbortController();
  const changes = await follow(feed, { signal: ending.signal });
  const waiting = changes.next();
  feed.write('1');
  expect((await waiting).value).toMatchObject({ orderId: '1' });
  const waitingAgain = changes.next();
  expect(feed.listeners.size).toBe(1);
  ending.abort();
  expect(await waitingAgain).toEqual({ done: true, value: undefined });
  expect(feed.listeners.size).toBe(0);
});

test('a feed that is given up between two changes leaves no listener behind', async () => {
  const feed = new HandWrittenFeed();
  feed.write('1', '2');
  const changes = await follow(feed, { after: '0' });
  for await (const { orderId } of changes) {
    expect(orderId).toBe('1');
    break;
  }
  expect(feed.listeners.size).toBe(0);
});

const WRITERS = ['first', 'second', 'third'];
const TRANSACTIONS = 24;

/** How many orders a writer's transaction records. */
const sizeOf = (transaction: number): number => 1 + (transaction % 3);

const ORDERS = WRITERS.length * Array.from({ length: TRANSACTIONS }, (_, at) => sizeOf(at)).reduce((a, b) => a + b);

/** No engine takes it: the changes of its transaction have been written by then, and are given up. */
const UNSTORABLE = told({ orderId: 'unstorable', more: { platform: null as unknown as string } });

/** Records orders over a connection of its own, and after every fourth transaction fails in one. */
async function writeBeside({ engine }: TestIndex, name: string): Promise<void> {
  const db = new Kysely<Tables>({ dialect: engine.createDialect('sideWriter') });
  const recorder = { db, engine, keys: undefined, openMs: 0, finalMs: 0, now: Date.now };
  for (let at = 0; at < TRANSACTIONS; at++) {
    const orders = Array.from({ length: sizeOf(at) }, (_, part) => told({ orderId: `${name} ${at} ${part}` }));
    await record(recorder, orders);
    if (at % 4 > 0) continue;
    await expect(record(recorder, [told({ orderId: `${name} ${at} lost` }), UNSTORABLE])).rejects.toThrow();
  }
  await db.destroy();
}

describeEngines('a feed that is followed while others write', (openIndex) => {
  test('All that three connections commit is brought once, in the order of the commits, and what failed is not', async () => {
    const index = await openIndex();
    const shops = ['flagship'];
    const { endCursor } = await index.reader.changes({ shops, filter: {}, first: 1 });
    const followers = [await follow(index.reader, { shops }), await follow(index.reader, { shops, after: endCursor })];
    const writing = Promise.all(WRITERS.map((name) => writeBeside(index, name)));
    const [fromNow = [], fromCursor = []] = await Promise.all(followers.map((feed) => takeChanges(feed, ORDERS)));
    await writing;
    const written = await index.db.selectFrom('changes').select('order_id').orderBy('seq').execute();
    const ids = written.map(({ order_id }) => order_id);
    expect(new Set(ids).size).toBe(ORDERS);
    expect(ids.filter((id) => id.endsWith('lost') || id === UNSTORABLE.order_id)).toEqual([]);
    expect(fromNow.map(({ orderId }) => orderId)).toEqual(ids);
    expect(fromCursor).toEqual(fromNow);
    // Whoever comes back, wherever they broke off, is brought the rest.
    for (const seen of [1, 70, ORDERS - 1]) {
      const resumed = await follow(index.reader, { shops, after: (fromNow[seen - 1] as Change).cursor });
      expect(await takeChanges(resumed, ORDERS - seen)).toEqual(fromNow.slice(seen));
    }
  });
});
