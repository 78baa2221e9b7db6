// What the gateways to the seller's side of 1688 share: fields that only the seller sees.

/** Paths that the documentation of the buyer's side does not list. */
export const SELLER_PATHS: readonly string[] = [
  'baseInfo.currency',
  'baseInfo.sellerMemo',
  'baseInfo.sellerRemarkIcon',
  'baseInfo.buyerLevel',
  'baseInfo.ccid',
  'nativeLogistics.caid',
  'nativeLogistics.logisticsItems.isTimePromise',
  'nativeLogistics.logisticsItems.arriveTime',
  'productItems.itemDiscountFee',
  'productItems.cantSendReason',
  'productItems.canSendGoods',
  'productItems.barCode',
  'productItems.permitLogisticsCpCode',
];
