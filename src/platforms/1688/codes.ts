// What 1688's codes mean: code → [our value, the documentation's own words].

import { type CodeTable, lookUp } from '../../mapping/codec.js';
import { paymentOfParts, refundOfParts, shippingOfParts } from '../../mapping/orderParts.js';
import {
  distinctCodes,
  isCode,
  PAYMENT_BY_STATUS,
  SHIPPING_BY_STATUS,
  toValues,
} from '../../mapping/statusFallbacks.js';
import type {
  InvoiceType,
  OrderStatus,
  PaymentStatus,
  RatingStatus,
  RefundStatus,
  ShippingMethod,
  ShippingStatus,
} from '../../order/enums.js';

/** WAIT_SELLER_AGREE on items is waitselleragree on orders. */
export const foldStatus = (code: string): string => code.toLowerCase().replaceAll('_', '');

/**
 * baseInfo.status and productItems[].status. The gateways' pages list ten and leave the others open; the rest are from
 * where the words beside them are.
 */
export const ORDER_STATUS: CodeTable<OrderStatus> = {
  fold: foldStatus,
  codes: {
    // The gateways' own pages.
    waitbuyerpay: ['AWAITING_PAYMENT', '等待买家付款'],
    waitsellersend: ['AWAITING_SHIPMENT', '等待卖家发货'],
    waitlogisticstakein: ['AWAITING_SHIPMENT', '等待物流公司揽件'],
    waitbuyerreceive: ['SHIPPED', '等待买家收货'],
    waitbuyersign: ['SHIPPED', '等待买家签收'],
    signinsuccess: ['DELIVERED', '买家已签收'],
    confirmgoods: ['DELIVERED', '已收货'],
    success: ['COMPLETED', '交易成功'],
    cancel: ['CANCELLED', '交易取消'],
    terminated: ['CLOSED', '交易终止'],
    // alibaba.trade.ec.getOrder.sellerView; merchants' systems sort them by whether goods were shipped or received.
    paidbutnotfund: ['AWAITING_SHIPMENT', '已支付,未到账'],
    sendgoodsbutnotfund: ['SHIPPED', '已发货,未到账'],
    confirmgoodsbutnotfund: ['DELIVERED', '已收货,未到账'],
    confirmgoodsandhassubsidy: ['DELIVERED', '已收货,已贴现'],
    signinfailed: ['SHIPPED', '签收失败'],
    waitsellerconfirm: ['AWAITING_SHIPMENT', '等待卖家确认订单'],
    waitbuyerconfirm: ['SHIPPED', '等待买家确认订单'],
    waitselleract: ['AWAITING_SHIPMENT', '等待卖家操作'],
    waitsellerpush: ['AWAITING_SHIPMENT', '等待卖家推进'],
    waitbuyerconfirmaction: ['SHIPPED', '等待买家确认操作'],
    // 1688's own pages for sellers.
    waitsellermodify: ['AWAITING_PAYMENT', '等待买家修改信息'],
    waitsellerbindalipay: ['AWAITING_PAYMENT', '等待卖家绑定支付宝'],
    waitsellerconfirmfund: ['PAYMENT_PENDING', '等待卖家确认到账'],
    waitselleracceptorder: ['AWAITING_SHIPMENT', '等待卖家确认订单'],
    waitpintuanorder: ['ON_HOLD', '待成团订单'],
    waitgrouporder: ['ON_HOLD', '待成团'],
    groupsuccessorder: ['AWAITING_SHIPMENT', '已成团'],
    plusorderpaysuccess: ['AWAITING_SHIPMENT', '已成团'],
    paidandhassubsidy: ['COMPLETED', '支付已贴现 (当面付之类没有发货环节,付款后直接打款)'],
    globalpartintowarehouse: ['PARTIALLY_SHIPPED', '部分进入仓库'],
    globalallintowarehouse: ['SHIPPED', '全部进入仓库'],
    globalpackagetransporting: ['SHIPPED', '包裹运输中'],
    globalpackagedelivered: ['DELIVERED', '包裹已签收'],
    // cn.alibaba.open, 1688's older interface.
    successend: ['COMPLETED', '交易成功,保证金已退回'],
    liquidatealready: ['COMPLETED', '交易成功,已清算'],
    // Merchants' systems.
    waitbuyerconfirmgoods: ['SHIPPED', '等待买家确认收货'],
    canceled: ['CANCELLED', '交易取消'],
    cancelled: ['CANCELLED', '已取消'],
    terminate: ['CLOSED', '交易关闭'],
    finish: ['COMPLETED', '订单已完成'],
  },
};

/** baseInfo.refundStatus, refundStatusForAs and productItems[].refundStatus */
export const REFUND_STATUS: CodeTable<RefundStatus> = {
  fold: foldStatus,
  codes: {
    waitselleragree: ['REQUESTED', '等待卖家同意'],
    waitbuyermodify: ['REFUSED', '待买家修改'],
    waitbuyersend: ['AWAITING_RETURN', '等待买家退货'],
    waitsellerreceive: ['RETURNED', '等待卖家确认收货'],
    refundsuccess: ['REFUNDED', '退款成功'],
    refundclose: ['CLOSED', '退款失败'],
    refundclosed: ['CLOSED', '退款关闭'],
    norefund: ['NONE', "无退款 (merchants' systems)"],
    '': ['NONE', '(no code: no refund was asked for)'],
  },
};

