// Posts what 1688 tells of the demo's orders to the server that reads them.
import type { MessageQueue } from '../ledger/messages.js';
import { alibaba1688 } from './endpoints/alibaba1688.js';
import { MEMBERS } from './ledgerDocument.js';
import { createMessagePoster } from './open/messages.js';

/** A server that just starts has other things to do. */
const FIRST_POST_MS = 20_000;
const BETWEEN_POSTS_MS = 2_000;
const PATIENCE_MS = 1_000;

const headers = { 'content-type': 'application/x-www-form-urlencoded;charset=utf-8' };

/**
 * @param serverUrl where the server is
 * @returns what ends it
 */
export function startLivePosts(queue: MessageQueue, serverUrl: string): () => void {
  const address = `${serverUrl}/push/1688/${alibaba1688.shop.id}`;
  const account = { member: MEMBERS.seller, secret: alibaba1688.account.appSecret };
  const { deliver } = createMessagePoster(queue, account, async (body) => {
    const reply = await fetch(address, { method: 'POST', headers, body, signal: AbortSignal.timeout(PATIENCE_MS) });
    await reply.body?.cancel();
    return reply.status;
  });
  const startsAt = performance.now() + FIRST_POST_MS;
  let isPosting = false;
  const timer = setInterval(() => {
    if (isPosting || performance.now() < startsAt) return;
    isPosting = true;
    void deliver().finally(() => {
      isPosting = false;
    });
  }, BETWEEN_POSTS_MS);
  timer.unref();
  return () => clearInterval(timer);
}
