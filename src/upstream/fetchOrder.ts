// Fetches one order's document: seal, send, open, and make sure that it is the order asked for.
import type { Question } from '../platforms/gateway.js';
import { Fault } from '../protocols/fault.js';
import type { Opened } from '../protocols/protocol.js';
import { post } from './http.js';
import { hideSecrets } from './secrets.js';
import type { Entrance, OpenShop } from './shops.js';

export interface Fetched extends Opened {
  readonly entrance: Entrance;
}

export interface FetchSettings {
  readonly callMs: number;
  readonly now: () => Date;
}

/** @throws Fault that says who was asked for what. */
export async function fetchOrder(
  { shop, entrances: [entrance] }: OpenShop,
  question: Question,
  { callMs, now }: FetchSettings,
): Promise<Fetched> {
  const { door, settings, record } = entrance;
  try {
    const reply = await post(door.gateway.seal(question, settings, now()), callMs);
    const opened = door.gateway.open(reply);
    verifyOrderId(question.orderId, door.orderIdIn(opened.document));
    record.note();
    return { ...opened, entrance };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    record.note(error.code);
    throw hideSecrets(error, settings).with({ gateway: door.gateway.type, shop: shop.id, orderId: question.orderId });
  }
}

/** A rounded id names every order that rounds to it; an exact one names one. */
function verifyOrderId(asked: string, named: ReturnType<Entrance['door']['orderIdIn']>): void {
  if (named === undefined) throw new Fault('UPSTREAM_MALFORMED', 'The gateway’s order names no order id.');
  if (withoutZeros(named.id) === withoutZeros(asked) || (!named.isExact && Number(named.id) === Number(asked))) return;
  throw new Fault('UPSTREAM_MALFORMED', 'The gateway answered another order than the one asked for.', {
    retryable: false,
  });
}

/** 007 travels as the number 7, and is the same order. */
const withoutZeros = (id: string): string => id.replace(/^0+(?=\d)/, '');
