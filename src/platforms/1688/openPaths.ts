// What the pages of 1688's own platform list of an order's detail, beyond what all gateways to 1688 do.
import { isWithin } from '../../mapping/path.js';

/** The seller's and the buyer's. */
const COMMON: readonly string[] = [
  'baseInfo.inventoryMode',
  'orderBizInfo.isCz',
  'orderBizInfo.isDz',
  'orderBizInfo.dz',
  'orderBizInfo.fz',
  'orderBizInfo.dropshipping',
  'orderBizInfo.shippingInsurance',
  'orderBizInfo.hyperLinkOrder',
  'orderBizInfo.hyperLinkSecondStepOrder',
  'orderBizInfo.hyperLinkCangFaOrder',
  'orderBizInfo.hyperLinkShipType',
  'orderBizInfo.lightningWarehouse',
  'orderBizInfo.aeDoorPickUp',
  'orderBizInfo.tgOfficialPickUp',
  'orderBizInfo.officialPickUp',
  'orderBizInfo.erpOrderId',
  'orderBizInfo.erpBuyerUserId',
  'orderBizInfo.erpBuyerOrgId',
  'orderBizInfo.lstOrderInfo',
  'orderInvoiceInfo.amount',
  'orderInvoiceInfo.status',
  'fromEncryptOrder',
  'encryptOutOrderInfo',
];

export const OPEN_SELLER_PATHS: readonly string[] = [
  ...COMMON,
  'baseInfo.buyerOpenUid',
  'baseInfo.buyerSubOpenUid',
  'productItems.deliverGoodsOverdueRisk',
  'productItems.refundForAs',
  'productItems.freeEntryServiceInfo',
  'productItems.payEntryServiceInfo',
  'productItems.extAttributes',
  'productItems.bizFenXiaoOutSubOrderInfoList',
  'nativeLogistics.logisticsItems.realLogisticsCompanyNo',
  'outChannel',
  'sendGoodsOverdueRisk',
  'officialLogisticOrder',
  'orderBizInfo.aeSelfSend',
  'orderBizInfo.ycdf',
  'orderBizInfo.appointLogisticsCompany',
  'orderBizInfo.contractNum',
  'orderBizInfo.contractId',
];

export const OPEN_BUYER_PATHS: readonly string[] = [
  ...COMMON,
  'guaranteesTerms.value',
  'productItems.guaranteesTerms.value',
  'baseInfo.outOrderId',
  'baseInfo.buyerContact.shopName',
  'baseInfo.sellerContact.shopName',
  'baseInfo.officialSolutionOrderId',
  'baseInfo.officialSolutionCost',
  'productItems.sharePostage',
  'orderBizInfo.creditOrderDetail.lastRepayTime',
  'orderBizInfo.creditOrderDetail.repaySource',
  'orderBizInfo.abnormalPriceChange',
  'invoicingSettingModel',
  'overseaLogisticsInfo',
];

/** Those of some paths that a gateway's own pages lack; a path covers all below it. */
export const beyond = (paths: readonly string[], own: readonly string[]): readonly string[] =>
  paths.filter((path) => !own.some((outer) => isWithin(path, outer)));

/** Parts of what a sample of another gateway shows, which the platform's own pages list alone. */
export const ORIGIN_PATHS: readonly string[] = [
  'outPlatformSubCode',
  'outPlatformSupplyOrderNo',
  'outShopId',
  'outShopName',
  'outSupplierId',
  'outPatformExtraInfo',
  'encryptReceiverName',
  'encryptReceiverMobile',
  'encryptReceiverAddress',
  'outOriginAddress.postCode',
  ...['province', 'city', 'area', 'town'].map((place) => `outOriginAddress.${place}.code`),
].map((path) => `encryptOutOrderInfo.${path}`);
