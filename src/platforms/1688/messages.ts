// What 1688 tells of orders: posts to us, and an interface for those that did not arrive. Source: its pages of messages, of
// push.query.messageList and of push.message.confirm.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { parseJson } from '../../common/json.js';
import { isObject } from '../../common/object.js';
import type { GatewaySettings } from '../../config/gatewaySettings.js';
import { asText } from '../../protocols/http.js';
import { buildRequest, parseMessages } from '../../protocols/open1688.js';
import { SECOND } from '../orderList.js';
import type { OrderMessage, OrderMessages } from '../orderMessages.js';

interface PostSettings extends GatewaySettings {
  readonly appKey: string;
  readonly appSecret: string;
  readonly memberId?: string;
}

/**
 * Assumed, as no page that we could read says how messages are signed: like calls, without their path. A form whose
 * signature is another is a hint like any other, and costs one call at most.
 */
const signatureOf = (form: URLSearchParams, appSecret: string): string =>
  createHmac('sha1', appSecret)
    .update(`message${form.get('message') ?? ''}`)
    .digest('hex')
    .toUpperCase();

const NAMESPACE = 'cn.alibaba.open';

/** The most that a page holds. */
const PAGE_SIZE = 200;

export const messages: OrderMessages<PostSettings> = {
  kind: 'POSTS',
  delayMs: 2 * SECOND,
  queueOf: ({ appKey }) => `1688 ${appKey}`,
  accountOf: ({ memberId }) => memberId,
  isSigned(form, { appSecret }) {
    const [given, expected] = [form.get('_aop_signature') ?? '', signatureOf(form, appSecret)].map((text) =>
      createHmac('sha256', appSecret).update(text).digest(),
    );
    return timingSafeEqual(given as Buffer, expected as Buffer);
  },
  parsePost(form) {
    const message = messageIn(parseJson(form.get('message') ?? ''));
    if (message === undefined) throw new SyntaxError('It is no message.');
    return message;
  },
  buildMissed: (settings, clock) =>
    buildRequest(
      { ...callOf(settings, 'push.query.messageList'), parameters: { page: '1', pageSize: String(PAGE_SIZE) } },
      clock,
    ),
  buildConfirm: (ids, settings, clock) =>
    buildRequest(
      { ...callOf(settings, 'push.message.confirm'), parameters: { msgIdList: JSON.stringify(ids) } },
      clock,
    ),
  parseDone(reply) {
    parseMessages(reply);
  },
  parseMissed: (reply) => parseMessages(reply).flatMap((value) => messageIn(value) ?? []),
};

/** Signed by the application alone: these interfaces take no token of a user. */
const callOf = ({ url, appKey, appSecret }: PostSettings & { readonly url: string }, name: string) => ({
  ...{ url, namespace: NAMESPACE, name, appKey, appSecret, accessToken: '' },
});

/** An order's number is rounded in the documentation's own example, and a rounded one names another order. */
function messageIn(value: unknown): OrderMessage | undefined {
  if (!isObject(value)) return undefined;
  const id = asText(value.msgId);
  if (id === undefined || id === '') return undefined;
  const data = isObject(value.data) ? value.data : {};
  const orderId = asText(data.orderId);
  return {
    id,
    orderId: orderId !== undefined && /^\d{1,32}$/.test(orderId) ? orderId : undefined,
    account: asText(value.userInfo),
    isRevocation: false,
  };
}
