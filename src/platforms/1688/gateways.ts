// The three gateways to 1688's document: a row each.
import { camelWords, reference, snakeCase, snakeLetters } from '../../mapping/spelling.js';
import * as fw199 from '../../protocols/fw199.js';
import * as vtool from '../../protocols/vvTool.js';
import type { GatewayDefinition, OrderQuery } from '../gateway.js';
import { document } from './document.js';
import type { Damaijia168Settings, Fw199Settings, VvToolSettings } from './settings.js';

const domains = ({ subtrees }: OrderQuery): string => subtrees.join(',');
const keys = ({ attributeKeys }: OrderQuery): readonly string[] | undefined =>
  attributeKeys.length > 0 ? attributeKeys : undefined;

/** What only the buyer's side documents. */
const BUYER_ONLY = [
  'baseInfo.buyerMemo',
  'baseInfo.buyerRemarkIcon',
  'baseInfo.sellerCreditLevel',
  'baseInfo.stepAgreementPath',
  'baseInfo.payTimeout',
  'baseInfo.payTimeoutType',
];

/** What fw199 alone documents. */
const FW199_ONLY = [
  'baseInfo.outOrderId',
  'baseInfo.buyerContact.shopName',
  'baseInfo.sellerContact.shopName',
  'orderBizInfo.dropshipping',
  'fromEncryptOrder',
  'encryptOutOrderInfo',
];

/** What vv-tool alone documents. */
const VV_TOOL_ONLY = [
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
  'productItems.orderSharedPromotionFee',
  'productItems.promotionsFee',
  'productItems.crossPromotionFee',
  'orderBizInfo.lstOrderInfo',
  'orderBizInfo.isCz',
];

export const VV_TOOL: GatewayDefinition<VvToolSettings> = {
  type: 'VV_TOOL',
  view: 'SELLER',
  document,
  spellings: [snakeLetters, snakeCase, reference, camelWords],
  url: 'http://api.vv-tool.com/tool/erps/1688get-order-info',
  undocumented: [...BUYER_ONLY, ...FW199_ONLY],
  account: ({ accessToken }) => accessToken,
  buildRequest: (question, { url, shopId, accessToken }) =>
    vtool.buildRequest(url, `Bearer ${accessToken}`, {
      shop_id: shopId,
      order_id: BigInt(question.orderId),
      include_fields: domains(question),
    }),
  parseReply: vtool.parseReply,
};

export const FW199: GatewayDefinition<Fw199Settings> = {
  type: 'FW199',
  view: 'BUYER',
  document,
  spellings: [reference, camelWords, snakeLetters, snakeCase],
  url: 'https://open.fw199.com/gateway/1688/fenxiao/trade/detail',
  undocumented: VV_TOOL_ONLY,
  account: ({ appId }) => appId,
  buildRequest: (question, { url, appId, appSecret, sellerNick, webSite }, clock) =>
    fw199.buildRequest(
      url,
      appSecret,
      {
        appid: appId,
        seller_nick: sellerNick,
        webSite,
        orderId: question.orderId,
        includeFields: domains(question),
        attributeKeys: keys(question) && JSON.stringify(keys(question)),
        outOrderId: question.outOrderId,
      },
      clock,
    ),
  parseReply: fw199.parseReply,
};

export const DAMAIJIA168: GatewayDefinition<Damaijia168Settings> = {
  type: 'DAMAIJIA168',
  view: 'BUYER',
  document,
  spellings: [snakeCase, snakeLetters, reference, camelWords],
  url: 'http://www.damaijia168.com/vv/external/1688get-order-info',
  undocumented: [...VV_TOOL_ONLY, ...FW199_ONLY, 'baseInfo.newStepOrderList'],
  account: ({ accessToken }) => accessToken,
  buildRequest: (question, { url, accessToken, webSite, edition }) =>
    vtool.buildRequest(url, accessToken, {
      web_site: webSite,
      order_id: BigInt(question.orderId),
      include_fields: domains(question),
      attribute_keys: keys(question),
      edition,
    }),
  parseReply: vtool.parseReply,
};
