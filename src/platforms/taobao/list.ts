// How Taobao lists a seller's trades: by creation for the first fill, by modification ever after. Source: the pages of
// taobao.trades.sold.get and taobao.trades.sold.increment.get.
import { isObject } from '../../common/object.js';
import type { GatewaySettings } from '../../config/gatewaySettings.js';
import { reference } from '../../mapping/spelling.js';
import { buildRequest, parsePage } from '../../protocols/top.js';
import { type SignMethod, timestamp } from '../../protocols/topSignature.js';
import { orderIdFinder } from '../orderIdFinder.js';
import {
  DAY,
  HOUR,
  isToldBy,
  type ListQuery,
  listReplyOf,
  MINUTE,
  type OrderList,
  type RowDetail,
  SECOND,
} from '../orderList.js';
import { HOLD_FLAGS } from './codes.js';
import { document } from './document.js';

interface ListSettings extends GatewaySettings {
  readonly appKey: string;
  readonly appSecret: string;
  readonly sessionKey?: string;
  readonly signMethod: SignMethod;
}

/** Every type of trade that the pages name: where none is named, five of them come, and the trades of all others do not. */
const TYPES = [
  ...['fixed', 'auction', 'guarantee_trade', 'step', 'independent_simple_trade', 'independent_shop_trade'],
  ...['auto_delivery', 'ec', 'cod', 'fenxiao', 'game_equipment', 'shopex_trade', 'netcn_trade', 'external_trade'],
  ...['instant_trade', 'b2c_cod', 'hotel_trade', 'super_market_trade', 'super_market_cod_trade', 'taohua', 'waimai'],
  ...['o2o_offlinetrade', 'nopaid', 'eticket', 'tmall_i18n', 'insurance_plus', 'finance', 'pre_auth_type', 'lazada'],
];

/** The name that the list by creation has for buyer_open_uid. */
const LISTED_BUYER = 'buyer_open_id';

/**
 * Whether a trade may be shipped, and until when. Assumed: rows tell it where details do. What they leave out, a detail that was
 * read before has told.
 */
const SHIPPING_FIELDS = [
  ...['delivery_time', 'is_force_dc', 'is_force_wlb', 'is_brand_sale', 'is_daixiao', 'b2b_daixiao', 'logistics_infos'],
  ...['orders.oid_str', 'orders.status', 'orders.delivery_time', 'orders.consign_due_time', 'orders.is_force_dc'],
  ...['orders.shipper', 'orders.is_daixiao', 'orders.b2b_daixiao', 'orders.distribute_status'],
];

/** What a row of the index is made of. Words of the buyer and the seller, and the receiver, are left to the detail. */
const FULL_FIELDS = [
  ...['tid', 'status', 'type', 'step_trade_status', ...HOLD_FLAGS],
  ...['created', 'modified', 'pay_time', 'consign_time', 'end_time', 'timeout_action_time'],
  ...['payment', 'buyer_nick', 'buyer_open_uid', LISTED_BUYER],
  ...['orders.oid', 'orders.num_iid', 'orders.refund_status'],
  ...SHIPPING_FIELDS,
];

/** What shows whether a trade has changed. */
const BRIEF_FIELDS = ['tid', 'modified', 'status'];

const FIELDS: { readonly [rows in RowDetail]: readonly string[] } = { FULL: FULL_FIELDS, BRIEF: BRIEF_FIELDS };

/** Assumed: trades become readable at most so late, and so much later than they say. Sweeps tell whether that is enough. */
const LAG_MS = 30 * SECOND;
const OVERLAP_MS = 10 * MINUTE;

/** The pages advise 30 minutes at most, as wider windows time out. */
const WINDOW_MS = 30 * MINUTE;

const PASSES = ['ALL'] as const;

/** The pages advise 40 to 50. */
const PAGE_SIZE = 50;
const MAX_PAGES = 50;

const common = { passes: PASSES, pageSize: PAGE_SIZE, maxPages: MAX_PAGES, rows: 'FULL' } as const;

/** A trade's creation never changes, so that no trade leaves a window while it is read. */
const byCreation = { ...common, basis: 'CREATED', windowMs: DAY, paging: 'FORWARD' } as const;

/** The pages demand to read from the last page to the first, and count slowly: so pages do not count. */
const byModification = {
  ...common,
  basis: 'MODIFIED',
  windowMs: WINDOW_MS,
  paging: 'BACKWARD_COUNTED',
} as const;

/** Both reach three months back. */
const REACH_MS = 90 * DAY;

const orderIdIn = orderIdFinder(document, { spellings: [reference] });

export const list: OrderList<ListSettings> = {
  fill: { ...byCreation, reachMs: REACH_MS },
  steady: { ...byModification, intervalMs: 60 * SECOND, overlapMs: OVERLAP_MS, lagMs: LAG_MS },
  sweeps: [
    { ...byModification, name: 'nightly', reachMs: 48 * HOUR, intervalMs: DAY },
    { ...byCreation, name: 'weekly', rows: 'BRIEF', reachMs: REACH_MS, intervalMs: 7 * DAY },
  ],
  widestWindowMs: DAY,
  covers: (path, rows) => isToldBy(path, FIELDS[rows]),
  buildListRequest(query, { url, appKey, appSecret, sessionKey = '', signMethod }, clock) {
    const isByCreation = query.basis === 'CREATED';
    return buildRequest(
      {
        url,
        method: isByCreation ? 'taobao.trades.sold.get' : 'taobao.trades.sold.increment.get',
        appSecret,
        signMethod,
        common: { app_key: appKey, session: sessionKey },
        business: { ...windowOf(query), ...pageOf(query), type: TYPES.join(',') },
      },
      clock,
    );
  },
  parseListReply(reply, query) {
    const page = parsePage(reply, 'trades', 'trade');
    return listReplyOf({ ...page, members: page.members.map(documentOfRow) }, query, orderIdIn);
  },
};

/** A row in the words of the detail. */
function documentOfRow(row: unknown): unknown {
  if (!isObject(row) || row[LISTED_BUYER] === undefined || row.buyer_open_uid !== undefined) return row;
  return { ...row, buyer_open_uid: row[LISTED_BUYER] };
}

/** Seconds are the smallest that a window is told in. */
function windowOf({ basis, from, to }: ListQuery): Readonly<Record<string, string>> {
  const [start, end] = [timestamp(from), timestamp(new Date(Math.ceil(to.getTime() / SECOND) * SECOND))];
  return basis === 'CREATED'
    ? { start_created: start, end_created: end }
    : { start_modified: start, end_modified: end };
}

const pageOf = ({ purpose, rows, page, pageSize }: ListQuery): Readonly<Record<string, string>> =>
  purpose === 'COUNT'
    ? { fields: 'tid', page_no: '1', page_size: '1', use_has_next: 'false' }
    : { fields: FIELDS[rows].join(','), page_no: String(page), page_size: String(pageSize), use_has_next: 'true' };
