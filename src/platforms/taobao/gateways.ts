// The gateway to Taobao trades.
import { reference } from '../../mapping/spelling.js';
import * as top from '../../protocols/top.js';
import type { Gateway } from '../gateway.js';
import { document } from './document.js';
import type { TaobaoTopSettings } from './settings.js';

export const TAOBAO_TOP: Gateway<TaobaoTopSettings> = {
  type: 'TAOBAO_TOP',
  view: 'SELLER',
  document,
  spellings: [reference],
  url: 'https://gw.api.taobao.com/router/rest',
  undocumented: [],
  account: ({ appKey }) => appKey,
  seal: ({ orderId, subtrees }, { url, appKey, appSecret, sessionKey, signMethod }, clock) =>
    top.seal(
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
  open: (reply) => top.open(reply, 'trade'),
};
