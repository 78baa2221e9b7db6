// An order of a ledger as AliExpress's document, in the detail and in a row of a list, which name the same differently.
import type { Document } from '../document.js';
import type { OrderState } from '../ledger/life.js';
import { goodsOf, type IdSeries, type LedgerLine, type LedgerOrder, totalOf } from '../ledger/orders.js';
import { buyerNumberOf, pick } from '../ledger/people.js';
import type { OrderView } from '../ledger/shop.js';
import { pictureOf } from '../pictures.js';
import { DOCUMENTED, type Order } from './answer.js';
import { CURRENCIES, moneyOf } from './money.js';
import { CARRIERS, PRODUCTS } from './synthetic/catalogue.js';
import { SELLER_LOGIN_ID } from './synthetic/parties.js';
import { clockOf, epochOf } from './synthetic/times.js';

export const LEDGER_IDS: IdSeries = { first: 9_300_000_000_747_371n, step: 1_000n };

const STATUSES: { readonly [stage in OrderState['stage']]: string } = {
  unpaid: 'PLACE_ORDER_SUCCESS',
  toShip: 'WAIT_SELLER_SEND_GOODS',
  partShipped: 'SELLER_PART_SEND_GOODS',
  shipped: 'WAIT_BUYER_ACCEPT_GOODS',
  received: 'FUND_PROCESSING',
  completed: 'FINISH',
  cancelled: 'FINISH',
  closed: 'FINISH',
};

const END_REASONS: { readonly [stage in OrderState['stage']]?: string } = {
  cancelled: 'pay_timeout',
  closed: 'buyer_cancel_order',
};

const { USD } = CURRENCIES;

export const statusOf = ({ stage }: OrderState): string => STATUSES[stage];

/** What details and rows name alike. */
const stateOf = (state: OrderState): Document => ({
  order_status: statusOf(state),
  fund_status: state.at.paid === undefined ? 'NOT_PAY' : 'PAY_SUCCESS',
  issue_status: state.refund === 'NONE' ? 'NO_ISSUE' : state.refund === 'ASKED' ? 'IN_ISSUE' : 'END_ISSUE',
  frozen_status: 'NO_FROZEN',
  logistics_status: logisticsOf(state),
});

function logisticsOf({ stage, at }: OrderState): string {
  if (at.received !== undefined) return 'BUYER_ACCEPT_GOODS';
  if (at.shipped !== undefined) return 'SELLER_SEND_GOODS';
  return stage === 'partShipped' ? 'SELLER_SEND_PART_GOODS' : 'WAIT_SELLER_SEND_GOODS';
}

const buyerOf = (order: LedgerOrder): string => `buyer${buyerNumberOf(order)}`;

export function ledgerOrder({ order, state }: OrderView): Order {
  const { at } = state;
  const epochAt = (instant: number | undefined) => (instant === undefined ? undefined : epochOf(instant));
  const total = totalOf(order, state);
  return {
    answer: {
      result: {
        id: order.id,
        ...stateOf(state),
        order_end_reason: END_REASONS[state.stage],
        gmt_create: clockOf(at.placed ?? 0),
        gmt_modified: epochOf(state.modifiedAt),
        gmt_pay_success: epochAt(at.paid),
        gmt_trade_end: epochAt(at.completed ?? at.closed ?? at.cancelled),
        buyerloginid: buyerOf(order),
        buyer_signer_fullname: 'Sample Buyer',
        seller_signer_fullname: 'Sample Seller',
        seller_operator_login_id: SELLER_LOGIN_ID,
        payment_type: at.paid === undefined ? undefined : 'migs',
        order_amount: moneyOf(total, USD),
        init_oder_amount: moneyOf(goodsOf(order), USD),
        logistics_amount: moneyOf(order.shipping, USD),
        refund_info: state.refund === 'DONE' ? refundOf(total) : undefined,
        receipt_address: addressOf(order),
        logistic_info_list: parcelsOf(order, state),
        child_order_list: order.lines.map((line, place) => childOf(order, state, line, place)),
      },
      result_success: true,
    },
    style: DOCUMENTED,
  };
}

