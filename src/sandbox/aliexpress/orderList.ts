// AliExpress's list of orders through Qimen, with what its page says of windows, pages and finished orders.
import { parseJson } from '../../common/json.js';
import { memoize } from '../../common/memoize.js';
import { isObject, type JsonObject } from '../../common/object.js';
import type { Ledger } from '../ledger/ledger.js';
import type { LedgerShop, OrderView, WindowQuery } from '../ledger/shop.js';
import { isRefusal } from '../top/call.js';
import { invalidArgument, missingArgument, type Refusal } from '../top/refusal.js';
import { ledgerRow, statusOf } from './ledgerOrder.js';
import { clockOf } from './synthetic/times.js';

export const LIST_METHOD = 'qimen.aliexpress.trade.findorderlistquery';

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** Orders that were created before do not come. */
const REACH = 180 * DAY;

const FINISH = 'FINISH';

/** An order that has not changed makes the same row again. */
const rowOf = memoize(ledgerRow);

/** The reply's body. */
export function listOf(param1: string, ledger: Ledger, shop: LedgerShop): unknown | Refusal {
  const query = readQuery(param1, ledger);
  if (isRefusal(query)) return query;
  const { rows, total } = ledger.page(shop, query);
  const orders = rows.length > 0 ? { order_list: { order_item_vo: rows.map(rowOf) } } : {};
  return { result: { total_item: total, ...orders }, result_success: true };
}

type Window = readonly [from: number, to: number];

function readQuery(param1: string, { now, chaos: { repeatedHour } }: Ledger): WindowQuery | Refusal {
  const parameters = parsed(param1);
  if (parameters === undefined) return invalidArgument('param1', 'must be a JSON object');
  const { page, page_size: pageSize } = parameters;
  const absent = ['page', 'page_size'].find((name) => parameters[name] === undefined);
  if (absent) return missingArgument(absent);
  if (typeof page !== 'number' || page < 1) return invalidArgument('page', 'must be at least 1');
  if (typeof pageSize !== 'number' || pageSize < 1 || pageSize > 50)
    return invalidArgument('page_size', 'must be at most 50');
  const windowBy = (name: string): Window | undefined =>
    windowIn(parameters[`${name}_date_start`], parameters[`${name}_date_end`], repeatedHour);
  const [created, modified] = [windowBy('create'), windowBy('modified')];
  if (modified && !created) return invalidArgument('create_date_start', 'must stand beside modified_date_start');
  const at = now();
  const [from, to] = modified ?? created ?? [at - REACH, at];
  return {
    basis: modified ? 'MODIFIED' : 'CREATED',
    ...{ from, to, page, pageSize },
    matches: matcherOf(statusesIn(parameters), created, at - REACH),
  };
}

function matcherOf(
  statuses: ReadonlySet<string> | undefined,
  [from, to]: Window = [0, Number.POSITIVE_INFINITY],
  oldest: number,
): (view: OrderView) => boolean {
  return ({ state }) => {
    const created = state.at.placed ?? 0;
    if (created < from || created > to || created < oldest) return false;
    // Without a status, finished orders do not come.
    return statuses ? statuses.has(statusOf(state)) : statusOf(state) !== FINISH;
  };
}

function statusesIn({ order_status: one, order_status_list: several }: JsonObject): ReadonlySet<string> | undefined {
  const named = [one, ...(Array.isArray(several) ? several : [])].filter((status) => typeof status === 'string');
  return named.length > 0 ? new Set(named as string[]) : undefined;
}

/** A time that is not written to the second is no condition. */
function windowIn(start: unknown, end: unknown, repeatedHour: 'EARLIER' | 'LATER'): Window | undefined {
  const [from, to] = [start, end].map((time) => instantOf(time, repeatedHour));
  return from === undefined && to === undefined ? undefined : [from ?? 0, to ?? Number.POSITIVE_INFINITY];
}

function instantOf(text: unknown, repeatedHour: 'EARLIER' | 'LATER'): number | undefined {
  const [, month, day, year, time] =
    /^(\d\d)\/(\d\d)\/(\d{4}) (\d\d:\d\d:\d\d)$/.exec(typeof text === 'string' ? text : '') ?? [];
  if (time === undefined) return undefined;
  const clock = `${year}-${month}-${day} ${time}`;
  const local = Date.parse(`${year}-${month}-${day}T${time}Z`);
  const instants = [local + 7 * HOUR, local + 8 * HOUR].filter((instant) => clockOf(instant) === clock);
  return repeatedHour === 'EARLIER' ? instants[0] : instants.at(-1);
}

function parsed(param1: string): JsonObject | undefined {
  try {
    const value = parseJson(param1);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
