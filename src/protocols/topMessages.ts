// Messages of Taobao's open platform, pulled from an application's queue. Source: the pages of taobao.tmc.messages.consume,
// taobao.tmc.messages.confirm and taobao.tmc.user.permit.
import { parseJson } from '../common/json.js';
import { isObject, type JsonObject } from '../common/object.js';
import { asText, type HttpRequest, parseBody, type ReceivedReply } from './http.js';
import { findRefusal } from './refusal.js';
import { buildRequest } from './top.js';
import { faultFromTop } from './topFaults.js';
import type { SignMethod } from './topSignature.js';

/** How an application calls. */
export interface TopApplication {
  readonly url: string;
  readonly appKey: string;
  readonly appSecret: string;
  readonly signMethod: SignMethod;
}

/** A message as the queue holds it. */
export interface TopMessage {
  readonly id: string;
  readonly topic: string;
  readonly content: JsonObject;
  readonly userId: string | undefined;
  readonly userNick: string | undefined;
}

/** The most that one call takes, and that one confirms. */
export const MAX_MESSAGES = 200;

export const buildConsume = (application: TopApplication, clock: Date): HttpRequest =>
  build(application, 'taobao.tmc.messages.consume', { quantity: String(MAX_MESSAGES) }, clock);

export const buildConfirm = (application: TopApplication, ids: readonly string[], clock: Date): HttpRequest =>
  build(application, 'taobao.tmc.messages.confirm', { s_message_ids: ids.join(',') }, clock);

/** Each call replaces the topics of the last. */
export const buildPermit = (
  application: TopApplication,
  session: string,
  topics: readonly string[],
  clock: Date,
): HttpRequest => build(application, 'taobao.tmc.user.permit', { topics: topics.join(',') }, clock, session);

function build(
  { url, appKey, appSecret, signMethod }: TopApplication,
  method: string,
  business: Readonly<Record<string, string>>,
  clock: Date,
  session = '',
): HttpRequest {
  return buildRequest({ url, method, appSecret, signMethod, common: { app_key: appKey, session }, business }, clock);
}

/** @throws Fault where the platform refuses. */
export function parseDone(reply: ReceivedReply): JsonObject {
  const body = parseBody(reply);
  const refusal = findRefusal(body);
  if (refusal) throw faultFromTop(refusal, asText(body.request_id), reply);
  return body;
}

/** What is not a message is left out; an empty queue has no list. */
export function parseConsumed(reply: ReceivedReply): readonly TopMessage[] {
  const { tmc_messages_consume_response: response, ...bare } = parseDone(reply);
  const { messages } = isObject(response) ? response : bare;
  const list = isObject(messages) ? messages.tmc_message : messages;
  return (Array.isArray(list) ? list : []).flatMap((message: unknown): readonly TopMessage[] => {
    const id = isObject(message) ? asText(message.id) : undefined;
    if (!isObject(message) || id === undefined) return [];
    const { topic, content, user_id, user_nick } = message;
    return [
      {
        id,
        topic: asText(topic) ?? '',
        content: contentOf(content),
        userId: asText(user_id),
        userNick: asText(user_nick),
      },
    ];
  });
}

/** JSON inside JSON; ids in it keep their digits. */
function contentOf(content: unknown): JsonObject {
  try {
    const value = typeof content === 'string' ? parseJson(content) : content;
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}
