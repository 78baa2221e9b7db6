// What AliExpress tells of orders: topics of the application's queue at Taobao's open platform. Source: the pages of
// taobao.tmc.messages.consume and of each topic.
import type { GatewaySettings } from '../../config/gatewaySettings.js';
import { asText } from '../../protocols/http.js';
import {
  buildConfirm,
  buildConsume,
  buildPermit,
  MAX_MESSAGES,
  parseConsumed,
  parseDone,
  type TopApplication,
  type TopMessage,
} from '../../protocols/topMessages.js';
import type { SignMethod } from '../../protocols/topSignature.js';
import { SECOND } from '../orderList.js';
import type { OrderMessage, OrderMessages } from '../orderMessages.js';

interface QueueSettings extends GatewaySettings {
  readonly appKey: string;
  readonly appSecret: string;
  readonly sellerLoginId: string;
  readonly signMethod: SignMethod;
}

const TOPICS = [
  ...['PlaceOrderSuccess', 'RiskControl', 'WaitSellerExamineMoney', 'WaitGroupSuccess', 'WaitSellerSendGoods'],
  ...['SellerPartSendGoods', 'WaitBuyerAcceptGoods', 'InCancel', 'FundProcessing', 'Finish'],
].map((name) => `aliexpress_order_${name}`);

export const messages: OrderMessages<QueueSettings> = {
  kind: 'QUEUE',
  // A new order is not readable at once.
  delayMs: 10 * SECOND,
  batch: MAX_MESSAGES,
  queueOf: ({ appKey }) => `taobao ${appKey}`,
  accountOf: ({ sellerLoginId }) => sellerLoginId,
  buildPermit: (settings, clock) => buildPermit(applicationOf(settings), '', TOPICS, clock),
  buildConsume: (settings, clock) => buildConsume(applicationOf(settings), clock),
  buildConfirm: (ids, settings, clock) => buildConfirm(applicationOf(settings), ids, clock),
  parseDone(reply) {
    parseDone(reply);
  },
  parseConsumed: (reply) => parseConsumed(reply).map(toMessage),
};

const QIMEN_HOST = 'qimen.api.taobao.com';
const TOP_HOST = 'gw.api.taobao.com';

/** Assumed, as no page says that applications of the Qimen cloud have a queue: it stands where those of all others do. */
function applicationOf({ url, ...rest }: QueueSettings & { readonly url: string }): TopApplication {
  const address = new URL('/router/rest', url);
  if (address.hostname === QIMEN_HOST) address.hostname = TOP_HOST;
  return { ...rest, url: address.href };
}

const toMessage = ({ id, content, userNick }: TopMessage): OrderMessage => ({
  id,
  orderId: asText(content.order_id),
  account: userNick,
  isRevocation: false,
});
