// A trade's and its lines' fulfillment: whether they may be shipped, by when, by whom and with which carrier.
import { BOOLEAN, lookUp, TEXTS, TIME, toText } from '../../mapping/codec.js';
import { absent, computed, group, list, unknown } from '../../mapping/fieldTypes.js';
import { FULFILLMENT_BY_STATUS, firstMomentOf, listedIn, mayShipIn } from '../../mapping/fulfillmentParts.js';
import { bool, decimal, id, text } from '../../mapping/leaves.js';
import { decidingCodes, distinctCodes, toValues } from '../../mapping/statusFallbacks.js';
import type { Fulfillment } from '../../order/fulfillment.js';
import { TRADE_STATUS } from './codes.js';
import {
  codesIn,
  HOLD_PATHS,
  holdsOf,
  LINE_STATE,
  LINES,
  lineState,
  SUB_TRADES,
  shipperIn,
  shippersIn,
  TRADE_STATE,
  tradeState,
} from './fulfillmentState.js';
import { carriersOf, INFO_PATHS, infoOf } from './warehouseAdvice.js';

const COMPONENTS = 'combine_item_info[combine_sub_item_do]';

const RISK = 'Taobao gives deadlines, and no code that says how near they are: shipBy';

/** After payment, where any line says so, or the trade does and no line says that it was before. */
function isChangedAfterPayment(lines: unknown, trade: unknown): boolean | null {
  const codes = distinctCodes(lines);
  if (codes.length > 0) return codes.includes('1');
  return distinctCodes(trade).length > 0 ? distinctCodes(trade).includes('1') : null;
}

const BOOKED = /^1_(.+)$/;
/** A booked moment: days after payment are none. */
const bookedIn = (values: unknown): readonly unknown[] =>
  toValues(values).flatMap((value) => BOOKED.exec(toText(value)?.trim() ?? '')?.[1] ?? []);

export const tradeFulfillment = group<Fulfillment>({
  status: computed(TRADE_STATE, tradeState),
  mayShip: computed(TRADE_STATE, (values, reading) => mayShipIn(tradeState(values, reading))),
  holds: computed(HOLD_PATHS, holdsOf),
  shipBy: computed(
    ['delivery_time', `${LINES}.delivery_time`, INFO_PATHS.promise_outbound_time.slice(1), `${LINES}.consign_due_time`],
    ([own, lines, outbound, booked], reading) =>
      firstMomentOf([[own, ...toValues(lines)], outbound, bookedIn(booked)], reading),
    TIME,
  ),
  collectBy: computed(
    [
      'collect_time',
      `${LINES}.collect_time`,
      'promise_collect_time',
      `${LINES}.promise_collect_time`,
      INFO_PATHS.promise_collect_time.slice(1),
    ],
    ([own, lines, promised, promisedLines, warehouse], reading) =>
      firstMomentOf([[own, ...toValues(lines)], [promised, ...toValues(promisedLines)], warehouse], reading),
    TIME,
  ),
  deliverBy: computed(
    [
      'promise_sign_time',
      `${LINES}.promise_sign_time`,
      'logistics_agreement.promise_sign_time',
      'sign_time',
      `${LINES}.sign_time`,
    ],
    ([own, lines, ...others], reading) => firstMomentOf([[own, ...toValues(lines)], ...others], reading),
    TIME,
  ),
  overdueRisk: unknown(RISK),
  overdueRiskCode: absent(RISK),
  services: computed(
    ['promise_service', `${LINES}.promise_service`, 'asdp_ads', 'logistics_agreement.asdp_ads'],
    (values) => listedIn(values.flatMap(toValues)),
    TEXTS,
  ),
  carriers: group({
    prescribed: computed(
      ['delivery_cps', ...carriersOf.rootPaths],
      ([agreed, ...advice]) => listedIn([agreed, ...(carriersOf.prescribed(advice) ?? [])]),
      TEXTS,
    ),
    preferred: computed(carriersOf.rootPaths, carriersOf.preferred, TEXTS),
    forbidden: computed(carriersOf.rootPaths, carriersOf.forbidden, TEXTS),
  }),
  shipper: computed(TRADE_STATE, (values, reading) => shipperIn(shippersIn(values, reading))),
  shipperCode: computed(TRADE_STATE, (values, reading) => codesIn(shippersIn(values, reading))),
  location: absent('Taobao says of each line where it is shipped from'),
  isGift: absent('Taobao says of each line whether it is a present'),
  relatedItemIds: absent('Taobao says of each line what it belongs to'),
  components: list(
    'promotion_details[promotion_detail]',
    {
      productId: id('gift_item_id'),
      skuId: absent('a promotion names no variant'),
      name: text('gift_item_name'),
      quantity: decimal('gift_item_num'),
      productCode: absent('a promotion names no code'),
      skuCode: absent('a promotion names no code'),
      isGift: computed(['gift_item_id'], () => true, BOOLEAN),
    },
    { having: ['gift_item_id', 'gift_item_name'] },
  ),
  isAddressChanged: computed(
    [`${LINES}.modify_address`, 'lm'],
    ([lines, trade]) => isChangedAfterPayment(lines, trade),
    BOOLEAN,
  ),
  addressChangedAt: computed(
    [`${LINES}.ti_modify_address_time`],
    ([moments], reading) => firstMomentOf([moments], reading),
    TIME,
  ),
});

