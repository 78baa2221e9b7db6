// Syncs the shops of a ledger by a clock that its parent keeps, until its time is over or it is killed. Started with what it
// is to do, as JSON; says each moment that it has come to, and goes on when it is answered.
import { Kysely } from 'kysely';
import { createEngine } from '../../dist/orderIndex/engine/source.js';
import { createPace } from '../../dist/orderIndex/pace.js';
import { readReply } from '../../dist/orderIndex/record/readReply.js';
import { record } from '../../dist/orderIndex/record/record.js';
import { syncedShop } from '../../dist/orderIndex/sync/service.js';
import { createShopSync } from '../../dist/orderIndex/sync/shopSync.js';
import { createSyncTable } from '../../dist/orderIndex/sync/syncTable.js';
import { parseSettings } from '../../dist/platforms/settings.js';
import { createUpstream } from '../../dist/upstream/index.js';
import { createWholeOrderFetch } from '../../dist/upstream/wholeOrder.js';

const { source, settings: given, shops, owner, from, end } = JSON.parse(process.argv[2]);
let instant = from;
const reach = (at) =>
  new Promise((resolve) => {
    instant = Math.max(instant, at);
    process.once('message', resolve);
    process.send({ instant });
  });

const engine = await createEngine(source);
const db = new Kysely({ dialect: engine.createDialect('writer') });
const recorder = { db, engine, keys: undefined, openMs: 30_000, finalMs: 86_400_000, now: () => instant };
const options = { zones: new Map(), hasPhoneSuffix: false };
const quiet = { info: () => {}, warn: () => {}, error: () => {} };
const settings = parseSettings(JSON.stringify(given), {});
const replies = [];
const upstream = await createUpstream(settings, {
  ...{ now: () => new Date(instant), redisUrl: undefined, workers: 1, transport: 'undici', callBudget: undefined },
  ...{ log: quiet, recorder: { record: (origin, text) => replies.push({ ...origin, text }), bury: () => {} } },
});
const fetchWhole = createWholeOrderFetch({ ...upstream, caller: 'sync', requestMs: 15_000 });
const store = createSyncTable({ ...options, use: (change) => change(recorder), log: quiet });
let due = { at: 0, shops: new Set() };
const environment = {
  ...{ store, owner, share: 0.3, callGateway: upstream.createCallGateway('sync') },
  ...{ now: () => instant, elapsed: () => instant, pace: createPace(() => instant), onRevoked: () => {}, log: quiet },
  fetchOrder: (shop, orderId) => fetchWhole({ shop, orderId }, 0),
  flush: () =>
    record(
      recorder,
      replies.splice(0).map((reply) => readReply(reply, options)),
    ),
  async dueShops() {
    if (instant - due.at >= 30_000) due = { at: instant, shops: new Set(await store.dueShops(instant)) };
    return due.shops;
  },
};
const syncs = settings.shops
  .filter(({ id }) => shops.includes(id))
  .map((shop) => ({
    sync: createShopSync(syncedShop(shop, upstream.shops.get(shop.id), 100_000), environment),
    at: from,
  }));
for (;;) {
  const next = syncs.reduce((one, other) => (other.at < one.at ? other : one));
  if (next.at > end) break;
  await reach(next.at);
  next.at = instant + Math.max(100, Math.ceil(await next.sync.step()));
}
await store.lease({ owner, now: instant }, 0);
await upstream.close();
await db.destroy();
process.disconnect();