const refundOf = (total: number): Document => ({
  refund_status: 'refund_ok',
  refund_type: '1',
  refund_cash_amt: moneyOf(total, USD),
});

const addressOf = ({ hasReceiver, trait }: LedgerOrder): Document => ({
  contact_person: hasReceiver ? 'Sample Receiver' : '',
  mobile_no: hasReceiver ? `555${String(trait % 10_000_000).padStart(7, '0')}` : '',
  country: 'US',
  province: 'California',
  city: 'Sacramento',
  zip: '95814',
  detail_address: hasReceiver ? `${1 + (trait % 900)} Example Street` : '',
});

function parcelsOf(order: LedgerOrder, { at }: OrderState): readonly Document[] {
  const sentAt = at.partShipped ?? at.shipped;
  if (sentAt === undefined) return [];
  const carrier = pick(CARRIERS, order.trait);
  return [
    {
      logistics_no: `${carrier.prefix}${String(order.trait).padStart(9, '0')}`,
      logistics_service_name: carrier.service,
      logistics_type_code: carrier.type,
      gmt_send: clockOf(sentAt),
      gmt_received: at.received === undefined ? undefined : clockOf(at.received),
    },
  ];
}

const childId = (order: LedgerOrder, place: number): bigint =>
  order.lines.length === 1 ? order.id : order.id + BigInt(place + 1);

function childStatusOf(state: OrderState, place: number): string {
  if (state.stage !== 'partShipped') return statusOf(state);
  return place === 0 ? 'WAIT_BUYER_ACCEPT_GOODS' : 'WAIT_SELLER_SEND_GOODS';
}

const productIdOf = (line: LedgerLine): number => 1_005_000_000_000_000 + (line.product % PRODUCTS.length);

function childOf(order: LedgerOrder, state: OrderState, line: LedgerLine, place: number): Document {
  const product = pick(PRODUCTS, line.product);
  const { fund_status, issue_status, frozen_status } = stateOf(state);
  return {
    id: childId(order, place),
    child_order_id: String(childId(order, place)),
    order_sort_id: place + 1,
    product_id: productIdOf(line),
    product_name: product.name,
    product_count: line.quantity,
    product_unit: product.unit,
    product_price: moneyOf(line.price, USD),
    init_order_amt: moneyOf(line.price * line.quantity, USD),
    sku_code: `SKU-${line.variant}`,
    product_img_url: pictureOf(product.picture, `l${line.product}`),
    order_status: childStatusOf(state, place),
    ...{ fund_status, issue_status, frozen_status },
  };
}

/** Amounts of rows are 0 beside a right count of cents. */
const rowMoney = (cent: number): Document => ({ ...moneyOf(cent, USD), amount: 0 });

/** A row says neither when the order was modified nor what was refunded. */
export function ledgerRow({ order, state }: OrderView): Document {
  const { at } = state;
  return {
    order_id: order.id,
    ...stateOf(state),
    end_reason: END_REASONS[state.stage],
    biz_type: 'AE_COMMON',
    gmt_create: clockOf(at.placed ?? 0),
    gmt_pay_time: at.paid === undefined ? undefined : clockOf(at.paid),
    gmt_send_goods_time: at.shipped === undefined ? undefined : clockOf(at.shipped),
    payment_type: at.paid === undefined ? undefined : 'migs',
    pay_amount: rowMoney(totalOf(order, state)),
    buyer_login_id: buyerOf(order),
    buyer_signer_fullname: 'Sample Buyer',
    seller_signer_fullname: 'Sample Seller',
    seller_operator_login_id: SELLER_LOGIN_ID,
    product_list: {
      order_product_vo: order.lines.map((line, place) => ({
        child_id: childId(order, place),
        order_id: order.id,
        product_id: productIdOf(line),
        product_name: pick(PRODUCTS, line.product).name,
        product_count: line.quantity,
        product_unit_price: rowMoney(line.price),
        sku_code: `SKU-${line.variant}`,
        son_order_status: childStatusOf(state, place),
        fund_status: stateOf(state).fund_status,
        issue_status: stateOf(state).issue_status,
      })),
    },
  };
}
