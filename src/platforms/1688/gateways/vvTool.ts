// VV_TOOL: 1688 orders as the seller sees them, with one access token for each shop.
import { GatewaySettings } from '../../../config/gatewaySettings.js';
import { HeaderText, SignedText } from '../../../config/rules.js';
import { Secret } from '../../../config/secret.js';
import { camelWords, reference, snakeCase, snakeLetters } from '../../../mapping/spelling.js';
import { UNKNOWN_ORDER_CODES } from '../../../protocols/faults1688.js';
import { buildRequest, parseReply } from '../../../protocols/vvTool.js';
import type { GatewayDefinition } from '../../gateway.js';
import { noOrderList } from '../../orderList.js';
import { noTokens } from '../../tokenProtocol.js';
import { authorizeHostsWith } from '../authorizeHosts.js';
import { document } from '../document.js';
import { beyond, OPEN_SELLER_PATHS } from '../openPaths.js';
import { SELLER_PATHS } from '../sellerSide.js';

class VvToolSettings extends GatewaySettings {
  /** Calls started per second at most; default 10, the limit this gateway publishes. */
  override readonly requestsPerSecond: number = 10;

  /** The shop's id at the gateway, digits. */
  @SignedText()
  readonly shopId!: string;

  /** Token of the seller's authorization, without the word Bearer. */
  @Secret()
  @HeaderText()
  readonly accessToken!: string;
}

const OWN_PATHS = [
  ...SELLER_PATHS,
  'productItems.orderSharedPromotionFee',
  'productItems.promotionsFee',
  'productItems.crossPromotionFee',
  'orderBizInfo.lstOrderInfo',
  'orderBizInfo.isCz',
];

export const VV_TOOL: GatewayDefinition<VvToolSettings> = {
  type: 'VV_TOOL',
  settings: VvToolSettings,
  view: 'SELLER',
  document,
  spellings: [snakeLetters, snakeCase, reference, camelWords],
  url: 'http://api.vv-tool.com/tool/erps/1688get-order-info',
  authorizeHosts: authorizeHostsWith('vv-tool.com'),
  documents: { also: OWN_PATHS, ofPlatform: beyond(OPEN_SELLER_PATHS, OWN_PATHS) },
  tokens: noTokens('vv-tool documents one token for each shop, and no way to renew it'),
  list: noOrderList('vv-tool documents no list of 1688 orders, only details'),
  unknownOrderCodes: UNKNOWN_ORDER_CODES,
  account: ({ accessToken }) => accessToken,
  buildRequest: ({ orderId, subtrees }, { url, shopId, accessToken }) =>
    buildRequest(url, `Bearer ${accessToken}`, {
      shop_id: shopId,
      order_id: BigInt(orderId),
      include_fields: subtrees.join(','),
    }),
  parseReply,
};
