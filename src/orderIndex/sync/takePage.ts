// Takes a page of a list: what its rows say is recorded by the rules of all recording, and how the stream stands from then on
// is written in the same transaction. So whatever ends the process, what is said to be read was recorded.

import type { Transaction } from 'kysely';
import { LRUCache } from 'lru-cache';
import type { CompiledGateway } from '../../platforms/compiledGateway.js';
import type { ListRow } from '../../platforms/orderList.js';
import { SOURCES } from '../codes.js';
import { BACKGROUND_LEASE, LEASE_MS, takeLease } from '../leases.js';
import { type OrderUpdate, type ReadOptions, readDocument } from '../record/readReply.js';
import { keyOf, type Recorded, type Recorder, recordIn } from '../record/record.js';
import { MISSING, type OrderRow, type Tables } from '../schema/tables.js';
import { isOneOf } from '../statements.js';
import { makeDue, type NewDue } from './dueTable.js';
import { queryOf } from './listQuery.js';
import { afterPage, FILL, STEADY, type StreamRules, type StreamState, streamsOf } from './streams.js';
import { findStream, tellFilled, toState, writeStream } from './streamTable.js';
import type { StreamReport, SyncedGateway, TakenPage } from './types.js';
import { stepAfter } from './windows.js';

/** How long after a list told of them rows are fetched that it told too little of. */
const FETCH_AFTER_MS = 2_000;

/** Orders of which it is remembered what a list said that a detail did not: each such thing is asked once. */
const REMEMBERED = 5_000;

/** Ids of any platform; what else is there names no order, and might not be storable. */
const ORDER_ID = /^[\w.-]{1,64}$/;

interface TakeOptions extends ReadOptions {
  readonly compiledOf: (of: SyncedGateway) => CompiledGateway;
  readonly onUnreadable: (of: SyncedGateway, error: unknown) => void;
}

interface ReadPage {
  readonly updates: readonly OrderUpdate[];
  readonly unreadable: readonly string[];
  readonly dropped: number;
}

/** Reads a page, and returns what records it. @throws Fault that the reply says. */
export type TakePage = (page: TakenPage) => (recorder: Recorder) => Promise<StreamReport>;

