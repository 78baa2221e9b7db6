// Recording beside reading: orders a second, and how soon a subscriber hears of a change.
import type { Kysely } from 'kysely';
import { bitsOf, FIELD_GROUPS, SOURCES } from '../../src/orderIndex/codes.js';
import type { Engine } from '../../src/orderIndex/engine/engine.js';
import type { OrderUpdate } from '../../src/orderIndex/record/readReply.js';
import { record } from '../../src/orderIndex/record/record.js';
import type { Tables } from '../../src/orderIndex/schema/tables.js';
import type { IndexReader } from '../../src/orderIndex/types.js';
import { END, orderIdOf, SHOPS } from './fill.js';
import { percentiles, type Times } from './measure.js';

const BATCH = 200;

const updateOf = (order: number, version: number): OrderUpdate => ({
  ...{ shop: SHOPS[order % SHOPS.length] as string, order_id: orderIdOf(order) },
  ...{ platform: 'ALIBABA_1688', gateway: 'VV_TOOL', view: 0, source: SOURCES.indexOf('DETAIL') },
  seenAt: END + version * 1_000,
  known: bitsOf(FIELD_GROUPS, FIELD_GROUPS),
  values: {
    ...{ status: version % 2 === 0 ? 4 : 6, status_code: String(version), payment: 4, shipping: 1, refund: 1 },
    ...{ created_at: END - order * 1_000, modified_at: END + version, paid_at: END, currency: 'CNY', total: 100 },
    ...{ amount: '1', items: 1 },
  },
  marks: 0,
  productIds: [`product-${order % 10}`],
  people: [],
});

/** Orders a second, of which one in five has changed. */
export async function recordingRate(engine: Engine, db: Kysely<Tables>, rows: number): Promise<number> {
  const orders = Math.min(rows, 20_000);
  const recorder = { engine, db, keys: undefined, openMs: 1, finalMs: 1, now: Date.now };
  const batches = (version: (order: number) => number) =>
    Array.from({ length: orders / BATCH }, (_, batch) =>
      Array.from({ length: BATCH }, (_value, index) => updateOf(batch * BATCH + index, version(batch * BATCH + index))),
    );
  for (const batch of batches(() => 1)) await record(recorder, batch);
  const start = performance.now();
  for (const batch of batches((order) => (order % 5 === 0 ? 2 : 1))) await record(recorder, batch);
  return (orders / (performance.now() - start)) * 1_000;
}

/** From the beginning of a change's transaction until a subscriber has read it. */
export async function subscriberDelay(engine: Engine, db: Kysely<Tables>, reader: IndexReader): Promise<Times> {
  const recorder = { engine, db, keys: undefined, openMs: 1, finalMs: 1, now: Date.now };
  let cursor = (await reader.changes({ shops: SHOPS, filter: {}, first: 1 })).endCursor;
  let heard = (): void => {};
  const read = async (): Promise<void> => {
    const page = await reader.changes({ shops: SHOPS, filter: {}, first: 100, after: cursor });
    cursor = page.endCursor;
    if (page.changes.length > 0) heard();
  };
  const stop = reader.onGrowth(() => void read());
  // Listening alone keeps no process from its end.
  const awake = setInterval(() => {}, 1_000);
  const times: number[] = [];
  for (let version = 0; version < 40; version++) {
    const isHeard = new Promise<void>((resolve) => {
      heard = resolve;
    });
    const start = performance.now();
    await record(recorder, [updateOf(0, 100 + version)]);
    await isHeard;
    times.push(performance.now() - start);
  }
  stop();
  clearInterval(awake);
  return percentiles(times.slice(5));
}
