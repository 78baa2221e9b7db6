// The gateway to AliExpress orders.
import { reference } from '../../mapping/spelling.js';
import { zoneOf } from '../../mapping/time.js';
import { writeJson } from '../../common/json.js';
import * as top from '../../protocols/top.js';
import type { Gateway } from '../gateway.js';
import { document } from './document.js';
import type { QimenSettings } from './settings.js';

export const ALIEXPRESS_QIMEN: Gateway<QimenSettings> = {
  type: 'ALIEXPRESS_QIMEN',
  view: 'SELLER',
  document,
  spellings: [reference],
  url: 'https://qimen.api.taobao.com/router/qm',
  undocumented: [],
  zone: ({ timeZone }) => zoneOf(timeZone),
  account: ({ appKey }) => appKey,
  seal: ({ orderId }, { url, appKey, appSecret, targetAppKey, sellerLoginId, signMethod }, clock) =>
    top.seal(
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
  open: top.openQimen,
};
