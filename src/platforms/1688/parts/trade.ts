// What 1688 says of the kind of trade that an order is (orderBizInfo): a flag or a code each.
import { bool, id, text } from '../../../mapping/leaves.js';
import { personal } from '../../../order/personal.js';

export const TRADE_FLAGS = {
  isCustomized: bool('orderBizInfo.isDz', 'Whether it is customized.'),
  isDz: bool('orderBizInfo.dz', 'The same as isCustomized, as 1688 says it a second time.'),
  isSplitAccount: bool('orderBizInfo.fz', 'Whether its money is split among accounts (分账).'),
  shippingInsurance: text(
    'orderBizInfo.shippingInsurance',
    'Who gives the return-freight insurance: givenByPlatform, givenByMerchant; empty where there is none.',
  ),
  isHyperLink: bool('orderBizInfo.hyperLinkOrder', 'Whether it is the first stage of a 超链 order.'),
  isHyperLinkSecondStage: bool(
    'orderBizInfo.hyperLinkSecondStepOrder',
    'Whether it is the second stage of a 超链 order of a big store.',
  ),
  isHyperLinkFromWarehouse: bool(
    'orderBizInfo.hyperLinkCangFaOrder',
    'Whether it is a 超链 order of a big store that a warehouse ships.',
  ),
  hyperLinkShipType: text(
    'orderBizInfo.hyperLinkShipType',
    'Who ships a 超链 order, as sent: the buyer’s and the seller’s pages number warehouse and merchant differently.',
  ),
  isLightningWarehouse: bool('orderBizInfo.lightningWarehouse', 'Whether a 闪电仓 ships it.'),
  isAeDoorPickup: bool('orderBizInfo.aeDoorPickUp', 'Whether AliExpress picks it up at the door.'),
  isAeSelfSend: bool('orderBizInfo.aeSelfSend', 'Whether its seller sends it to AliExpress.'),
  isManagedPickup: bool('orderBizInfo.tgOfficialPickUp', 'Whether the managed official pick-up fetches it.'),
  isOfficialPickup: bool('orderBizInfo.officialPickUp', 'Whether official logistics fetches it.'),
  isPriceChangeAbnormal: bool('orderBizInfo.abnormalPriceChange', 'Whether its price was changed abnormally.'),
  isShippedByCloudWarehouse: bool(
    'orderBizInfo.ycdf',
    'Whether a cloud warehouse at the origin ships it: the seller prepares the goods and must not ship them.',
  ),
  prescribedCarrierCode: text('orderBizInfo.appointLogisticsCompany', 'The carrier prescribed: SF_BK, SF_TK …'),
  contractNumber: id('orderBizInfo.contractNum', 'Its contract’s number.'),
  contractId: id('orderBizInfo.contractId', 'Its contract’s draft.'),
  erpOrderId: id('orderBizInfo.erpOrderId', 'The order in the buyer’s ERP.'),
  erpBuyerUserId: text('orderBizInfo.erpBuyerUserId', 'The buyer’s user in that ERP.', personal('ACCOUNT')),
  erpBuyerOrganizationId: id('orderBizInfo.erpBuyerOrgId', 'The buyer’s organization in that ERP.'),
};
