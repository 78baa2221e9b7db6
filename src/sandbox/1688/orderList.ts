// 1688's lists of orders: what their parameters mean, at the platform and at a gateway that passes its list on.
import { memoize } from '../../common/memoize.js';
import type { Document } from '../document.js';
import type { Ledger } from '../ledger/ledger.js';
import type { LedgerShop, OrderView, WindowQuery } from '../ledger/shop.js';
import { ledgerRow, statusOf } from './ledgerDocument.js';
import type { ReplyProtocol } from './reply.js';
import { seenBy } from './view.js';
import { toWire } from './wire.js';

const DAY = 86_400_000;

/** Older orders are in the history table. */
const HISTORY_AFTER = 90 * DAY;

/** The page for sellers says so; buyers have sent as many. */
const MOST_ROWS = { seller: 20, buyer: 50 } as const;

/** What the lists take beside the system's parameters. */
export const LIST_PARAMETERS = {
  seller: [
    ...['createStartTime', 'createEndTime', 'modifyStartTime', 'modifyEndTime', 'page', 'pageSize', 'orderStatus'],
    ...['refundStatus', 'isHis', 'buyerMemberId', 'buyerLoginId', 'tradeType', 'bizTypes', 'productName'],
    ...['needBuyerAddressAndPhone', 'needMemoInfo', 'buyerRateStatus', 'sellerRateStatus', 'tousuStatus'],
    ...['needCheckSend', 'needSendGoodsOverdueRisk', 'needDeliverGoodsOverdueRisk', 'needOfficialLogisticOrder'],
  ],
  buyer: [
    ...['createStartTime', 'createEndTime', 'modifyStartTime', 'modifyEndTime', 'page', 'pageSize', 'orderStatus'],
    ...['refundStatus', 'isHis', 'sellerMemberId', 'sellerLoginId', 'tradeType', 'bizTypes', 'productName'],
    ...[
      'needBuyerAddressAndPhone',
      'needMemoInfo',
      'sellerRateStatus',
      'outOrderId',
      'orderIds',
      'needInvoicingSetting',
    ],
  ],
} as const;

type Parameters = ReadonlyMap<string, string>;

export interface ListPage {
  readonly result: readonly Document[];
  readonly totalRecord: number;
}

type RowProtocol = Pick<ReplyProtocol, 'view' | 'spelling' | 'longs'>;

/** An order that has not changed makes the same row again. */
const rowsOf = memoize(({ view, spelling, longs }: RowProtocol) =>
  memoize((row: OrderView) => toWire(seenBy(view, ledgerRow(row, view, longs)), spelling, longs)),
);

/** A page, or the name of the parameter that is wrong. */
export function listOf(
  parameters: Parameters,
  protocol: RowProtocol,
  ledger: Ledger,
  shop: LedgerShop,
): ListPage | string {
  const query = readQuery(parameters, protocol.view, ledger);
  if (typeof query === 'string') return query;
  const { rows, total } = ledger.page(shop, query);
  return {
    result: rows.map(rowsOf(protocol)),
    totalRecord: total,
  };
}

function readQuery(parameters: Parameters, view: 'seller' | 'buyer', ledger: Ledger): WindowQuery | string {
  const [page, pageSize] = [numberIn(parameters, 'page', 1), numberIn(parameters, 'pageSize', 20)];
  if (page === undefined || page < 1) return 'page';
  if (pageSize === undefined || pageSize < 1 || pageSize > MOST_ROWS[view]) return 'pageSize';
  const times = ['createStartTime', 'createEndTime', 'modifyStartTime', 'modifyEndTime'] as const;
  const wrong = times.find((name) => parameters.has(name) && Number.isNaN(timeIn(parameters.get(name))));
  if (wrong) return wrong;
  const [createdFrom, createdTo, modifiedFrom, modifiedTo] = times.map((name) => timeIn(parameters.get(name)));
  const created = [orElse(createdFrom, 0), orElse(createdTo, ledger.now())] as const;
  const isModified = parameters.has('modifyStartTime') || parameters.has('modifyEndTime');
  const modified = [orElse(modifiedFrom, 0), orElse(modifiedTo, ledger.now())] as const;
  const [from, to] = isModified ? modified : created;
  return {
    basis: isModified ? 'MODIFIED' : 'CREATED',
    ...{ from, to, page, pageSize },
    matches: matcherOf(parameters, created, ledger),
  };
}

const orElse = (instant: number | undefined, byDefault: number): number =>
  instant === undefined || Number.isNaN(instant) ? byDefault : instant;

function matcherOf(
  parameters: Parameters,
  [from, to]: readonly [number, number],
  { now, chaos }: Ledger,
): (view: OrderView) => boolean {
  const status = parameters.get('orderStatus');
  const isHistory = parameters.get('isHis') === 'true';
  const ids = chaos.ignoredIds ? undefined : parameters.get('orderIds')?.match(/\d+/g);
  const historyBefore = now() - HISTORY_AFTER;
  return ({ order, state }) => {
    const createdAt = state.at.placed ?? 0;
    // Whoever names kinds of business gets nothing, as merchants have found.
    if (parameters.has('bizTypes') || createdAt < from || createdAt > to) return false;
    if (createdAt < historyBefore !== isHistory) return false;
    if (ids && !ids.includes(order.orderId)) return false;
    return status === undefined || statusOf(state) === status;
  };
}

/** yyyyMMddHHmmssSSS and an offset; NaN for anything else. */
function timeIn(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const [, year, month, day, hour, minute, second, thousandths, zone, minutes] =
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d{3})([+-]\d\d)(\d\d)$/.exec(text) ?? [];
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${thousandths}${zone}:${minutes}`);
}

const numberIn = (parameters: Parameters, name: string, byDefault: number): number | undefined => {
  const text = parameters.get(name) ?? String(byDefault);
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
};
