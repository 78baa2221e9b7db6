// POST /push/1688/SHOP: messages that a platform posts. What is signed well is stored and answered; its order is fetched
// later. Nothing that a message says is believed, but that something happened to an order.
import type { FastifyInstance } from 'fastify';
import type { Clock } from '../common/clock.js';
import { Fault } from '../common/fault.js';
import { heardOf, sendersOf, type ToldShop } from '../orderIndex/push/senders.js';
import type { SyncStore } from '../orderIndex/sync/types.js';
import type { OrderMessage } from '../platforms/orderMessages.js';
import { createMessageRate } from './messageRate.js';
import { RequestError } from './requestError.js';

interface PushRouteOptions {
  readonly store: SyncStore;
  /** Those whose messages are wanted. */
  readonly shops: readonly ToldShop[];
  readonly now: Clock;
}

export const PUSH_PATH = '/push/1688/:shop';

/** Bytes of a message: some hundred times what one has. */
export const MAX_PUSH_BYTES = 64 * 1024;

/** Messages of one shop in a second; whoever sends more is told to come again. */
export const MAX_PUSHES_PER_SECOND = 100;

/** The platform gives up soon after; it sends again what was not answered. */
const ANSWER_MS = 400;

const FORM = 'application/x-www-form-urlencoded';

/** An app of its own: its bodies are forms, and nobody who posts has a key. */
export async function pushRoute(app: FastifyInstance, { store, shops, now }: PushRouteOptions) {
  const posted = new Map(shops.filter(({ messages }) => messages.kind === 'POSTS').map((shop) => [shop.id, shop]));
  const senders = sendersOf([...posted.values()]);
  const mayTake = createMessageRate(MAX_PUSHES_PER_SECOND);
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(FORM, { parseAs: 'string' }, (_request, body, done) => done(null, body));
  app.post<{ Params: { readonly shop: string }; Body: string | undefined }>(
    PUSH_PATH,
    { bodyLimit: MAX_PUSH_BYTES },
    async ({ params, body }, reply) => {
      const shop = posted.get(params.shop);
      if (shop === undefined) throw new RequestError(404, 'No messages are taken for such a shop.');
      if (!mayTake(shop.id))
        throw new RequestError(429, 'These are too many messages at once.', { 'retry-after': '1' });
      const message = messageIn(shop, new URLSearchParams(body ?? ''));
      const sender = senders.find((one) => one.shops.includes(shop));
      const instant = now().getTime();
      // The address says whose it is; a message of anybody else was not asked for.
      const heard = sender ? heardOf({ ...sender, shops: [shop] }, [message], instant) : [];
      if (sender && heard.length > 0) await inTime(store.hear(sender.name, instant, heard));
      return reply.type('text/plain; charset=utf-8').send('success');
    },
  );
}

function messageIn({ messages, gateway }: ToldShop, form: URLSearchParams): OrderMessage {
  if (messages.kind !== 'POSTS') throw new RequestError(404, 'No messages are posted for such a shop.');
  if (!messages.isSigned(form, gateway.settings))
    throw new RequestError(403, 'The message is not signed as it should be.');
  try {
    return messages.parsePost(form);
  } catch {
    throw new RequestError(400, 'The form holds no message.');
  }
}

/** @throws Fault where it takes too long, or fails: then the message comes again. */
async function inTime(work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(unstored()), ANSWER_MS);
  });
  try {
    await Promise.race([work, late]);
  } catch {
    throw unstored();
  } finally {
    clearTimeout(timer);
    work.catch(() => {});
  }
}

/** Which is no defect: the index may just start, or its disk be full. */
const unstored = (): Fault =>
  new Fault('INDEX_UNAVAILABLE', 'The message cannot be stored now.', { retryAfterMs: 5_000 });
