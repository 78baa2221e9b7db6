// The gateway to AliExpress orders.

import { writeJson } from '../../common/json.js';
import { reference } from '../../mapping/spelling.js';
import { zoneOf } from '../../mapping/time.js';
import * as top from '../../protocols/top.js';
import type { GatewayDefinition } from '../gateway.js';
import { document } from './document.js';
import type { QimenSettings } from './settings.js';

export const ALIEXPRESS_QIMEN: GatewayDefinition<QimenSettings> = {
  type: 'ALIEXPRESS_QIMEN',
  view: 'SELLER',
  document,
  spellings: [reference],
  url: 'https://qimen.api.taobao.com/router/qm',
  undocumented: [],
  zone: ({ timeZone }) => zoneOf(timeZone),
  account: ({ appKey }) => appKey,
  buildRequest: ({ orderId }, { url, appKey, appSecret, targetAppKey, sellerLoginId, signMethod }, clock) =>
    top.buildRequest(
      {
        url,
        method: 'qimen.aliexpress.trade.findorderbyid',
        appSecret,
        signMethod,
        common: { app_key: appKey, target_app_key: targetAppKey },
        business: { id: sellerLoginId, param1: writeJson({ order_id: BigInt(orderId) }) },
      },
      clock,
    ),
  parseReply: top.parseQimenReply,
};
