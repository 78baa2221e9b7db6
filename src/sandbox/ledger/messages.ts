// What platforms tell of a ledger's orders by themselves: messages that wait until they are confirmed, some of them lost,
// doubled, out of order or forged.
import type { Gateway } from '../../order/enums.js';
import type { Document } from '../document.js';
import type { Happening, Ledger } from './ledger.js';

/** What a platform says of something that happened. */
export interface MessageBody {
  readonly topic: string;
  readonly content: Document;
}

/** How a platform says it. */
export interface MessageForm {
  readonly bodiesOf: (happening: Happening) => readonly MessageBody[];
  /** The same of an order that is another's, or none's. */
  readonly forge: (body: MessageBody, orderId: bigint) => MessageBody;
}

export interface LedgerMessage extends MessageBody {
  /** Digits, 19 of them. */
  readonly id: string;
  /** When it was sent, milliseconds. */
  readonly at: number;
  /** Whether somebody else sent it in the platform's name. */
  readonly isForged: boolean;
}

export interface MessageQueue {
  /** Those that wait, oldest first; they wait until they are confirmed. */
  readonly waiting: () => readonly LedgerMessage[];
  readonly confirm: (ids: readonly string[]) => void;
  /** Something that the platform says beside orders, such as that an authorization has ended. */
  readonly push: (body: MessageBody) => void;
}

export type LedgerMessages = ReadonlyMap<Gateway, MessageQueue>;

const FIRST_ID = 7_000_000_000_000_000_000n;

/** Older ones are given up. */
const MAX_WAITING = 20_000;

/** Of what happens from now on. */
export function createMessageQueue(ledger: Ledger, gateway: Gateway, { bodiesOf, forge }: MessageForm): MessageQueue {
  const { chaos, strikes, now } = ledger;
  let queue: LedgerMessage[] = [];
  let sent = 0n;
  ledger.catchUp();
  ledger.onHappening((happening) => {
    if (happening.shop.gateway !== gateway) return;
    for (const body of bodiesOf(happening)) tell(body, happening.order.id);
  });

  const messageOf = (body: MessageBody, isForged = false): LedgerMessage => ({
    ...body,
    ...{ id: String(FIRST_ID + sent++), at: now(), isForged },
  });

  function tell(body: MessageBody, orderId: bigint): void {
    if (strikes(chaos.forgedMessages)) queue.push(messageOf(forge(body, orderId + 77n), true));
    if (strikes(chaos.lostMessages)) return;
    const message = messageOf(body);
    const before = queue.at(-1);
    if (before && strikes(chaos.reversedMessages)) queue.splice(-1, 1, message, before);
    else queue.push(message);
    if (strikes(chaos.doubledMessages)) queue.push(message);
    if (queue.length > MAX_WAITING) queue = queue.slice(-MAX_WAITING);
  }

  return {
    waiting() {
      ledger.catchUp();
      return queue;
    },
    confirm(ids) {
      const confirmed = new Set(ids);
      queue = queue.filter(({ id }) => !confirmed.has(id));
    },
    push(body) {
      queue.push(messageOf(body));
    },
  };
}
