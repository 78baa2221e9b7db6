// How 1688 lists orders: one set of parameters at the platform itself and at the gateways that pass its list on. Source: the
// pages of alibaba.trade.ec.getOrderList.sellerView, alibaba.trade.getSellerOrderList and alibaba.trade.getBuyerOrderList.
import { BEIJING_OFFSET_MINUTES } from '../../common/beijing.js';
import { isWithin } from '../../mapping/path.js';
import { camelWords, reference, snakeCase, snakeLetters } from '../../mapping/spelling.js';
import { orderIdFinder } from '../orderIdFinder.js';
import { DAY, HOUR, type ListQuery, MINUTE, type OrderList, SECOND } from '../orderList.js';
import { document } from './document.js';

/** What the platform has not yet moved to its history, and what it has. */
const CURRENT = 'CURRENT';
const HISTORY = 'HISTORY';

/** The page for sellers allows no more; that for buyers does not say. */
const PAGE_SIZE = 20;
const MAX_PAGES = 50;

/** Assumed, as no page says: how late a row may be stored, and how long a window may be read afterwards. */
const LAG_MS = 60 * SECOND;
const OVERLAP_MS = 10 * MINUTE;

/** Assumed: how far back orders are before they are history. */
const REACH_MS = 90 * DAY;

/** In which order rows come is not documented, and what is modified moves: so all windows are read backward. */
const common = {
  passes: [CURRENT],
  paging: 'BACKWARD',
  pageSize: PAGE_SIZE,
  maxPages: MAX_PAGES,
  rows: 'FULL',
} as const;

const byModification = { ...common, basis: 'MODIFIED', windowMs: 30 * MINUTE } as const;

/** What comes only on request, and is left out: it takes the platform longer, and is nothing that a row needs. */
const UNREQUESTED = [
  // needMemoInfo
  ...['baseInfo.buyerMemo', 'baseInfo.buyerRemarkIcon', 'baseInfo.sellerMemo', 'baseInfo.sellerRemarkIcon'],
  'baseInfo.buyerFeedback',
  'baseInfo.remark',
  // needBuyerAddressAndPhone
  ...['baseInfo.buyerContact', 'baseInfo.sellerContact', 'baseInfo.receiverInfo'],
];

export type ListRules = Omit<OrderList, 'buildListRequest' | 'parseListReply'> & {
  /** What its rows hold only where it is asked for. */
  readonly flags?: readonly string[];
};

/** Rows are the document without what it sends only on request. */
const listRules: ListRules = {
  fill: { ...common, basis: 'CREATED', windowMs: DAY, reachMs: REACH_MS },
  steady: { ...byModification, intervalMs: 120 * SECOND, overlapMs: OVERLAP_MS, lagMs: LAG_MS },
  sweeps: [
    { ...byModification, name: 'nightly', reachMs: 48 * HOUR, intervalMs: DAY },
    { ...byModification, name: 'weekly', reachMs: 7 * DAY, intervalMs: 7 * DAY },
  ],
  history: { ...common, passes: [HISTORY], basis: 'CREATED', windowMs: DAY },
  covers: (path) =>
    document.subtrees.of(path) === undefined && !UNREQUESTED.some((unrequested) => isWithin(path, unrequested)),
};

/** What somebody else has sold on comes in details alone. */
const RESOLD = 'productItems.bizFenXiaoOutSubOrderInfoList';

/** The lists for sellers tell on request whether lines may be shipped, and whether that is late. */
export const sellerListRules: ListRules = {
  ...listRules,
  flags: ['needCheckSend', 'needSendGoodsOverdueRisk', 'needDeliverGoodsOverdueRisk'],
  covers: (path, rows) => listRules.covers(path, rows) && !isWithin(path, RESOLD),
};

/** The list for buyers can be narrowed to orders by their ids, as many as a page holds; what it answers is checked. */
export const buyerListRules: ListRules = { ...listRules, maxIds: PAGE_SIZE };

export const listOrderIdIn = orderIdFinder(document, { spellings: [reference, camelWords, snakeLetters, snakeCase] });

/**
 * A list's parameters. Booleans are texts, as one that is no text is dropped; bizTypes is never named, as the list then
 * comes back empty.
 */
export function listParameters(
  query: ListQuery,
  { maxIds, flags = [] }: ListRules,
): Readonly<Record<string, string | undefined>> {
  const { basis, pass, from, to, page, pageSize, orderIds } = query;
  const [start, end] =
    basis === 'CREATED' ? ['createStartTime', 'createEndTime'] : ['modifyStartTime', 'modifyEndTime'];
  return {
    [start]: dateOf(from),
    [end]: dateOf(to),
    isHis: String(pass === HISTORY),
    page: String(page),
    pageSize: String(pageSize),
    orderIds: maxIds === undefined ? undefined : orderIds && `[${orderIds.join(',')}]`,
    ...Object.fromEntries(flags.map((flag) => [flag, 'true'])),
  };
}

/** yyyyMMddHHmmssSSS+0800 */
function dateOf(instant: Date): string {
  const local = new Date(instant.getTime() + BEIJING_OFFSET_MINUTES * MINUTE);
  return `${local.toISOString().replace(/\D/g, '')}+0800`;
}
