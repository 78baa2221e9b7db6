// An exchange with a gateway as a folder keeps it: DIR/GATEWAY/NAME/ with the files below.
import type { JsonObject } from './object.js';

/** In the form of the contract suite's fixtures. */
export const REQUEST_FILE = 'request.json';
/** The body, where it is JSON. */
export const REPLY_FILE = 'reply.json';
/** The body, where it is not. */
export const REPLY_TEXT_FILE = 'reply.txt';
export const EXCHANGE_FILE = 'exchange.json';

/** What stands in EXCHANGE_FILE. */
export interface ExchangeInfo {
  readonly gateway: string;
  readonly orderId: string;
  readonly outOrderId?: string | undefined;
  readonly attributeKeys: readonly string[];
  /** Requested of the gateway. */
  readonly subtrees: readonly string[];
  /** Of HTTP. */
  readonly status: number;
  /** ISO 8601. */
  readonly recordedAt: string;
  /** The settings of the gateway with stand-ins for all that is secret or names the account. */
  readonly settings: JsonObject;
}
