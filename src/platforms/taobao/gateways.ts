// The gateway to Taobao trades.
import { reference } from '../../mapping/spelling.js';
import * as top from '../../protocols/top.js';
import type { GatewayDefinition } from '../gateway.js';
import { document } from './document.js';
import type { TaobaoTopSettings } from './settings.js';

export const TAOBAO_TOP: GatewayDefinition<TaobaoTopSettings> = {
  type: 'TAOBAO_TOP',
  view: 'SELLER',
  document,
  spellings: [reference],
  url: 'https://gw.api.taobao.com/router/rest',
  undocumented: [],
  account: ({ appKey }) => appKey,
  buildRequest: ({ orderId, subtrees }, { url, appKey, appSecret, sessionKey, signMethod }, clock) =>
    top.buildRequest(
      {
        url,
        method: 'taobao.trade.fullinfo.get.customization',
        appSecret,
        signMethod,
        common: { app_key: appKey, session: sessionKey },
        business: { fields: subtrees.join(','), tid: orderId },
      },
      clock,
    ),
  parseReply: (reply) => top.parseReply(reply, 'trade'),
};
