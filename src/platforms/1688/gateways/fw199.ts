// FW199: 1688 orders as the buyer sees them, with calls that the partner signs.
import { GatewaySettings } from '../../../config/gatewaySettings.js';
import { OneOf, SignedText } from '../../../config/rules.js';
import { Secret } from '../../../config/secret.js';
import { camelWords, reference, snakeCase, snakeLetters } from '../../../mapping/spelling.js';
import { UNKNOWN_ORDER_CODES } from '../../../protocols/faults1688.js';
import { buildRequest, parsePage, parseReply } from '../../../protocols/fw199.js';
import type { GatewayDefinition } from '../../gateway.js';
import { listReplyOf } from '../../orderList.js';
import { noTokens } from '../../tokenProtocol.js';
import { authorizeHostsWith } from '../authorizeHosts.js';
import { attributeKeysOf, BUYER_PATHS, WEB_SITES, type WebSite } from '../buyerSide.js';
import { document } from '../document.js';
import { buyerListRules, listOrderIdIn, listParameters } from '../list.js';
import { beyond, OPEN_BUYER_PATHS, ORIGIN_PATHS } from '../openPaths.js';

class Fw199Settings extends GatewaySettings {
  /** The partner's application id. */
  @SignedText()
  readonly appId!: string;

  /** The partner's secret, which signs every call. */
  @Secret()
  @SignedText()
  readonly appSecret!: string;

  /** The 1688 account whose orders are read, such as b2b-1624961122. */
  @SignedText()
  readonly sellerNick!: string;

  /** Site the orders live on: 1688, or alibaba for the international one; default 1688. */
  @OneOf(WEB_SITES)
  readonly webSite: WebSite = '1688';
}

/**
 * Assumed: where the list stands beside the detail, as its path is not published; and that it takes the platform's own
 * parameters for buyers beside those of the partner.
 */
const LIST_BESIDE_DETAIL = 'list';

/** Paths that its own sample shows beyond what is common. */
const OWN_PATHS = [
  ...BUYER_PATHS,
  'baseInfo.outOrderId',
  'baseInfo.buyerContact.shopName',
  'baseInfo.sellerContact.shopName',
  'orderBizInfo.dropshipping',
  'fromEncryptOrder',
  'encryptOutOrderInfo',
];

export const FW199: GatewayDefinition<Fw199Settings> = {
  type: 'FW199',
  settings: Fw199Settings,
  view: 'BUYER',
  document,
  spellings: [reference, camelWords, snakeLetters, snakeCase],
  url: 'https://open.fw199.com/gateway/1688/fenxiao/trade/detail',
  authorizeHosts: authorizeHostsWith('fw199.com'),
  documents: {
    also: OWN_PATHS,
    not: ORIGIN_PATHS,
    ofPlatform: [...beyond(OPEN_BUYER_PATHS, OWN_PATHS), ...ORIGIN_PATHS],
  },
  tokens: noTokens('fw199 signs each call with the partner’s secret, and has no token'),
  list: {
    ...buyerListRules,
    buildListRequest: (query, { url, appId, appSecret, sellerNick }, clock) =>
      buildRequest(
        new URL(LIST_BESIDE_DETAIL, url).href,
        appSecret,
        { appid: appId, seller_nick: sellerNick, ...listParameters(query, buyerListRules) },
        clock,
      ),
    parseListReply: (reply, query) => listReplyOf(parsePage(reply), query, listOrderIdIn),
  },
  unknownOrderCodes: UNKNOWN_ORDER_CODES,
  account: ({ appId }) => appId,
  buildRequest(query, { url, appId, appSecret, sellerNick, webSite }, clock) {
    const attributeKeys = attributeKeysOf(query);
    const parameters = {
      appid: appId,
      seller_nick: sellerNick,
      webSite,
      orderId: query.orderId,
      includeFields: query.subtrees.join(','),
      attributeKeys: attributeKeys && JSON.stringify(attributeKeys),
      outOrderId: query.outOrderId,
    };
    return buildRequest(url, appSecret, parameters, clock);
  },
  parseReply,
};
