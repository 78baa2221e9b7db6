// Syncs one shop, a step at a time: the next page of its lists, or the next order that is due. What a step does and how long
// to wait for the next is decided here; whoever runs it waits.
import { Fault } from '../../common/fault.js';
import { type OrderList, SECOND } from '../../platforms/orderList.js';
import type { ShopGateway } from '../../upstream/types.js';
import { intervalOf } from '../pace.js';
import { MISSING } from '../schema/tables.js';
import { createDayBudget } from './dayBudget.js';
import { createDueFetch } from './dueFetch.js';
import type { SyncEnvironment, SyncedShop } from './environment.js';
import { afterFault } from './faults.js';
import { queryOf } from './listQuery.js';
import { createProgressLog } from './progressLog.js';
import { STEADY, type StreamRules, type StreamState, streamsOf, withOpenWindow } from './streams.js';
import type { DueOrder, StreamReport, SyncedGateway, SyncTurn } from './types.js';
import type { OpenWindow } from './windows.js';

export interface ShopSync {
  /** Resolves to how long to wait for the next step, milliseconds. @throws what the database throws. */
  readonly step: () => Promise<number>;
  /** What is known of its streams is read anew, as another process may have read on. */
  readonly forget: () => void;
}

/** How soon it is looked again for what other processes were told. */
const LOOK_MS = 2 * SECOND;

/** How soon it is looked again whether a shop was connected by other settings, that this process does not know. */
const REVOKED_MS = 30 * SECOND;

/** After so many orders a page has its turn: however many messages come, what is filled in goes on. */
const FETCHES_BEFORE_PAGE = 3;

