// Whether an AliExpress order and its child orders may be shipped, by when and by whom.
import { lookUp, type ReadContext, TEXTS, TIME, toText } from '../../mapping/codec.js';
import { absent, computed, group, unknown } from '../../mapping/fieldTypes.js';
import {
  FULFILLMENT_BY_STATUS,
  firstMomentOf,
  fulfillmentOfParts,
  holdOf,
  isLeftToShip,
  listedIn,
  mayShipIn,
} from '../../mapping/fulfillmentParts.js';
import { decidingCodes, distinctCodes, toValues } from '../../mapping/statusFallbacks.js';
import type { FulfillmentStatus, HoldReason, Shipper } from '../../order/enums.js';
import type { Fulfillment, FulfillmentHold } from '../../order/fulfillment.js';
import { CHILD_ORDERS } from './childOrders.js';
import { holdReasonsOf, itemShippingOf, ORDER_STATUS, statusOf } from './codes.js';

const HOLD_KINDS: { readonly [code: string]: HoldReason } = {
  RISK_CONTROL: 'RISK_CONTROL',
  RISK_CONTROL_HOLD: 'RISK_CONTROL',
  REQUIRE_REVIEW: 'RISK_CONTROL',
  IN_FROZEN: 'FROZEN',
  IN_ISSUE: 'DISPUTE',
  IN_CANCEL: 'CANCELLATION_REQUESTED',
  WAIT_GROUP_SUCCESS: 'GROUP_BUYING',
  IN_PRESELL_PROMOTION: 'PRESALE',
};

/** What a child order says, then what its order does. */
const OF_CHILD = [
  ...['order_status', 'frozen_status', 'fund_status', 'issue_status'],
  ...['send_goods_operator', 'logistics_warehouse_type'],
];
const OF_ORDER = ['order_status', 'frozen_status', 'logistics_status', 'order_end_reason'];

const CHILD_PATHS = [...OF_CHILD, ...OF_ORDER.map((name) => `/${name}`)];
const ORDER_PATHS = [...OF_ORDER, ...OF_CHILD.map((name) => `${CHILD_ORDERS}.${name}`)];

const isWarehouse = (operator: unknown, warehouse: unknown): boolean =>
  toText(operator)?.trim().toUpperCase() === 'WAREHOUSE_SEND_GOODS' || distinctCodes(warehouse).length > 0;

function childOf([status, frozen, fund, issue, operator, warehouse, ...order]: readonly unknown[]) {
  const [orderStatus, orderFrozen, logistics, reason] = order;
  const codes = { order: status, frozen, fund, logistics, reason };
  const holds = holdReasonsOf(status, frozen, issue, orderStatus, orderFrozen);
  return { status: stateOf(), holds };

  function stateOf(): FulfillmentStatus {
    const goods = itemShippingOf(codes);
    const plain = FULFILLMENT_BY_STATUS[statusOf(codes)];
    // A dispute or a freeze after shipping holds no goods back.
    if (plain === 'ON_HOLD' && (goods === 'SHIPPED' || goods === 'DELIVERED')) return 'CLOSED';
    if (plain !== 'OPEN' && plain !== 'IN_PROGRESS') return plain;
    if (holds.length > 0) return 'ON_HOLD';
    return isWarehouse(operator, warehouse) ? 'EXTERNAL' : plain;
  }
}

function childrenOf(values: readonly unknown[]) {
  const order = values.slice(0, OF_ORDER.length);
  const columns = values.slice(OF_ORDER.length);
  const [statuses] = columns;
  if (distinctCodes(statuses).length === 0) {
    const [status, frozen] = order;
    return [childOf([status, frozen, undefined, undefined, undefined, undefined, ...order])];
  }
  const cells = columns.map(toValues);
  return toValues(statuses).map((_status, place) => childOf([...cells.map((column) => column[place]), ...order]));
}

const orderState = (values: readonly unknown[]): FulfillmentStatus =>
  fulfillmentOfParts(childrenOf(values).map(({ status }) => status));

