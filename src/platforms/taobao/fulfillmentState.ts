// Whether a trade and its lines may be shipped, and who ships them.
import { BOOLEAN, lookUp, type ReadContext, toText } from '../../mapping/codec.js';
import { FULFILLMENT_BY_STATUS, fulfillmentOfParts, holdOf } from '../../mapping/fulfillmentParts.js';
import { distinctCodes, toValues } from '../../mapping/statusFallbacks.js';
import type { FulfillmentStatus, HoldReason, Shipper } from '../../order/enums.js';
import type { FulfillmentHold } from '../../order/fulfillment.js';
import { HOLD_FLAGS, holdReasons, TRADE_STATUS } from './codes.js';
import { INFO_PATHS, infoOf } from './warehouseAdvice.js';

const isTrue = (flag: unknown, reading: ReadContext): boolean =>
  toValues(flag).some((value) => BOOLEAN.decode(value, reading) === true);

/** What of a trade and of a line says who ships it. */
const OF_TRADE = ['is_force_dc', 'is_force_wlb', 'is_brand_sale', 'is_daixiao', 'b2b_daixiao'] as const;
const OF_LINE = ['is_force_dc', 'shipper', 'is_daixiao', 'b2b_daixiao', 'distribute_status'] as const;

function shippersOfTrade([dc, wlb, brand, daixiao, b2b]: readonly unknown[], reading: ReadContext) {
  return [
    ...(isTrue(dc, reading) ? [['PLATFORM_WAREHOUSE', 'is_force_dc'] as const] : []),
    ...(isTrue(wlb, reading) && isTrue(brand, reading) ? [['PLATFORM_WAREHOUSE', 'is_force_wlb'] as const] : []),
    ...(isTrue(daixiao, reading) ? [['DROPSHIPPER', 'is_daixiao'] as const] : []),
    ...(isTrue(b2b, reading) ? [['DROPSHIPPER', 'b2b_daixiao'] as const] : []),
  ];
}

function shippersOfLine([dc, shipper, daixiao, b2b, distribution]: readonly unknown[], reading: ReadContext) {
  const [owner, supplier] = [shipper, distribution].map((code) => toText(code)?.trim().toLowerCase());
  return [
    ...(isTrue(dc, reading) ? [['PLATFORM_WAREHOUSE', 'is_force_dc'] as const] : []),
    ...(owner === 'cn' ? [['PLATFORM_WAREHOUSE', 'cn'] as const] : []),
    ...(supplier === 'distribute' ? [['DROPSHIPPER', 'distribute'] as const] : []),
    // A line of its own that a supplier no longer has is the seller's again.
    ...(supplier !== 'cancel' && isTrue(daixiao, reading) ? [['DROPSHIPPER', 'is_daixiao'] as const] : []),
    ...(supplier !== 'cancel' && isTrue(b2b, reading) ? [['DROPSHIPPER', 'b2b_daixiao'] as const] : []),
  ];
}

/** The warehouse that sends a line, of the list beside the lines. */
const isPlatforms = (code: unknown): boolean => toText(code)?.trim().toUpperCase() === 'CN';

type Shippers = readonly (readonly [shipper: Shipper, code: string])[];

const HOLD_KINDS: { readonly [code: string]: HoldReason } = {
  team_buy_hold: 'GROUP_BUYING',
  share_group_hold: 'GROUP_BUYING',
  forbid_consign: 'GROUP_BUYING',
};
export const HOLD_PATHS = ['status', ...HOLD_FLAGS];

export const holdsOf = ([status, ...flags]: readonly unknown[]): readonly FulfillmentHold[] =>
  holdReasons(status, flags).map((code) => holdOf(HOLD_KINDS[code] ?? 'OTHER', code));

/** A line waits where its trade is held, and is shipped by others where the trade or the line says so. */
function stateOf(status: unknown, isHeld: boolean, shippers: Shippers): FulfillmentStatus {
  const plain = FULFILLMENT_BY_STATUS[lookUp(TRADE_STATUS, status)];
  if (plain !== 'OPEN' && plain !== 'IN_PROGRESS') return plain;
  if (isHeld) return 'ON_HOLD';
  return shippers.length > 0 ? 'EXTERNAL' : plain;
}

export const SUB_TRADES = INFO_PATHS.sub_trade_id;
export const LINE_STATE = [
  'status',
  ...OF_LINE,
  ...OF_TRADE.map((name) => `/${name}`),
  ...HOLD_PATHS.map((name) => `/${name}`),
  'oid_str',
  'oid',
  SUB_TRADES,
  INFO_PATHS.consign_type,
];

export function lineState(values: readonly unknown[], reading: ReadContext) {
  const [status, ...rest] = values;
  const line = rest.slice(0, OF_LINE.length);
  const trade = rest.slice(OF_LINE.length, OF_LINE.length + OF_TRADE.length);
  const holds = rest.slice(OF_LINE.length + OF_TRADE.length, OF_LINE.length + OF_TRADE.length + HOLD_PATHS.length);
  const [twin, oid, subTrades, consign] = rest.slice(-4);
  const sender = infoOf([twin, oid, subTrades], [consign])[0]?.find(isPlatforms);
  const shippers: Shippers = [
    ...shippersOfLine(line, reading),
    ...(sender === undefined ? [] : [['PLATFORM_WAREHOUSE', 'CN'] as const]),
    ...shippersOfTrade(trade, reading).filter(([, code]) => code !== 'is_daixiao' && code !== 'b2b_daixiao'),
  ];
  return { status: stateOf(status, holdsOf(holds).length > 0, shippers), shippers };
}

export const LINES = 'orders[order]';
export const TRADE_STATE = [
  ...HOLD_PATHS,
  ...OF_TRADE,
  `${LINES}.status`,
  ...OF_LINE.map((name) => `${LINES}.${name}`),
  `${LINES}.oid_str`,
  `${LINES}.oid`,
  SUB_TRADES.slice(1),
  INFO_PATHS.consign_type.slice(1),
];

/** Each line's state by what it says and what its trade does. */
function tradeStates(values: readonly unknown[], reading: ReadContext) {
  const holds = values.slice(0, HOLD_PATHS.length);
  const trade = values.slice(HOLD_PATHS.length, HOLD_PATHS.length + OF_TRADE.length);
  const [statuses, ...rest] = values.slice(HOLD_PATHS.length + OF_TRADE.length);
  const [subTrades, consign] = rest.slice(-2);
  const columns = rest.slice(0, -2).map(toValues);
  const codes = distinctCodes(statuses).length > 0 ? toValues(statuses) : [holds[0]];
  return codes.map((status, place) => {
    const cells = columns.map((column) => column[place]);
    const [own, ids] = [cells.slice(0, OF_LINE.length), cells.slice(OF_LINE.length)];
    return lineState([status, ...own, ...trade, ...holds, ...ids, subTrades, consign], reading);
  });
}

export const tradeState = (values: readonly unknown[], reading: ReadContext): FulfillmentStatus =>
  fulfillmentOfParts(tradeStates(values, reading).map(({ status }) => status));

export const shipperIn = (shippers: Shippers): Shipper => shippers[0]?.[0] ?? 'MERCHANT';
export const codesIn = (shippers: Shippers): string | null =>
  [...new Set(shippers.map(([, code]) => code))].join(',') || null;
export const shippersIn = (values: readonly unknown[], reading: ReadContext): Shippers =>
  tradeStates(values, reading).flatMap(({ shippers }) => shippers);
