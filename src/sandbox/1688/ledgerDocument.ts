// An order of a ledger as 1688's document, in the detail and in a row of a list.
import { type Document, without } from '../document.js';
import type { OrderState } from '../ledger/life.js';
import { goodsOf, type IdSeries, type LedgerLine, type LedgerOrder, totalOf } from '../ledger/orders.js';
import { buyerNumberOf, pick, receiverOf } from '../ledger/people.js';
import type { OrderView } from '../ledger/shop.js';
import { pictureOf } from '../pictures.js';
import type { OrderDocument } from './document.js';
import { CARRIERS, PRODUCTS } from './synthetic/catalogue.js';
import { stampIn } from './synthetic/times.js';
import type { View } from './view.js';
import type { Longs } from './wire.js';

/** Ids of the shops that the platform's gateways lead to. */
export const LEDGER_IDS: { readonly [view in View]: IdSeries } = {
  seller: { first: 3_150_000_000_000_747_370n, step: 10_000_000n },
  buyer: { first: 3_160_000_000_000_969_811n, step: 10_000_000n },
};

/** Who the shops are: the other side of an order is one of its traits. */
export const MEMBERS: { readonly [view in View]: string } = { seller: 'b2b-2200000000002', buyer: 'b2b-1624961198' };

const STATUSES: { readonly [stage in OrderState['stage']]: string } = {
  unpaid: 'waitbuyerpay',
  toShip: 'waitsellersend',
  partShipped: 'waitsellersend',
  shipped: 'waitbuyerreceive',
  received: 'confirm_goods',
  completed: 'success',
  cancelled: 'cancel',
  closed: 'terminated',
};

const REFUNDS: { readonly [refund in OrderState['refund']]: string | undefined } = {
  NONE: undefined,
  ASKED: 'waitselleragree',
  REFUSED: 'refundclose',
  DONE: 'refundsuccess',
};

export const statusOf = ({ stage }: OrderState): string => STATUSES[stage];

const stamp = stampIn(false);
const stampOf = (at: number | undefined): string | undefined => (at === undefined ? undefined : stamp(at));
const yuan = (fen: number): number => fen / 100;

export function ledgerDocument({ order, state }: OrderView, view: View): OrderDocument {
  const terms = {
    payStatus: payStatusOf(state),
    payTime: stampOf(state.at.paid),
    phasAmount: yuan(totalOf(order, state)),
  };
  return {
    baseInfo: baseOf(order, state, view),
    productItems: order.lines.map((line, place) => itemOf(order, state, line, place)),
    nativeLogistics: logisticsOf(order, state),
    orderRateInfo: { buyerRateStatus: 5, sellerRateStatus: 5 },
    tradeTerms: [{ ...terms, payWay: '1', payWayDesc: '支付宝' }],
    extAttributes: [],
    orderBizInfo: { creditOrder: false },
  };
}

const payStatusOf = ({ at, stage }: OrderState): string =>
  stage === 'cancelled' ? '8' : stage === 'closed' ? '4' : at.paid === undefined ? '1' : '2';

const baseOf = (order: LedgerOrder, state: OrderState, view: View): Document => ({
  id: order.id,
  idOfStr: order.orderId,
  status: statusOf(state),
  businessType: 'cn',
  createTime: stampOf(state.at.placed),
  modifyTime: stamp(state.modifiedAt),
  payTime: stampOf(state.at.paid),
  allDeliveredTime: stampOf(state.at.shipped),
  receivingTime: stampOf(state.at.received),
  completeTime: stampOf(state.at.completed),
  payTimeout: state.at.paid === undefined ? 432_000 : undefined,
  payTimeoutType: state.at.paid === undefined ? 0 : undefined,
  totalAmount: yuan(totalOf(order, state)),
  sumProductPayment: yuan(totalOf(order, state) - order.shipping),
  shippingFee: yuan(order.shipping),
  discount: totalOf(order, state) - order.shipping - goodsOf(order), // in fen
  refund: state.refund === 'DONE' ? yuan(totalOf(order, state)) : 0,
  refundStatus: REFUNDS[state.refund],
  closeReason: state.stage === 'cancelled' || state.stage === 'closed' ? 'buyerCancel' : undefined,
  ...partiesOf(order, view),
  sellerMemo: state.memos > 0 ? `已电话确认${state.memos}次` : undefined,
  sellerRemarkIcon: state.memos > 0 ? String(1 + (state.memos % 4)) : undefined,
});

