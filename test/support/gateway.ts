// What the contract suite must know of a gateway: the settings of its shop, how to read its requests, how it replies.
import { writeJson } from '../../src/common/json.js';
import type { DocumentCase } from './documents/document.js';
import type { Part } from './json.js';
import type { RecordedRequest, Responder } from './stubGateway.js';
import type { WireField } from './wireFields.js';

/** A call that a gateway received, whatever its protocol. */
export interface Call {
  readonly orderId: string;
  readonly subtrees: readonly string[];
  readonly attributeKeys?: readonly string[] | undefined;
  readonly outOrderId?: string | undefined;
}

export type Spelling = (name: string) => string;

/** A documented error reply, and the extensions of the fault beside shop and order. */
export interface Refusal {
  readonly what: string;
  readonly envelope: Part;
  readonly extensions: Part & {
    readonly code: string;
    readonly upstreamCode: string;
    readonly upstreamMessage: string;
  };
}

/** Any other way to fail, and the fault it must become. */
export interface Failure {
  readonly what: string;
  readonly code: string;
  /** Other extensions of the fault. */
  readonly also?: Part;
  /** Whether it lasts until the call is given up. */
  readonly isEndless?: boolean;
  readonly respondWith: (gateway: GatewayCase, orderId: string) => Responder;
}

export interface GatewayCase {
  readonly type: string;
  readonly document: DocumentCase;
  /** Its settings in a shop; secrets are sentinels that must never be seen outside. */
  readonly settings: Part;
  /** The order of the gateway's own sample. */
  readonly orderId: string;
  readonly spelling: Spelling;
  /** The documented fields that hold a value. */
  readonly fields: readonly WireField[];
  /** What its platform documents beyond that: read where it comes. */
  readonly platformFields: readonly WireField[];
  /** What the paths of the order's own fields begin with. */
  readonly below: string;
  /** Path → value, for fields that a reply of all of them cannot do without. */
  readonly fixed: Part;
  /** Which of attributeKeys and outOrderId it takes. */
  readonly takes: readonly ('attributeKeys' | 'outOrderId')[];
  /** A call that is badly signed names no order that exists. */
  readonly callOf: (request: RecordedRequest) => Call;
  /** Its envelope around a document. */
  readonly reply: (result: unknown, extra?: Part) => Part;
  /** What that envelope says beside the document. */
  readonly says: Part;
  readonly documentIn: (envelope: Part) => Part;
  readonly refuse: (code: number, message: string) => Part;
  /** The id of the request that its refusals name, where they name any. */
  readonly refusedId?: string;
  /** Every refusal that is documented. */
  readonly refusals: readonly Refusal[];
  /** The ways to fail that only its own envelope has. */
  readonly failures: readonly Failure[];
}

export const SECRET = 'sentinel-secret';

/** A document's names as a gateway writes them. */
export function spell(value: unknown, spelling: Spelling): unknown {
  if (Array.isArray(value)) return value.map((member) => spell(member, spelling));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [spelling(name), spell(member, spelling)]));
}

/** The text of a good reply with a document in the reference spelling. */
export const replyWith = ({ reply, spelling }: GatewayCase, document: Part): string =>
  writeJson(reply(spell(document, spelling)));

/** The text of a good reply about a small order. */
export const smallReply = (gateway: GatewayCase, orderId = gateway.orderId, itemId = orderId): string =>
  replyWith(gateway, gateway.document.small(orderId, itemId));

/** The text of a good reply around a document that is given as text. */
export const replyAround = ({ reply }: GatewayCase, document: string): string =>
  JSON.stringify(reply('DOCUMENT')).replace('"DOCUMENT"', () => document);

/** A shop with one gateway, at an address. */
export const shopOf = ({ type, settings }: GatewayCase, url: string, more: Part = {}): Part => ({
  id: type,
  name: `Shop at ${type}`,
  gateways: [{ ...settings, url: `${url}/${type}`, ...more }],
});
