// What platforms tell of orders by themselves, as a gateway's row says: by a queue that we ask, or by posts to us that a
// second interface makes up for. A message says that something happened to an order, and is never believed to say what.
import type { GatewaySettings } from '../config/gatewaySettings.js';
import type { HttpRequest, ReceivedReply } from '../protocols/http.js';

type WithUrl<Settings> = Settings & { readonly url: string };

/** A message of a platform. */
export interface OrderMessage {
  readonly id: string;
  /** Exact; undefined where it is about no order. */
  readonly orderId: string | undefined;
  /** Whose order it is, in the platform's names of an account; undefined where it does not say. */
  readonly account: string | undefined;
  /** Whether the shop's owner has taken the authorization back: its orders are to be deleted. */
  readonly isRevocation: boolean;
}

/** A queue for each application, that is asked for what came and told what was stored. */
export interface MessageQueue<Settings extends GatewaySettings = GatewaySettings> {
  /** How long after a message its order can be read, milliseconds. */
  readonly delayMs: number;
  /** How many messages are taken at once, and how many a confirmation may name. */
  readonly batch: number;
  /** Names the queue, which several shops may share. */
  queueOf(settings: Settings): string;
  /** The account of a shop, in the platform's names; undefined where the settings do not say. */
  accountOf(settings: Settings): string | undefined;
  /** Has the platform tell of a shop from now on: all topics at once, as each call replaces those of the last. */
  buildPermit(settings: WithUrl<Settings>, clock: Date): HttpRequest;
  buildConsume(settings: WithUrl<Settings>, clock: Date): HttpRequest;
  buildConfirm(ids: readonly string[], settings: WithUrl<Settings>, clock: Date): HttpRequest;
  /** @throws Fault where the platform refuses. */
  parseDone(reply: ReceivedReply): void;
  parseConsumed(reply: ReceivedReply): readonly OrderMessage[];
}

/** Posts to us, and what makes up for those that did not arrive. */
export interface MessagePosts<Settings extends GatewaySettings = GatewaySettings> {
  readonly delayMs: number;
  /** Names the sender, whose messages have ids of their own. */
  queueOf(settings: Settings): string;
  accountOf(settings: Settings): string | undefined;
  /** Whether a form was signed with the application's secret. */
  isSigned(form: URLSearchParams, settings: Settings): boolean;
  /** @throws SyntaxError where it is no message. */
  parsePost(form: URLSearchParams): OrderMessage;
  /** What was posted in vain, from the first page on; what is confirmed is on it no longer. */
  buildMissed(settings: WithUrl<Settings>, clock: Date): HttpRequest;
  buildConfirm(ids: readonly string[], settings: WithUrl<Settings>, clock: Date): HttpRequest;
  parseDone(reply: ReceivedReply): void;
  parseMissed(reply: ReceivedReply): readonly OrderMessage[];
}

export type OrderMessages<Settings extends GatewaySettings = GatewaySettings> =
  | ({ readonly kind: 'QUEUE' } & MessageQueue<Settings>)
  | ({ readonly kind: 'POSTS' } & MessagePosts<Settings>);