/** tradeTerms[].payStatus */
export const PAYMENT_STATUS: CodeTable<PaymentStatus> = {
  codes: {
    1: ['UNPAID', '未付款'],
    2: ['PAID', '已付款'],
    4: ['REFUNDED', '全额退款'],
    6: ['PAID', '卖家有收到钱,回款完成'],
    7: ['UNPAID', '未创建外部支付单'],
    8: ['CANCELLED', '付款前取消'],
    9: ['PENDING', '正在支付中'],
    12: ['PENDING', '账期支付,待到账'],
    WAIT_PAY: ['UNPAID', '未支付'],
    PAYER_PAID: ['PAID', '已完成支付'],
    PART_SUCCESS: ['PARTIALLY_PAID', '部分支付成功'],
    PAY_SUCCESS: ['PAID', '支付成功'],
    CLOSED: ['CANCELLED', '风控关闭'],
    CANCELLED: ['CANCELLED', '支付撤销'],
    SUCCESS: ['PAID', '成功'],
    FAIL: ['UNPAID', '失败'],
  },
};

/** newStepOrderList[].payStatus (trade 4.0) */
export const STAGE_PAYMENT_STATUS: CodeTable<PaymentStatus> = {
  codes: {
    1: ['UNPAID', '未付款'],
    2: ['PAID', '已付款'],
    8: ['CANCELLED', '付款前取消'],
    12: ['PARTIALLY_PAID', '溢短补付款'],
  },
};

/** stepOrderList[].stepPayStatus (trade 3.0) */
export const STEP_PAYMENT_STATUS: CodeTable<PaymentStatus> = {
  codes: {
    1: ['UNPAID', '未冻结/未付款'],
    2: ['PAID', '已冻结/已付款'],
    4: ['REFUNDED', '已退款'],
    6: ['PAID', '已转交易'],
    8: ['CANCELLED', '交易未付款被关闭'],
  },
};

/** productItems[].logisticsStatus and newStepOrderList[].logisticsStatus */
export const SHIPPING_STATUS: CodeTable<ShippingStatus> = {
  codes: {
    1: ['NOT_SHIPPED', '未发货'],
    2: ['SHIPPED', '已发货'],
    3: ['DELIVERED', '已收货'],
    4: ['RETURNED', '已经退货'],
    5: ['PARTIALLY_SHIPPED', '部分发货'],
    7: ['NOT_REQUIRED', '发货前取消'],
    8: ['NOT_SHIPPED', '还未创建物流订单'],
  },
};

/** orderRateInfo.buyerRateStatus and sellerRateStatus */
export const RATING_STATUS: CodeTable<RatingStatus> = {
  codes: {
    4: ['RATED', '已评论'],
    5: ['NOT_RATED', '未评论'],
    6: ['NOT_REQUIRED', '不需要评论'],
  },
};

/** orderInvoiceInfo.invoiceType */
export const INVOICE_TYPE: CodeTable<InvoiceType> = {
  codes: {
    0: ['ORDINARY', '普通发票'],
    1: ['VAT', '增值税发票'],
    9: ['UNKNOWN', '未知类型'],
  },
};

/** logisticsItems[].type */
export const SHIPPING_METHOD: CodeTable<ShippingMethod> = {
  codes: {
    0: ['SELF_SHIPPED', 'SELF_SEND_GOODS("0")自行发货'],
    1: ['ONLINE', '在线发货ONLINE_SEND_GOODS("1")'],
    2: ['NO_LOGISTICS', '不需要物流的发货 NO_LOGISTICS_SEND_GOODS("2")'],
    SELF_SEND_GOODS: ['SELF_SHIPPED', '自行发货'],
    ONLINE_SEND_GOODS: ['ONLINE', '在线发货'],
    NO_LOGISTICS_SEND_GOODS: ['NO_LOGISTICS', '不需要物流的发货'],
  },
};

/** The whole order's payment from its terms' codes, else its stages', else its own status. */
export function paymentOf(terms: unknown, stages: unknown, status: unknown): PaymentStatus {
  for (const [table, codes] of [
    [PAYMENT_STATUS, distinctCodes(terms)],
    [STAGE_PAYMENT_STATUS, distinctCodes(stages)],
  ] as const) {
    if (codes.length > 0) return paymentOfParts(codes.map((code) => lookUp(table, code)));
  }
  return PAYMENT_BY_STATUS[lookUp(ORDER_STATUS, status)];
}

const isCalledOff = (status: unknown): boolean => {
  const line = lookUp(ORDER_STATUS, status);
  return line === 'CANCELLED' || line === 'CLOSED';
};

/** The whole order's shipping from the goods of its lines that were not called off, else from its own status. */
export function shippingOf(goods: unknown, lines: unknown, status: unknown): ShippingStatus {
  const [codes, statuses] = [toValues(goods), toValues(lines)];
  const coded = [...codes.keys()].filter((index) => isCode(codes[index]));
  const standing = coded.filter((index) => !isCalledOff(statuses[index]));
  const counted = standing.length > 0 ? standing : coded;
  return counted.length > 0
    ? shippingOfParts(counted.map((index) => lookUp(SHIPPING_STATUS, codes[index])))
    : SHIPPING_BY_STATUS[lookUp(ORDER_STATUS, status)];
}

/** The whole order's refund from those before and after its completion, else from its lines'. */
export function refundOf([before, after, lines]: readonly unknown[]): RefundStatus {
  const own = distinctCodes([before, after]);
  const codes = own.length > 0 ? own : distinctCodes(lines);
  return refundOfParts(codes.map((code) => lookUp(REFUND_STATUS, code))) ?? 'NONE';
}