/** What was shipped is held back by nothing. */
const holdsIn = (children: readonly ReturnType<typeof childOf>[]): readonly FulfillmentHold[] =>
  [...new Set(children.flatMap(({ status, holds }) => (isLeftToShip(status) ? holds : [])))].map((code) =>
    holdOf(HOLD_KINDS[code] ?? 'OTHER', code),
  );

const TO_SHIP: ReadonlySet<string> = new Set(['AWAITING_SHIPMENT', 'PARTIALLY_SHIPPED']);

/** While the order waits for its seller, what times out is the time to ship it. */
const shipBy = (paths: readonly [status: string, left: string]) =>
  computed(
    paths,
    ([status, left], reading: ReadContext) =>
      TO_SHIP.has(lookUp(ORDER_STATUS, status)) ? firstMomentOf([left], reading) : null,
    TIME,
  );

function shipperOf([operators, warehouses]: readonly unknown[]): Shipper {
  const [by, from] = [distinctCodes(operators), distinctCodes(warehouses)];
  if (from.length > 0 || by.includes('WAREHOUSE_SEND_GOODS')) return 'PLATFORM_WAREHOUSE';
  return by.includes('SELLER_SEND_GOODS') ? 'MERCHANT' : 'UNKNOWN';
}

const shipperCodeOf = (values: readonly unknown[]): string | null => decidingCodes(values.flatMap(toValues));

const NO_RISK = 'AliExpress gives the deadline, and no code that says how near it is: shipBy';
const NO_GIFTS = 'AliExpress documents no presents';
const NO_CHANGE = 'AliExpress does not say that an address was changed';

const common = {
  collectBy: absent('AliExpress gives no moment of collection'),
  deliverBy: absent('AliExpress gives no moment of delivery'),
  overdueRisk: unknown(NO_RISK),
  overdueRiskCode: absent(NO_RISK),
  services: absent('AliExpress documents no promises of an order'),
  isGift: absent(NO_GIFTS),
  relatedItemIds: absent(NO_GIFTS),
  components: absent('AliExpress documents no sets'),
  isAddressChanged: absent(NO_CHANGE),
  addressChangedAt: absent(NO_CHANGE),
} as const;

const NO_RULE = 'AliExpress names the way of shipping that the buyer chose';

const carriersAt = (path: string) =>
  group({
    prescribed: absent(NO_RULE),
    preferred: computed([path], ([codes]) => listedIn(codes), TEXTS),
    forbidden: absent(NO_RULE),
  });

const locationAt = (path: string) =>
  group({
    code: computed([path], ([codes]) => decidingCodes(codes)),
    country: absent('AliExpress names the kind of warehouse alone'),
    province: absent('AliExpress names the kind of warehouse alone'),
    city: absent('AliExpress names the kind of warehouse alone'),
  });

const SENDERS = ['send_goods_operator', 'logistics_warehouse_type'];
const ALL_SENDERS = SENDERS.map((name) => `${CHILD_ORDERS}.${name}`);

export const orderFulfillment = group<Fulfillment>({
  ...common,
  status: computed(ORDER_PATHS, orderState),
  mayShip: computed(ORDER_PATHS, (values) => mayShipIn(orderState(values))),
  holds: computed(ORDER_PATHS, (values) => holdsIn(childrenOf(values))),
  shipBy: shipBy(['order_status', 'over_time_left']),
  carriers: carriersAt(`${CHILD_ORDERS}.logistics_type`),
  shipper: computed(ALL_SENDERS, shipperOf),
  shipperCode: computed(ALL_SENDERS, shipperCodeOf),
  location: locationAt(`${CHILD_ORDERS}.logistics_warehouse_type`),
});

export const itemFulfillment = group<Fulfillment>({
  ...common,
  status: computed(CHILD_PATHS, (values) => childOf(values).status),
  mayShip: computed(CHILD_PATHS, (values) => mayShipIn(childOf(values).status)),
  holds: computed(CHILD_PATHS, (values) => holdsIn([childOf(values)])),
  shipBy: shipBy(['/order_status', '/over_time_left']),
  carriers: carriersAt('logistics_type'),
  shipper: computed(SENDERS, shipperOf),
  shipperCode: computed(SENDERS, shipperCodeOf),
  location: locationAt('logistics_warehouse_type'),
});
