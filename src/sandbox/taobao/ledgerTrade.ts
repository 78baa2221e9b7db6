// An order of a ledger as Taobao's trade.
import type { Document } from '../document.js';
import { plainTime } from '../invented/times.js';
import type { OrderState } from '../ledger/life.js';
import { goodsOf, type IdSeries, type LedgerLine, type LedgerOrder, totalOf } from '../ledger/orders.js';
import { buyerNumberOf, pick, receiverOf } from '../ledger/people.js';
import type { OrderView } from '../ledger/shop.js';
import { pictureOf } from '../pictures.js';
import { promisesOfLine, promisesOfTrade } from './promises.js';
import { CARRIERS, PRODUCTS } from './synthetic/catalogue.js';
import type { Trade } from './trade.js';

export const LEDGER_IDS: IdSeries = { first: 3_250_000_000_000_531_846n, step: 100_000n };

/** Some come by default, others only where they are named. */
const TYPES = [
  ...['fixed', 'fixed', 'fixed', 'fixed', 'auction', 'auto_delivery', 'ec', 'fenxiao', 'game_equipment'],
  ...['shopex_trade', 'netcn_trade', 'external_trade', 'o2o_offlinetrade', 'independent_shop_trade'],
];

const STATUSES: { readonly [stage in OrderState['stage']]: string } = {
  unpaid: 'WAIT_BUYER_PAY',
  toShip: 'WAIT_SELLER_SEND_GOODS',
  partShipped: 'SELLER_CONSIGNED_PART',
  shipped: 'WAIT_BUYER_CONFIRM_GOODS',
  received: 'WAIT_BUYER_CONFIRM_GOODS',
  completed: 'TRADE_FINISHED',
  cancelled: 'TRADE_CLOSED_BY_TAOBAO',
  closed: 'TRADE_CLOSED',
};

const REFUNDS: { readonly [refund in OrderState['refund']]: string } = {
  NONE: 'NO_REFUND',
  ASKED: 'WAIT_SELLER_AGREE',
  REFUSED: 'CLOSED',
  DONE: 'SUCCESS',
};

const DAY = 86_400_000;

export const typeOf = ({ trait }: LedgerOrder): string => pick(TYPES, trait);
export const statusOf = ({ stage }: OrderState): string => STATUSES[stage];

const timeOf = (at: number | undefined): string | undefined => (at === undefined ? undefined : plainTime(at));
const yuan = (fen: number): string => (fen / 100).toFixed(2);

export function ledgerTrade(view: OrderView): Trade {
  const { order, state } = view;
  return {
    empty: 'absent',
    document: {
      ...identityOf(order, state),
      ...timesOf(state),
      ...moneyOf(order, state),
      ...receiverFields(order),
      ...(state.at.paid !== undefined && promisesOfTrade({ trait: order.trait, paidAt: state.at.paid })),
      seller_memo: state.memos > 0 ? `已电话确认${state.memos}次` : undefined,
      seller_flag: state.memos > 0 ? 1 + (state.memos % 5) : 0,
      orders: order.lines.map((line, place) => lineOf(order, state, line, place)),
    },
  };
}

const identityOf = (order: LedgerOrder, state: OrderState): Document => ({
  tid: order.id,
  tid_str: order.orderId,
  type: typeOf(order),
  status: statusOf(state),
  title: '示例旗舰店',
  seller_nick: '示例旗舰店',
  buyer_nick: `买家${buyerNumberOf(order)}`,
  buyer_open_uid: `AAHsandbox${buyerNumberOf(order)}`,
  num: order.lines.reduce((count, { quantity }) => count + quantity, 0),
  shipping_type: 'express',
  top_hold: 0,
  forbid_consign: 0,
});

const timesOf = ({ at, modifiedAt, stage }: OrderState): Document => ({
  created: timeOf(at.placed),
  modified: plainTime(modifiedAt),
  pay_time: timeOf(at.paid),
  consign_time: timeOf(at.partShipped ?? at.shipped),
  end_time: timeOf(at.completed ?? at.closed ?? at.cancelled),
  timeout_action_time: stage === 'shipped' ? timeOf((at.shipped ?? 0) + 10 * DAY) : undefined,
});

const moneyOf = (order: LedgerOrder, state: OrderState): Document => ({
  payment: yuan(totalOf(order, state)),
  total_fee: yuan(goodsOf(order)),
  adjust_fee: yuan(totalOf(order, state) - order.shipping - goodsOf(order)),
  discount_fee: '0.00',
  post_fee: yuan(order.shipping),
  alipay_no: state.at.paid === undefined ? undefined : `2026${order.orderId}`,
});

function receiverFields(order: LedgerOrder): Document {
  const receiver = receiverOf(order);
  return {
    receiver_name: receiver?.name ?? '',
    receiver_mobile: receiver?.mobile ?? '',
    receiver_state: receiver?.place.province ?? '',
    receiver_city: receiver?.place.city ?? '',
    receiver_district: receiver?.place.area ?? '',
    receiver_address: receiver?.street ?? '',
    receiver_zip: receiver?.place.zip ?? '',
  };
}

function lineOf(order: LedgerOrder, state: OrderState, line: LedgerLine, place: number): Document {
  const product = pick(PRODUCTS, line.product);
  const isSent = state.at.shipped !== undefined || (state.stage === 'partShipped' && place === 0);
  const oid = order.lines.length === 1 ? order.id : order.id + BigInt(place + 1);
  const ofLine =
    state.stage === 'partShipped' ? (isSent ? 'WAIT_BUYER_CONFIRM_GOODS' : 'WAIT_SELLER_SEND_GOODS') : undefined;
  return {
    oid,
    oid_str: String(oid),
    num_iid: 610_000_000_000 + (line.product % PRODUCTS.length),
    sku_id: String(4_000_000_000_000 + line.variant),
    title: product.title,
    pic_path: pictureOf(product.picture, `l${line.product}`),
    price: yuan(line.price),
    num: line.quantity,
    total_fee: yuan(line.price * line.quantity),
    payment: yuan(line.price * line.quantity),
    status: ofLine ?? statusOf(state),
    refund_status: REFUNDS[state.refund],
    consign_time: isSent ? timeOf(state.at.partShipped ?? state.at.shipped) : undefined,
    logistics_company: isSent ? pick(CARRIERS, order.trait).name : undefined,
    invoice_no: isSent ? `SF${String(order.trait).padStart(12, '0')}` : undefined,
    ...(state.at.paid !== undefined && promisesOfLine({ trait: order.trait, paidAt: state.at.paid }, place)),
  };
}
