// A gateway's row: how its document is met, how a call to it is sealed, how its reply is opened.

import type { GatewaySettings } from '../config/gatewaySettings.js';
import type { Document } from '../mapping/document.js';
import type { Spelling } from '../mapping/spelling.js';
import type { Zone } from '../mapping/time.js';
import type { Gateway as GatewayType, OrderView } from '../order/enums.js';
import type { HttpReply, HttpRequest, OrderReply } from '../protocols/http.js';

/** What a gateway is asked: one order, and the subtrees of it that are needed. */
export interface OrderQuery {
  readonly orderId: string;
  readonly outOrderId?: string | undefined;
  /** In the order the document names them; empty where the gateway has none. */
  readonly subtrees: readonly string[];
  /** Keys of extended attributes; empty: whatever the gateway sends unasked. */
  readonly attributeKeys: readonly string[];
}

/** The settings, with the address filled in. */
export type WithUrl<Settings> = Settings & { readonly url: string };

export interface GatewayDefinition<Settings extends GatewaySettings = GatewaySettings> {
  readonly type: GatewayType;
  readonly view: OrderView;
  readonly document: Document;
  /** Its own spelling first, then every other that has been seen of it. */
  readonly spellings: readonly Spelling[];
  /** The public address. */
  readonly url: string;
  /** Paths of the document that its documentation does not list. */
  readonly undocumented: readonly string[];
  /** What the gateway counts calls by. */
  account(settings: Settings): string;
  /** The zone of times that name none, where the settings tell it; else the document's. */
  zone?(settings: Settings): Zone;
  buildRequest(question: OrderQuery, settings: WithUrl<Settings>, clock: Date): HttpRequest;
  parseReply(reply: HttpReply): OrderReply;
}
