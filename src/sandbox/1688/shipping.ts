// Orders that show when, how and whether to ship: near their deadline, past it, held, and shipped by others. Their times are
// from the call. What 1688 documents for sellers alone, buyers do not get.

import { type Document, without } from '../document.js';
import { HOUR } from '../invented/times.js';
import type { Order, OrderDocument } from './document.js';
import { MEMBERS } from './ledgerDocument.js';
import { stampIn } from './synthetic/times.js';
import type { View } from './view.js';

/** Ids that a double holds exactly, as some gateways make doubles of them. */
const FIRST = 4_355_840_000_000_000_000n;
const STEP = 10_240_000_000n;
const LINE_STEP = 1_024_000n;

const stamp = stampIn(false);

const lineOf = (id: bigint, place: number, name: string, more: Document = {}): Document => ({
  subItemID: id + BigInt(place + 1) * LINE_STEP,
  subItemIDString: String(id + BigInt(place + 1) * LINE_STEP),
  productID: 620_000_000_000 + place,
  skuID: 4_100_000_000_000 + place,
  name,
  quantity: 2,
  unit: '件',
  price: 50,
  itemAmount: 100,
  status: 'waitsellersend',
  statusStr: '等待卖家发货',
  logisticsStatus: 1,
  canSendGoods: true,
  ...more,
});

type Parts = Pick<OrderDocument, 'productItems'> &
  Partial<Pick<OrderDocument, 'orderBizInfo' | 'sendGoodsOverdueRisk' | 'outChannel'>>;

/** @param hoursLeft from now until it has to be shipped, 48 hours after payment; less than none: it is late */
function orderOf(id: bigint, now: number, hoursLeft: number, { orderBizInfo = {}, ...parts }: Parts): OrderDocument {
  const paidAt = now + (hoursLeft - 48) * HOUR;
  return {
    baseInfo: {
      id,
      idOfStr: String(id),
      status: 'waitsellersend',
      businessType: 'cn',
      createTime: stamp(paidAt - HOUR),
      payTime: stamp(paidAt),
      modifyTime: stamp(paidAt),
      totalAmount: 100 * parts.productItems.length,
      sumProductPayment: 100 * parts.productItems.length,
      shippingFee: 0,
      discount: 0,
      sellerID: MEMBERS.seller,
      buyerID: MEMBERS.buyer,
      sellerLoginId: 'seller0002',
      buyerLoginId: 'buyer1198',
    },
    orderRateInfo: { buyerRateStatus: 5, sellerRateStatus: 5 },
    tradeTerms: [{ payStatus: '2', payTime: stamp(paidAt), phasAmount: 100, payWay: '1', payWayDesc: '支付宝' }],
    extAttributes: [],
    orderBizInfo: { creditOrder: false, ...orderBizInfo },
    ...parts,
  };
}

const promised = (hours: number): Document => ({
  extAttributes: [{ key: `b_i${hours}h`, value: '1', description: `${hours}小时发货` }],
});

/** Of a line that is sold on: by when whoever sold it wants it shipped. */
const soldOn = (id: bigint, due: number): Document => ({
  bizFenXiaoOutSubOrderInfoList: [
    { outSubOrderId: String(id + 1n), outSubQty: 2, outSubOrderLatestDeliveryTime: stamp(due) },
  ],
});

/** One line must go with SF or YTO within hours, one waits for its group, one is on its way. */
const nearDeadline = (id: bigint, now: number): OrderDocument =>
  orderOf(id, now, 4, {
    productItems: [
      lineOf(id, 0, '帆布包', { ...promised(48), ...soldOn(id, now + 4 * HOUR), permitLogisticsCpCode: 'SF,YTO' }),
      lineOf(id, 1, '保温杯', { canSendGoods: false, cantSendReason: '拼团未成团' }),
      lineOf(id, 2, '笔记本', {
        ...{ status: 'waitbuyerreceive', statusStr: '等待买家收货', logisticsStatus: 2, canSendGoods: undefined },
      }),
    ],
    orderBizInfo: { appointLogisticsCompany: 'SF_BK', dropshipping: true },
    sendGoodsOverdueRisk: 'PTMO',
    outChannel: 'weidian',
  });

const pastDeadline = (id: bigint, now: number): OrderDocument =>
  orderOf(id, now, -20, {
    productItems: [lineOf(id, 0, '棉毛巾', { ...promised(24), deliverGoodsOverdueRisk: 'overdue' })],
    sendGoodsOverdueRisk: 'TMOT',
  });

const held = (id: bigint, now: number): OrderDocument =>
  orderOf(id, now, 4, {
    productItems: [lineOf(id, 0, '雨伞', { canSendGoods: false, cantSendReason: '退款处理中' })],
    sendGoodsOverdueRisk: 'PTMO',
  });

/** A warehouse of the platform ships it. */
const fromWarehouse = (id: bigint, now: number): OrderDocument =>
  orderOf(id, now, 30, {
    productItems: [lineOf(id, 0, '玻璃罐', { canSendGoods: undefined })],
    orderBizInfo: { lightningWarehouse: true },
  });

/** The platform's carrier comes for it. */
const pickedUp = (id: bigint, now: number): OrderDocument =>
  orderOf(id, now, 6, {
    productItems: [lineOf(id, 0, '台灯', { ...promised(48) })],
    orderBizInfo: { officialPickUp: true },
    sendGoodsOverdueRisk: 'PTMO',
  });

const ORDERS = [nearDeadline, pastDeadline, held, fromWarehouse, pickedUp].map(
  (documentOf, place) => [String(FIRST + BigInt(place + 1) * STEP), documentOf] as const,
);

const BY_ID = new Map(ORDERS);

/** What the platform's page for buyers does not list. */
const OF_SELLERS = ['sendGoodsOverdueRisk', 'outChannel'];
const LINES_OF_SELLERS = [
  ...['canSendGoods', 'cantSendReason', 'permitLogisticsCpCode', 'deliverGoodsOverdueRisk', 'extAttributes'],
  'bizFenXiaoOutSubOrderInfoList',
];
const FLAGS_OF_SELLERS = ['appointLogisticsCompany'];

const seenByBuyer = (document: OrderDocument): OrderDocument => ({
  ...(without(document as unknown as Document, OF_SELLERS) as unknown as OrderDocument),
  productItems: document.productItems.map((item) => without(item, LINES_OF_SELLERS)),
  orderBizInfo: without(document.orderBizInfo ?? {}, FLAGS_OF_SELLERS),
});

export function shippingOrder(orderId: string, view: View, now: number): Order | undefined {
  const document = BY_ID.get(orderId)?.(BigInt(orderId), now);
  return document && { document: view === 'buyer' ? seenByBuyer(document) : document, retCodes: [] };
}
