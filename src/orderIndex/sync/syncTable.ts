// The sync's side of the database, beside the writer: streams, pages, and orders that are due.
import { LOG_EVERY_MS, throttle } from '../../common/throttle.js';
import type { CompiledGateway } from '../../platforms/compiledGateway.js';
import { compiledGatewayOf } from '../../platforms/index.js';
import { SECOND } from '../../platforms/orderList.js';
import { DUE_REASONS } from '../codes.js';
import type { IndexLog } from '../indexLog.js';
import { BACKGROUND_LEASE, LEASE_MS, takeLease } from '../leases.js';
import type { ReadOptions } from '../record/readReply.js';
import type { Recorder } from '../record/record.js';
import { callsToday, cleanDue, findDue, hear, planPolls, settleDue, shopsWithDue } from './dueTable.js';
import { isRevoked, markRevoked, unmarkRevoked } from './revocation.js';
import { atGateway, beginStream, PUSH, SLOW_MS, type StreamState, streamsOf } from './streams.js';
import { findStream, toState, toStatus, UNREAD, writeStream } from './streamTable.js';
import { createTakePage } from './takePage.js';
import type {
  StreamFailure,
  StreamReport,
  SyncedGateway,
  SyncStatus,
  SyncStore,
  SyncTurn,
  ToldMessages,
} from './types.js';
import { mayHalve, openWindow } from './windows.js';

interface SyncTableOptions extends ReadOptions {
  /** Runs something on the database, however that is opened. */
  readonly use: <Result>(run: (recorder: Recorder) => Promise<Result>) => Promise<Result>;
  readonly log: IndexLog;
  /** How a gateway is listed; as its row says, unless a test says otherwise. */
  readonly compiledOf?: (of: SyncedGateway) => CompiledGateway;
}

export function createSyncTable({
  use,
  log,
  compiledOf = ({ gateway, view }) => compiledGatewayOf(gateway, view),
  ...options
}: SyncTableOptions): SyncStore {
  // By the error's name alone: its words may be the gateway's.
  const onUnreadable = throttle(LOG_EVERY_MS, ({ shop, gateway }: SyncedGateway, error: unknown) =>
    log.warn(
      { shop, gateway, reason: (error as Error).name },
      'A row of a list could not be read: its order is fetched by itself',
    ),
  );
  const takePage = createTakePage({ ...options, compiledOf, onUnreadable });

  const rulesOf = (of: SyncedGateway) => {
    const { list } = compiledOf(of);
    return list === undefined ? [] : streamsOf(list);
  };

  return {
    lease: ({ owner, now }, ms) =>
      use(({ db, engine }) =>
        engine.write(db, (transaction) => takeLease(transaction, { name: BACKGROUND_LEASE, owner, now, ms })),
      ),
    open: ({ now }, of) =>
      use(({ db, engine }) =>
        engine.write(db, async (transaction) => {
          if (await isRevoked(transaction, of.shop, of.credential)) return undefined;
          await unmarkRevoked(transaction, of.shop);
          const states: Record<string, StreamState> = {};
          const times = { now, since: of.since, steadyUntil: now };
          for (const rules of rulesOf(of)) {
            const stored = await findStream(transaction, of.shop, rules.name);
            const state = stored
              ? atGateway(rules, of.gateway, toState(stored))
              : beginStream(rules, of.gateway, times);
            // Else it would begin later the next time, and what happens meanwhile would be missed.
            if (!stored) await writeStream(transaction, { shop: of.shop, stream: rules.name }, state, NOTHING, now);
            states[rules.name] = state;
          }
          return states;
        }),
      ),
    take: async (page) => {
      // What a gateway refuses is no failure of the database.
      const record = takePage(page);
      return use(record);
    },
    fail: (failure) => use((recorder) => fail(recorder, failure, rulesOf(failure.of))),
    tellMessages: (turn, told) => use((recorder) => tellMessages(recorder, turn, told)),
    revoke: (shop, credential, now) =>
      use(({ db, engine }) => engine.write(db, (transaction) => markRevoked(transaction, shop, credential, now))),
    resume: (shop, now) =>
      use(async ({ db, engine }) => {
        await engine.write(db, async (transaction) => {
          await unmarkRevoked(transaction, shop);
          await transaction
            .updateTable('sync')
            .set({ next_at: now })
            .where('shop', '=', shop)
            .where('fault', 'is not', null)
            .execute();
        });
      }),
    dueShops: (now) => use(({ db }) => shopsWithDue(db, now)),
    due: (shop, now, limit) => use(({ db }) => findDue(db, shop, now, limit)),
    settle: (turn, outcomes) => use((recorder) => settleDue(recorder, turn, outcomes)),
    callsToday: (shop, now) => use(({ db }) => callsToday(db, shop, now)),
    planPolls: (shop, now, limit) => use((recorder) => planPolls(recorder, shop, now, limit)),
    hear: (source, now, messages) => use((recorder) => hear(recorder, source, now, messages)),
    status: (shops, now) => use((recorder) => readStatus(recorder, shops, now)),
    clean: (shops, now) => use((recorder) => cleanDue(recorder, shops, now)),
  };
}

