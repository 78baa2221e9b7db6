// Taobao's lists of trades, with the windows, limits and types of their pages.
import { memoize } from '../../common/memoize.js';
import { plainTime } from '../invented/times.js';
import type { Ledger } from '../ledger/ledger.js';
import type { LedgerShop, OrderView, WindowQuery } from '../ledger/shop.js';
import { type Call, isRefusal } from '../top/call.js';
import { toWire } from '../top/lists.js';
import { invalidArgument, missingArgument, type Refusal } from '../top/refusal.js';
import { type Fields, keepFields, readFields } from './fields.js';
import { ledgerTrade, statusOf, typeOf } from './ledgerTrade.js';
import { TYPES as KNOWN_TYPES } from './synthetic/statuses.js';
import { MEMBER_NAMES } from './trade.js';

const SOLD = 'taobao.trades.sold.get';
const SOLD_INCREMENT = 'taobao.trades.sold.increment.get';
export const LIST_METHODS: readonly string[] = [SOLD, SOLD_INCREMENT];

const DAY = 86_400_000;

/** Only trades of the last three months come. */
const REACH = 92 * DAY;

/** Those that a list has where none is named; guarantee_trade stands for two. */
const DEFAULT_TYPES = ['guarantee_trade', 'auto_delivery', 'ec', 'cod', 'step'];
const GUARANTEE_TRADE = ['fixed', 'auction'];

const OTHER_TYPES = [
  ...['instant_trade', 'b2c_cod', 'hotel_trade', 'super_market_trade', 'super_market_cod_trade', 'taohua', 'waimai'],
  ...['eticket', 'tmall_i18n', 'insurance_plus', 'finance', 'lazada'],
];

interface ListQuery extends WindowQuery {
  readonly fields: Fields;
  readonly usesHasNext: boolean;
}

/** A trade that has not changed is the same document again. */
const tradeOf = memoize((row: OrderView) => ledgerTrade(row).document);

/** The reply's envelope. */
export function listOf(call: Call, ledger: Ledger, shop: LedgerShop, requestId: string): unknown | Refusal {
  const query = readQuery(call, ledger.now());
  if (isRefusal(query)) return query;
  const { rows, total } = ledger.page(shop, query);
  const trades = rows.map(tradeOf);
  const trade = trades.map((whole) =>
    toWire(keepFields(whole, query.fields), MEMBER_NAMES, { lists: 'wrapped', empty: 'absent' }),
  );
  const counted = query.usesHasNext ? { has_next: query.page * query.pageSize < total } : { total_results: total };
  const root = call.get('method') === SOLD ? 'trades_sold_get_response' : 'trades_sold_increment_get_response';
  return { [root]: { ...counted, ...(trade.length > 0 && { trades: { trade } }), request_id: requestId } };
}

function readQuery(call: Call, now: number): ListQuery | Refusal {
  const names = call.get('fields');
  if (!names) return missingArgument('fields');
  const fields = readFields(names);
  if (isRefusal(fields)) return fields;
  const window = call.get('method') === SOLD ? createdWindow(call, now) : modifiedWindow(call);
  if (isRefusal(window)) return window;
  const types = typesOf(call.get('type'));
  if (isRefusal(types)) return types;
  const [page, pageSize] = [numberIn(call, 'page_no', 1), numberIn(call, 'page_size', 40)];
  if (page === undefined || page < 1) return invalidArgument('page_no', 'page_no must be greater than 0');
  if (pageSize === undefined || pageSize < 1 || pageSize > 100)
    return invalidArgument('page_size', 'page_size must be between 1 and 100');
  const status = call.get('status');
  return {
    ...window,
    ...{ fields, page, pageSize },
    usesHasNext: call.get('use_has_next') === 'true',
    matches: ({ order, state }: OrderView) =>
      types.has(typeOf(order)) &&
      (state.at.placed ?? 0) >= now - REACH &&
      (status === undefined || statusOf(state) === status),
  };
}

type Window = Pick<WindowQuery, 'basis' | 'from' | 'to'>;

function createdWindow(call: Call, now: number): Window | Refusal {
  const from = timeIn(call.get('start_created') ?? plainTime(now - REACH));
  const to = timeIn(call.get('end_created') ?? plainTime(now));
  if (from === undefined) return invalidArgument('start_created', 'yyyy-MM-dd HH:mm:ss');
  if (to === undefined) return invalidArgument('end_created', 'yyyy-MM-dd HH:mm:ss');
  return from > to ? invalidArgument('end_created', 'must be after start_created') : { basis: 'CREATED', from, to };
}

function modifiedWindow(call: Call): Window | Refusal {
  const absent = ['start_modified', 'end_modified'].find((name) => !call.get(name));
  if (absent) return missingArgument(absent);
  const [from, to] = [timeIn(call.get('start_modified') ?? ''), timeIn(call.get('end_modified') ?? '')];
  if (from === undefined) return invalidArgument('start_modified', 'yyyy-MM-dd HH:mm:ss');
  if (to === undefined || to <= from) return invalidArgument('end_modified', 'must be after start_modified');
  return to - from > DAY
    ? invalidArgument('end_modified', 'end_modified - start_modified <= 1天')
    : { basis: 'MODIFIED', from, to };
}

function typesOf(text: string | undefined): ReadonlySet<string> | Refusal {
  const named = text === undefined ? DEFAULT_TYPES : text.split(',');
  const known: readonly string[] = [...KNOWN_TYPES, ...OTHER_TYPES];
  const stranger = named.find((type) => !known.includes(type));
  if (stranger !== undefined) return invalidArgument('type', `no such type: ${stranger}`);
  return new Set(named.includes('guarantee_trade') ? [...named, ...GUARANTEE_TRADE] : named);
}

function timeIn(text: string): number | undefined {
  const [, day, time] = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})$/.exec(text) ?? [];
  const instant = Date.parse(`${day}T${time}+08:00`);
  return Number.isNaN(instant) ? undefined : instant;
}

const numberIn = (call: Call, name: string, byDefault: number): number | undefined => {
  const text = call.get(name) ?? String(byDefault);
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
};