export function createShopSync(shop: SyncedShop, environment: SyncEnvironment): ShopSync {
  const { store, owner, now, pace, elapsed, share, callGateway, log } = environment;
  const { listed } = shop;
  const lists = listed && listingOf(shop, listed);
  const budget = createDayBudget(shop, environment);
  const due = createDueFetch(shop, environment, budget);
  const tellProgress = createProgressLog(shop.id, log);
  let states: Record<string, StreamState> | undefined;
  let tokensVersion: number | undefined;
  let startAt: number | undefined;
  /** Orders that were fetched since the last page. */
  let fetches = 0;
  /** Nothing of the shop is read before. */
  let pausedUntil = Number.NEGATIVE_INFINITY;

  const turn = (): SyncTurn => ({ owner, now: now() });

  /** The first stream of those that has something to read. */
  function nextPage(isWanted: (rules: StreamRules, state: StreamState) => boolean): Page | undefined {
    if (lists === undefined || states === undefined) return undefined;
    const steadyUntil = states[STEADY]?.watermark ?? MISSING;
    for (const rules of lists.streams) {
      const state = states[rules.name];
      const reading = state && withOpenWindow(rules, state, { now: now(), since: shop.since, steadyUntil });
      if (reading && isWanted(rules, state)) return [rules, reading];
    }
    return undefined;
  }

  const stepOf = (): (() => Promise<void>) | undefined => {
    const page = nextPage(({ kind }) => budget.mayCall(kind));
    if (page && page[0].kind === 'STEADY') return () => readPage(...page);
    // What a message told of is more urgent than what is only filled in, and that than what is only looked at again.
    const order = due.next();
    const isPagesTurn = page !== undefined && fetches >= FETCHES_BEFORE_PAGE;
    if (order && order.reason !== 'POLL' && !isPagesTurn) return () => fetchDue(order);
    if (page) return () => readPage(...page);
    return order && (() => fetchDue(order));
  };

  async function fetchDue(order: DueOrder): Promise<void> {
    fetches += 1;
    pausedUntil = (await due.fetch(order)) ?? pausedUntil;
  }

  async function readPage(rules: StreamRules, state: StreamState): Promise<void> {
    fetches = 0;
    const { of, gateway } = lists as Listing;
    const window = state.reading.window as OpenWindow;
    const query = queryOf(rules, window);
    let report: StreamReport;
    try {
      report = await callGateway(gateway, {
        buildRequest: (settings, clock) => listOf(gateway).buildListRequest(query, settings, clock),
        parseReply: (reply, settings) => {
          const { status, retryAfter, text } = reply;
          return store.take({
            ...turn(),
            ...{ of, stream: rules.name, state, settings: { ...settings } },
            reply: { status, retryAfter, text },
          });
        },
      });
      budget.count(rules.kind);
      tellProgress(rules, state, report);
    } catch (error) {
      // The database's faults are not the gateway's.
      if (!(error instanceof Fault) || error.code === 'INDEX_UNAVAILABLE') throw error;
      const { pausedUntil: until, ...after } = afterFault(error, state.reading.failures, now());
      pausedUntil = until;
      if (after.isCall) budget.count(rules.kind);
      if (error.code === 'SHOP_NOT_AUTHORIZED') tokensVersion = gateway.tokens?.version().version;
      report = await store.fail({ ...turn(), of, stream: rules.name, state, fault: error.code, ...after });
      if (state.fault !== error.code)
        log.warn({ shop: shop.id, stream: rules.name, fault: error.code }, 'A list of orders cannot be read');
    }
    if (report.state === undefined) states = undefined;
    else (states as Record<string, StreamState>)[rules.name] = report.state;
  }

  /** Says of a stream that it waits as the day's calls are spent; when it goes on is seen by then, or by other settings. */
  async function tellSpent([{ name: stream }, { nextAt }]: Page): Promise<void> {
    const state = states?.[stream];
    if (lists === undefined || states === undefined || state === undefined) return;
    const spent = { fault: 'QUOTA_EXHAUSTED', nextAt, isThrottled: false, isCall: false } as const;
    const report = await store.fail({ ...turn(), of: lists.of, stream, state, ...spent });
    if (report.state) states[stream] = report.state;
    log.warn({ shop: shop.id, stream }, 'The calls of today are spent: a list of orders waits');
  }

  /** A shop that was connected anew is read on at once. */
  async function resumeIfConnected(): Promise<void> {
    const version = listed?.tokens?.version().version;
    if (tokensVersion === undefined || version === tokensVersion) return;
    tokensVersion = undefined;
    pausedUntil = Number.NEGATIVE_INFINITY;
    await store.resume(shop.id, now());
    states = undefined;
  }

  /** False: its owner has taken the authorization back, and has not given it again. */
  async function open({ of, gateway }: Listing): Promise<boolean> {
    const opened = await store.open(turn(), of);
    if (opened) states = { ...opened };
    else {
      tokensVersion = gateway.tokens?.version().version;
      pausedUntil = now() + REVOKED_MS;
    }
    return opened !== undefined;
  }

  /** Milliseconds until a stream is to be read. */
  function waitMs(): number {
    const nexts = lists?.streams.map(({ name }) => states?.[name]?.nextAt ?? 0) ?? [];
    const later = nexts.filter((at) => at > now());
    return Math.min(LOOK_MS, ...later.map((at) => at - now()));
  }

  const isSlow = (): boolean => Object.values(states ?? {}).some(({ slowUntil }) => slowUntil > now());

  return {
    forget() {
      states = undefined;
      budget.forget();
    },
    async step() {
      await resumeIfConnected();
      if (pausedUntil > now()) return Math.min(LOOK_MS, pausedUntil - now());
      if (lists && states === undefined && !(await open(lists))) return LOOK_MS;
      await budget.load();
      const spent = nextPage(({ kind }, { fault }) => fault !== 'QUOTA_EXHAUSTED' && budget.isSpent(kind));
      if (spent) await tellSpent(spent);
      await due.look();
      const step = stepOf();
      if (step === undefined) return waitMs();
      const account = shop.listed ?? shop.preferred;
      startAt ??= pace.reserve(account.queue, intervalOf(account, share) * (isSlow() ? 2 : 1));
      const early = startAt - elapsed();
      if (early > 0) return Math.ceil(early);
      startAt = undefined;
      await step();
      return 0;
    },
  };
}

type Page = readonly [StreamRules, StreamState];

interface Listing {
  readonly gateway: ShopGateway;
  readonly streams: readonly StreamRules[];
  readonly of: SyncedGateway;
}

const listOf = ({ compiled: { list } }: ShopGateway): OrderList => {
  if (list === undefined) throw new Error('The gateway has no list.');
  return list;
};

function listingOf({ id, since }: SyncedShop, gateway: ShopGateway): Listing {
  const { compiled, credential } = gateway;
  const { type, view } = compiled.definition;
  return { gateway, streams: streamsOf(listOf(gateway)), of: { shop: id, gateway: type, view, credential, since } };
}
