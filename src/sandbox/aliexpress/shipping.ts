// Orders that show when and whether to ship: near their deadline, past it, held, and shipped by others. Their times are from
// the call.

import type { Document } from '../document.js';
import { HOUR } from '../invented/times.js';
import { DOCUMENTED, type Order } from './answer.js';
import { CURRENCIES, moneyOf } from './money.js';
import { SELLER_LOGIN_ID } from './synthetic/parties.js';
import { clockOf, clockToTheMinute, epochOf } from './synthetic/times.js';

const { USD } = CURRENCIES;

const lineOf = (id: bigint, place: number, name: string, more: Document = {}): Document => ({
  id: id + BigInt(place + 1),
  child_order_id: String(id + BigInt(place + 1)),
  order_sort_id: place + 1,
  product_id: 1_005_000_000_900_000 + place,
  product_name: name,
  product_count: 1,
  product_unit: 'piece',
  product_price: moneyOf(1_500, USD),
  init_order_amt: moneyOf(1_500, USD),
  order_status: 'WAIT_SELLER_SEND_GOODS',
  fund_status: 'PAY_SUCCESS',
  issue_status: 'NO_ISSUE',
  frozen_status: 'NO_FROZEN',
  send_goods_operator: 'SELLER_SEND_GOODS',
  logistics_type: 'CAINIAO_STANDARD',
  ...more,
});

/** @param hoursLeft from now until the order times out; less than none: it is late */
function orderOf(id: bigint, now: number, hoursLeft: number, lines: readonly Document[], more: Document = {}): Order {
  const paidAt = now + (hoursLeft - 120) * HOUR;
  return {
    answer: {
      result: {
        id,
        order_status: 'WAIT_SELLER_SEND_GOODS',
        fund_status: 'PAY_SUCCESS',
        issue_status: 'NO_ISSUE',
        frozen_status: 'NO_FROZEN',
        logistics_status: 'WAIT_SELLER_SEND_GOODS',
        gmt_create: clockOf(paidAt - HOUR),
        gmt_pay_success: epochOf(paidAt),
        gmt_modified: epochOf(paidAt),
        over_time_left: clockToTheMinute(now + hoursLeft * HOUR),
        buyerloginid: 'us1000000001',
        seller_operator_login_id: SELLER_LOGIN_ID,
        order_amount: moneyOf(1_500 * lines.length, USD),
        child_order_list: lines,
        ...more,
      },
      result_success: true,
    },
    style: DOCUMENTED,
  };
}

const WAREHOUSE: Document = {
  send_goods_operator: 'WAREHOUSE_SEND_GOODS',
  logistics_warehouse_type: 'cainiaoInternationalWarehouse',
};

/** One line is the seller's, one a warehouse ships. The seller may still choose who ships the order. */
const nearDeadline = (id: bigint, now: number): Order =>
  orderOf(id, now, 4, [lineOf(id, 0, 'Ceramic mug'), lineOf(id, 1, 'Desk lamp', WAREHOUSE)], {
    extend_map: '{"orderBusinessModel":"SEMI_CHOICE_SELF"}',
    semi_switch_ship_deadline: clockOf(now + 2 * HOUR),
  });

const pastDeadline = (id: bigint, now: number): Order => orderOf(id, now, -20, [lineOf(id, 0, 'Wool scarf')]);

/** The buyer asks to cancel it. */
const toBeCancelled = (id: bigint, now: number): Order =>
  orderOf(id, now, 4, [lineOf(id, 0, 'Phone case', { order_status: 'IN_CANCEL' })], {
    order_status: 'IN_CANCEL',
    cancel_request_reason: 'The buyer no longer needs it',
  });

/** The platform checks it for fraud. */
const atRisk = (id: bigint, now: number): Order =>
  orderOf(id, now, 24, [lineOf(id, 0, 'Travel adapter', { order_status: 'RISK_CONTROL' })], {
    order_status: 'RISK_CONTROL',
  });

/** The buyer complains of one line, and not of the other. */
const disputed = (id: bigint, now: number): Order =>
  orderOf(id, now, 10, [lineOf(id, 0, 'Steel bottle', { issue_status: 'IN_ISSUE' }), lineOf(id, 1, 'Tea towel')]);

const ORDERS: Readonly<Record<string, (id: bigint, now: number) => Order>> = {
  '8201000000001001': nearDeadline,
  '8201000000002001': pastDeadline,
  '8201000000003001': toBeCancelled,
  '8201000000004001': atRisk,
  '8201000000005001': disputed,
};

export const shippingOrder = (orderId: string, now: number): Order | undefined =>
  ORDERS[orderId]?.(BigInt(orderId), now);