export function createTakePage(options: TakeOptions): TakePage {
  const { compiledOf, onUnreadable } = options;
  const asked = new LRUCache<string, string>({ max: REMEMBERED });

  function readRows(
    page: TakenPage,
    compiled: CompiledGateway,
    rules: StreamRules,
    rows: readonly ListRow[],
  ): ReadPage {
    const updates: OrderUpdate[] = [];
    const unreadable: string[] = [];
    let dropped = 0;
    for (const { orderId, document } of rows) {
      if (!ORDER_ID.test(orderId)) {
        dropped += 1;
        continue;
      }
      try {
        const { shop, credential } = page.of;
        const origin = { shop, credential, orderId, subtrees: [], fetchedAt: page.now };
        const { rows: detail } = rules.list;
        updates.push(
          readDocument(compiled, document, origin, options, 'LIST', (selection) => compiled.isInRow(selection, detail)),
        );
      } catch (error) {
        unreadable.push(orderId);
        onUnreadable(page.of, error);
      }
    }
    return { updates, unreadable, dropped };
  }

  /** Whether a list says something else than a detail did, and not when: only another detail tells which is right. */
  function isContradicted(update: OrderUpdate, row: OrderRow | undefined): boolean {
    if (row === undefined || row.source !== DETAIL || update.values.modified_at !== undefined) return false;
    const said = COMPARED.filter((column) => {
      const value = update.values[column];
      return value !== undefined && value !== row[column];
    });
    if (said.length === 0) return false;
    const words = JSON.stringify(said.map((column) => [column, update.values[column]]));
    if (asked.get(keyOf(update)) === words) return false;
    asked.set(keyOf(update), words);
    return true;
  }

  return (page) => {
    const { of, owner, now, stream } = page;
    const compiled = compiledOf(of);
    const { list } = compiled;
    const rules = list && streamsOf(list).find(({ name }) => name === stream);
    const window = page.state.reading.window;
    if (list === undefined || rules === undefined || window === undefined)
      throw new Error(`There is no stream ${stream}.`);
    const query = queryOf(rules, window);
    const reply = list.parseListReply({ ...page.reply, receivedAt: new Date(now) }, query, page.settings);
    // A call that counts names orders by their ids alone: recorded as rows, they would stand over what is known of them.
    const isCount = query.purpose === 'COUNT';
    const { updates, unreadable, dropped } = readRows(page, compiled, rules, isCount ? [] : reply.rows);
    const next = stepAfter(rules.list, window, {
      total: reply.total,
      hasNext: reply.hasNext,
      rows: reply.rows.length + reply.dropped,
    });
    const isBrief = rules.list.rows === 'BRIEF';

    return (recorder) =>
      recorder.engine.write(recorder.db, async (transaction): Promise<StreamReport> => {
        const none = { rows: 0, changed: 0, late: 0, dropped: 0, unreadable: 0 };
        if (!(await takeLease(transaction, { name: BACKGROUND_LEASE, owner, now, ms: LEASE_MS })))
          return { state: undefined, ...none };
        const stored = await findStream(transaction, of.shop, stream);
        // Its shop was forgotten meanwhile: all of it begins anew.
        if (stored === undefined) return { state: undefined, ...none };
        const standing = toState(stored);
        // Another process came in between: what it read is told of.
        if (isOther(standing, page.state)) return { state: standing, ...none };
        const steady = await findStream(transaction, of.shop, STEADY);
        const steadyUntil = steady?.watermark ?? MISSING;
        const recorded = isBrief ? NOTHING : await recordIn(transaction, recorder, updates);
        const news = isBrief ? await unknownOf(transaction, updates) : recorded.changed;
        const late = rules.kind === 'SWEEP' ? updates.filter((update) => isLate(update, news, steadyUntil)) : [];
        const toFetch: NewDue[] = [
          ...unreadable.map((orderId) => dueOf(of.shop, orderId, now)),
          ...updates
            .filter((update) =>
              isBrief ? news.has(keyOf(update)) : isContradicted(update, recorded.rows.get(keyOf(update))),
            )
            .map(({ order_id }) => dueOf(of.shop, order_id, now)),
        ];
        await makeDue(transaction, toFetch);
        const state = afterPage(rules, page.state, next, { now, since: of.since, steadyUntil });
        const counts = { calls: 1, foundLate: late.length, dropped: isCount ? 0 : dropped + reply.dropped };
        await writeStream(transaction, { shop: of.shop, stream }, state, counts, now);
        if (stream === FILL && state.completeSince !== MISSING)
          await tellFilled(transaction, of.shop, state.completeSince);
        return {
          ...{ state, rows: updates.length + unreadable.length, changed: news.size, late: late.length },
          ...{ dropped: counts.dropped, unreadable: unreadable.length },
        };
      });
  };
}

const DETAIL = SOURCES.indexOf('DETAIL');
const NOTHING: Recorded = { changed: new Set(), rows: new Map() };
const COMPARED = ['status', 'payment', 'shipping', 'refund', 'currency', 'amount'] as const;

const dueOf = (shop: string, orderId: string, now: number): NewDue => ({
  ...{ shop, orderId, reason: 'ROW', notBefore: now + FETCH_AFTER_MS, toldAt: now },
});

/** Whether something else was read since the page was requested. A window is not stored before its first page has come. */
const isOther = (stored: StreamState, { watermark, reading: { window } }: StreamState): boolean =>
  stored.watermark !== watermark ||
  (stored.reading.window !== undefined && JSON.stringify(stored.reading.window) !== JSON.stringify(window));

/** What a sweep tells of the time that the steady stream has read. */
const isLate = (update: OrderUpdate, news: ReadonlySet<string>, steadyUntil: number): boolean =>
  news.has(keyOf(update)) && (update.values.modified_at ?? MISSING) <= steadyUntil;

/** Orders that the index does not know, or only as they were before. */
async function unknownOf(
  transaction: Transaction<Tables>,
  updates: readonly OrderUpdate[],
): Promise<ReadonlySet<string>> {
  if (updates.length === 0) return new Set();
  const rows = await transaction
    .selectFrom('orders')
    .select(['shop', 'order_id', 'modified_at'])
    .where(isOneOf(updates))
    .execute();
  const modified = new Map(rows.map((row) => [keyOf(row), row.modified_at]));
  const isUnknown = (update: OrderUpdate): boolean => {
    const known = modified.get(keyOf(update));
    return known === undefined || known < (update.values.modified_at ?? MISSING);
  };
  return new Set(updates.filter(isUnknown).map(keyOf));
}
