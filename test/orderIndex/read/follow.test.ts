// Tests how the change feed is followed, over a feed that is written by hand.
import { expect, test } from '@jest/globals';
import { type FollowQuery, followFeed } from '../../../src/orderIndex/read/follow.js';
import type { Change } from '../../../src/orderIndex/types.js';
import { HandWrittenFeed } from '../../support/handWrittenFeed.js';

const numbered = (count: number): string[] => Array.from({ length: count }, (_, index) => String(index + 1));

function follow(feed: HandWrittenFeed, query: Partial<FollowQuery> = {}) {
  return followFeed(feed, { shops: ['mill'], filter: {}, signal: new AbortController().signal, ...query });
}

async function take(changes: AsyncIterator<Change>, count: number): Promise<string[]> {
  const taken: string[] = [];
  while (taken.length < count) {
    const { value } = await changes.next();
    taken.push((value as Change).orderId);
  }
  return taken;
}

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