const INFO_OF_LINE = ['oid_str', 'oid', SUB_TRADES];

export const lineFulfillment = group<Fulfillment>({
  status: computed(LINE_STATE, (values, reading) => lineState(values, reading).status),
  mayShip: computed(LINE_STATE, (values, reading) => mayShipIn(lineState(values, reading).status)),
  holds: computed(['status', ...HOLD_PATHS.map((name) => `/${name}`)], ([line, ...trade]) =>
    FULFILLMENT_BY_STATUS[lookUp(TRADE_STATUS, line)] === 'OPEN' || lookUp(TRADE_STATUS, line) === 'ON_HOLD'
      ? holdsOf(trade)
      : [],
  ),
  shipBy: computed(
    ['delivery_time', ...INFO_OF_LINE, INFO_PATHS.promise_outbound_time, '/delivery_time', 'consign_due_time'],
    ([own, twin, oid, subTrades, outbound, trade, booked], reading) =>
      firstMomentOf([own, infoOf([twin, oid, subTrades], [outbound])[0], trade, bookedIn(booked)], reading),
    TIME,
  ),
  collectBy: computed(
    [
      ...['collect_time', 'promise_collect_time', ...INFO_OF_LINE, INFO_PATHS.promise_collect_time],
      ...['/collect_time', '/promise_collect_time'],
    ],
    ([own, promised, twin, oid, subTrades, warehouse, ...trade], reading) =>
      firstMomentOf([own, promised, infoOf([twin, oid, subTrades], [warehouse])[0], ...trade], reading),
    TIME,
  ),
  deliverBy: computed(
    ['promise_sign_time', 'sign_time', '/promise_sign_time', '/logistics_agreement.promise_sign_time', '/sign_time'],
    (moments, reading) => firstMomentOf(moments, reading),
    TIME,
  ),
  overdueRisk: unknown(RISK),
  overdueRiskCode: absent(RISK),
  services: computed(
    ['promise_service', '/promise_service', '/asdp_ads', '/logistics_agreement.asdp_ads'],
    (values) => listedIn(values),
    TEXTS,
  ),
  carriers: group({
    prescribed: computed(
      ['/delivery_cps', ...INFO_OF_LINE, ...carriersOf.paths],
      ([agreed, twin, oid, subTrades, ...advice]) =>
        listedIn([agreed, ...(carriersOf.prescribed(infoOf([twin, oid, subTrades], advice)) ?? [])]),
      TEXTS,
    ),
    preferred: computed(
      [...INFO_OF_LINE, ...carriersOf.paths],
      ([twin, oid, subTrades, ...advice]) => carriersOf.preferred(infoOf([twin, oid, subTrades], advice)),
      TEXTS,
    ),
    forbidden: computed(
      [...INFO_OF_LINE, ...carriersOf.paths],
      ([twin, oid, subTrades, ...advice]) => carriersOf.forbidden(infoOf([twin, oid, subTrades], advice)),
      TEXTS,
    ),
  }),
  shipper: computed(LINE_STATE, (values, reading) => shipperIn(lineState(values, reading).shippers)),
  shipperCode: computed(LINE_STATE, (values, reading) => codesIn(lineState(values, reading).shippers)),
  location: group({
    code: computed(
      ['store_code', ...INFO_OF_LINE, INFO_PATHS.biz_store_code, INFO_PATHS.store_code, '/rt_omni_store_id'],
      ([own, twin, oid, subTrades, advised, store, shop]) =>
        decidingCodes(own, ...infoOf([twin, oid, subTrades], [advised, store]), shop),
    ),
    country: placeOf('send_country'),
    province: placeOf('send_state'),
    city: placeOf('send_city'),
  }),
  isGift: bool('is_free_gift'),
  relatedItemIds: computed(['gift_mids'], ([ids]) => listedIn(ids), TEXTS),
  components: list(COMPONENTS, {
    productId: id('item_id'),
    skuId: id('sku_id'),
    name: text('item_name'),
    quantity: decimal('quantity'),
    productCode: text('outer_iid'),
    skuCode: text('outer_sku_id'),
    isGift: computed([], () => false, BOOLEAN),
  }),
  isAddressChanged: computed(['modify_address', '/lm'], ([line, trade]) => isChangedAfterPayment(line, trade), BOOLEAN),
  addressChangedAt: computed(['ti_modify_address_time'], (moments, reading) => firstMomentOf(moments, reading), TIME),
});

function placeOf(name: 'send_country' | 'send_state' | 'send_city') {
  return computed([...INFO_OF_LINE, INFO_PATHS[name]], ([twin, oid, subTrades, places]) =>
    decidingCodes(...infoOf([twin, oid, subTrades], [places])),
  );
}
