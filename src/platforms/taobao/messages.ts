// What Taobao tells of a seller's trades: an application's queue. Source: the pages of taobao.tmc.messages.consume and of
// each topic.
import type { GatewaySettings } from '../../config/gatewaySettings.js';
import { asText } from '../../protocols/http.js';
import {
  buildConfirm,
  buildConsume,
  buildPermit,
  MAX_MESSAGES,
  parseConsumed,
  parseDone,
  type TopMessage,
} from '../../protocols/topMessages.js';
import type { SignMethod } from '../../protocols/topSignature.js';
import { SECOND } from '../orderList.js';
import type { OrderMessage, OrderMessages } from '../orderMessages.js';

interface QueueSettings extends GatewaySettings {
  readonly appKey: string;
  readonly appSecret: string;
  readonly sessionKey?: string;
  readonly userId?: string;
  readonly signMethod: SignMethod;
}

const TRADE_TOPICS = [
  ...['Create', 'Changed', 'AlipayCreate', 'BuyerPay', 'BuyerStepPay', 'DelayConfirmPay', 'SellerShip'],
  ...['PartlySellerShip', 'PartlyRefund', 'PartlyConfirmPay', 'Success', 'Close', 'CloseAndModifyDetailOrder'],
  ...['ModifyFee', 'MemoModified', 'LogisticsAddressChanged', 'Rated', 'TimeoutRemind'],
].map((name) => `taobao_trade_Trade${name}`);

const REFUND_TOPICS = [
  ...['Created', 'SellerAgreeAgreement', 'SellerRefuseAgreement', 'BuyerModifyAgreement', 'BuyerReturnGoods'],
  ...['Success', 'Closed'],
].map((name) => `taobao_refund_Refund${name}`);

const REVOCATION = 'taobao_top_AuthCancel';

const TOPICS = [...TRADE_TOPICS, ...REFUND_TOPICS, REVOCATION];

export const messages: OrderMessages<QueueSettings> = {
  kind: 'QUEUE',
  delayMs: 2 * SECOND,
  batch: MAX_MESSAGES,
  queueOf: ({ appKey }) => `taobao ${appKey}`,
  accountOf: ({ userId }) => userId,
  buildPermit: (settings, clock) => buildPermit(settings, settings.sessionKey ?? '', TOPICS, clock),
  buildConsume,
  buildConfirm: (ids, settings, clock) => buildConfirm(settings, ids, clock),
  parseDone(reply) {
    parseDone(reply);
  },
  parseConsumed: (reply) => parseConsumed(reply).map(toMessage),
};

const toMessage = ({ id, topic, content, userId }: TopMessage): OrderMessage => ({
  id,
  orderId: topic === REVOCATION ? undefined : asText(content.tid),
  account: userId ?? asText(content.user_id),
  isRevocation: topic === REVOCATION,
});