const NOTHING = { calls: 0, foundLate: 0, dropped: 0 };
const NO_ROWS = { rows: 0, changed: 0, late: 0, dropped: 0, unreadable: 0 };

async function fail(
  { db, engine }: Recorder,
  failure: StreamFailure,
  streams: ReturnType<typeof streamsOf>,
): Promise<StreamReport> {
  const { of, stream, fault, nextAt, owner, now, isThrottled, isCall, state: before } = failure;
  const rules = streams.find(({ name }) => name === stream);
  if (rules === undefined) throw new Error(`There is no stream ${stream}.`);
  const { reading } = before;
  const { window } = reading;
  const isUnread = window !== undefined && window.total === undefined && window.page <= 1;
  const half = Math.max(SECOND, Math.floor(rules.list.windowMs / 2 / SECOND) * SECOND);
  const narrower =
    isThrottled && isUnread && mayHalve(window) && window.to - window.from > half
      ? openWindow(
          rules.list,
          ...(rules.kind === 'FILL'
            ? ([window.to - half, window.to] as const)
            : ([window.from, window.from + half] as const)),
          window.pass,
        )
      : window;
  const state: StreamState = {
    ...before,
    ...{ fault, nextAt },
    slowUntil: isThrottled ? now + SLOW_MS : before.slowUntil,
    reading: { ...reading, window: narrower, failures: reading.failures + Number(fault !== 'QUOTA_EXHAUSTED') },
  };
  return engine.write(db, async (transaction) => {
    if (!(await takeLease(transaction, { name: BACKGROUND_LEASE, owner, now, ms: LEASE_MS })))
      return { state: undefined, ...NO_ROWS };
    const counts = { ...NOTHING, calls: Number(isCall) };
    await writeStream(transaction, { shop: of.shop, stream }, state, counts, now);
    return { state, ...NO_ROWS };
  });
}

async function tellMessages({ db, engine }: Recorder, { now }: SyncTurn, told: ToldMessages): Promise<void> {
  const { shops, calls, fault } = told;
  await engine.write(db, async (transaction) => {
    for (const [index, shop] of shops.entries()) {
      const stored = await findStream(transaction, shop, PUSH);
      const before = stored ? toState(stored) : { ...UNREAD, completeSince: now };
      const watermark = fault === null ? now : before.watermark;
      const counts = { ...NOTHING, calls: index === 0 ? calls : 0 };
      await writeStream(transaction, { shop, stream: PUSH }, { ...before, watermark, fault }, counts, now);
    }
  });
}

async function readStatus({ db }: Recorder, shops: readonly string[], now: number): Promise<readonly SyncStatus[]> {
  if (shops.length === 0) return [];
  const rows = await db.selectFrom('sync').selectAll().where('shop', 'in', shops).orderBy('stream').execute();
  const due = await db
    .selectFrom('due')
    .select(['shop', ({ fn }) => fn.countAll().as('count')])
    .where('shop', 'in', shops)
    .where('priority', '<', DUE_REASONS.indexOf('POLL'))
    .groupBy('shop')
    .execute();
  const counts = new Map(due.map(({ shop, count }) => [shop, Number(count)]));
  return shops.map((shop) => ({
    shop,
    streams: rows.filter((row) => row.shop === shop).map((row) => toStatus(row, now)),
    due: counts.get(shop) ?? 0,
  }));
}