function partiesOf(order: LedgerOrder, view: View): Document {
  const other = `b2b-29${String(buyerNumberOf(order)).padStart(8, '0')}`;
  const [sellerID, buyerID] = view === 'seller' ? [MEMBERS.seller, other] : [other, MEMBERS.buyer];
  const receiver = receiverOf(order);
  return {
    sellerID,
    buyerID,
    sellerLoginId: `seller${sellerID.slice(-4)}`,
    buyerLoginId: `buyer${buyerID.slice(-4)}`,
    receiverInfo: {
      toFullName: receiver?.name ?? '',
      toMobile: receiver?.mobile ?? '',
      toPost: receiver?.place.zip ?? '',
      toDivisionCode: receiver?.place.areaCode ?? '',
      toArea: receiver
        ? `${receiver.place.province} ${receiver.place.city} ${receiver.place.area} ${receiver.street}`
        : '',
    },
  };
}

/** Of an order partly shipped, the first line is under way. */
const isSent = ({ stage, at }: OrderState, place: number): boolean =>
  at.shipped !== undefined || (stage === 'partShipped' && place === 0);

function itemOf(order: LedgerOrder, state: OrderState, line: LedgerLine, place: number): Document {
  const product = pick(PRODUCTS, line.product);
  const id = order.id + BigInt(place + 1) * 1_000n;
  const isAlone = state.stage === 'partShipped' && isSent(state, place);
  return {
    productID: 610_000_000_000 + (line.product % PRODUCTS.length),
    skuID: 4_000_000_000_000 + line.variant,
    subItemID: id,
    subItemIDString: String(id),
    name: product.name,
    unit: product.unit,
    productImgUrl: [pictureOf(product.picture, `l${line.product}`)],
    quantity: line.quantity,
    price: yuan(line.price),
    itemAmount: yuan(line.price * line.quantity),
    entryDiscount: 0,
    status: isAlone ? 'waitbuyerreceive' : statusOf(state),
    logisticsStatus: state.at.received === undefined ? (isSent(state, place) ? 2 : 1) : 3,
    refundStatus: REFUNDS[state.refund]?.toUpperCase(),
    gmtCreate: stampOf(state.at.placed),
    gmtModified: stamp(state.modifiedAt),
  };
}

function logisticsOf(order: LedgerOrder, state: OrderState): Document | undefined {
  const sentAt = state.at.partShipped ?? state.at.shipped;
  if (sentAt === undefined) return undefined;
  const carrier = pick(CARRIERS, order.trait);
  const { zip = '', province = '', city = '', area = '' } = receiverOf(order)?.place ?? {};
  return {
    ...{ zip, province, city, area },
    logisticsItems: [
      {
        logisticsBillNo: `SF${String(order.trait).padStart(12, '0')}`,
        logisticsCompanyName: carrier.name,
        deliveredTime: stamp(sentAt),
        status: 'alreadysend',
      },
    ],
  };
}

const UNLISTED = ['sellerMemo', 'sellerRemarkIcon', 'buyerMemo', 'buyerRemarkIcon', 'receiverInfo'];

/**
 * A row of a list, without what comes only on request and only in details; buyers get ids
 * as numbers alone, unless their gateway rounds those.
 */
export function ledgerRow(whole: OrderView, view: View, longs: Longs): OrderDocument {
  const { nativeLogistics: _logistics, orderInvoiceInfo: _invoice, ...row } = ledgerDocument(whole, view);
  const baseInfo = without(row.baseInfo, UNLISTED);
  if (view === 'seller') return { ...row, baseInfo };
  return {
    ...row,
    baseInfo: longs === 'exact' ? { ...baseInfo, idOfStr: whole.order.id } : baseInfo,
    productItems: row.productItems.map((item) => without(item, ['subItemIDString'])),
  };
}
