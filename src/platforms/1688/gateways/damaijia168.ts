// DAMAIJIA168: 1688 orders as the buyer sees them, with one access token for each account.
import { GatewaySettings } from '../../../config/gatewaySettings.js';
import { HeaderText, OneOf } from '../../../config/rules.js';
import { Secret } from '../../../config/secret.js';
import { camelWords, reference, snakeCase, snakeLetters } from '../../../mapping/spelling.js';
import { UNKNOWN_ORDER_CODES } from '../../../protocols/faults1688.js';
import { buildRequest, parseReply } from '../../../protocols/vvTool.js';
import type { GatewayDefinition } from '../../gateway.js';
import { noOrderList } from '../../orderList.js';
import { noTokens } from '../../tokenProtocol.js';
import { authorizeHostsWith } from '../authorizeHosts.js';
import { attributeKeysOf, BUYER_PATHS, WEB_SITES, type WebSite } from '../buyerSide.js';
import { document } from '../document.js';
import { OPEN_BUYER_PATHS } from '../openPaths.js';

const EDITIONS = ['1', '2'] as const;

class Damaijia168Settings extends GatewaySettings {
  /** Token of the buyer's authorization. */
  @Secret()
  @HeaderText()
  readonly accessToken!: string;

  /** Site the orders live on: 1688, or alibaba for the international one; default 1688. */
  @OneOf(WEB_SITES)
  readonly webSite: WebSite = '1688';

  /** Edition of the gateway's interface: 1 for 1.0, 2 for 2.0; default 1. */
  @OneOf(EDITIONS)
  readonly edition: (typeof EDITIONS)[number] = '1';
}

export const DAMAIJIA168: GatewayDefinition<Damaijia168Settings> = {
  type: 'DAMAIJIA168',
  settings: Damaijia168Settings,
  view: 'BUYER',
  document,
  spellings: [snakeCase, snakeLetters, reference, camelWords],
  url: 'http://www.damaijia168.com/vv/external/1688get-order-info',
  authorizeHosts: authorizeHostsWith('damaijia168.com'),
  documents: {
    also: BUYER_PATHS,
    not: ['baseInfo.newStepOrderList'],
    ofPlatform: ['baseInfo.newStepOrderList', ...OPEN_BUYER_PATHS],
  },
  tokens: noTokens('damaijia168 documents one token for each account, and no way to renew it'),
  list: noOrderList('damaijia168 documents no list of 1688 orders, only details'),
  unknownOrderCodes: UNKNOWN_ORDER_CODES,
  account: ({ accessToken }) => accessToken,
  buildRequest: (query, { url, accessToken, webSite, edition }) =>
    buildRequest(url, accessToken, {
      web_site: webSite,
      order_id: BigInt(query.orderId),
      include_fields: query.subtrees.join(','),
      attribute_keys: attributeKeysOf(query),
      edition,
    }),
  parseReply,
};
