// 1688's messages: posted as signed forms, and the two interfaces for those that did not arrive.
import { createHmac } from 'node:crypto';
import { writeJson } from '../../../common/json.js';
import type { LedgerMessage, MessageQueue } from '../../ledger/messages.js';
import { type OpenRefusal, paramInvalid, paramMissing } from './refusals.js';

/** Interfaces of the namespace cn.alibaba.open, which take no token. */
export const MESSAGE_INTERFACES = ['push.query.messageList', 'push.message.confirm'] as const;
export type MessageInterface = (typeof MESSAGE_INTERFACES)[number];

/** What is posted, and what pages show. */
const bodyOf = ({ id, topic, content, at }: LedgerMessage, member: string) => ({
  msgId: BigInt(id),
  gmtBorn: at,
  userInfo: member,
  type: topic,
  data: content,
});

export function answerMessageCall(
  name: MessageInterface,
  parameters: ReadonlyMap<string, string>,
  queue: MessageQueue,
  member: string,
): unknown | OpenRefusal {
  if (name === 'push.message.confirm') {
    const list = parameters.get('msgIdList');
    if (!list) return paramMissing('msgIdList');
    queue.confirm(list.match(/\d+/g) ?? []);
    return { success: true };
  }
  const [page, pageSize] = [Number(parameters.get('page') ?? 1), Number(parameters.get('pageSize') ?? 20)];
  if (!Number.isInteger(page) || page < 1) return paramInvalid('page');
  if (!Number.isInteger(pageSize) || pageSize < 20 || pageSize > 200) return paramInvalid('pageSize');
  const waiting = queue.waiting().filter(({ isForged }) => !isForged);
  // Confirming takes messages off, so that the pages behind move forward.
  const datas = waiting.slice((page - 1) * pageSize, page * pageSize).map((message) => bodyOf(message, member));
  return { pushMessagePage: { datas, totalCount: waiting.length } };
}

/** Assumed, as the rule of messages is published nowhere: the rule of calls, without a path. */
const signatureOf = (message: string, secret: string): string =>
  createHmac('sha1', secret).update(`message${message}`).digest('hex').toUpperCase();

/** The body of a post; a forged one is signed by somebody who does not know the secret. */
export function postOf(message: LedgerMessage, member: string, secret: string): string {
  const text = writeJson(bodyOf(message, member));
  const signature = signatureOf(text, message.isForged ? `not ${secret}` : secret);
  return new URLSearchParams({ message: text, _aop_signature: signature }).toString();
}

/** How often a message is posted before it only waits to be asked for. */
const TRIES = 3;

export interface MessagePoster {
  /** Posts what waits, each message until the receiver takes it, or for the last time. */
  readonly deliver: () => Promise<void>;
}

/** @param post resolves to the HTTP status */
export function createMessagePoster(
  queue: MessageQueue,
  { member, secret }: { readonly member: string; readonly secret: string },
  post: (body: string) => Promise<number>,
): MessagePoster {
  const tries = new Map<string, number>();
  return {
    async deliver() {
      for (const message of queue.waiting()) {
        const tried = tries.get(message.id) ?? 0;
        if (tried >= TRIES) continue;
        tries.set(message.id, tried + 1);
        const status = await post(postOf(message, member, secret)).catch(() => 0);
        if (status !== 200) continue;
        queue.confirm([message.id]);
        tries.delete(message.id);
      }
    },
  };
}
