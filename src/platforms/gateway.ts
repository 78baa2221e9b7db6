// A gateway's row: its settings, how it writes the document, how a call is built and how its reply is parsed.

import type { GatewaySettings } from '../config/gatewaySettings.js';
import type { Document, Subtrees } from '../mapping/document.js';
import { isWithin } from '../mapping/path.js';
import type { Spelling } from '../mapping/spelling.js';
import type { Zone } from '../mapping/time.js';
import type { Gateway as GatewayType, OrderView } from '../order/enums.js';
import type { HttpRequest, OrderReply, ReceivedReply } from '../protocols/http.js';
import type { NoOrderList, OrderList } from './orderList.js';
import type { OrderMessages } from './orderMessages.js';
import type { NoTokens, TokenProtocol } from './tokenProtocol.js';

/** What is requested of a gateway: one order, and the subtrees of it that are needed. */
export interface OrderQuery {
  readonly orderId: string;
  readonly outOrderId?: string | undefined;
  /** In the order the document names them; empty where the gateway has none. */
  readonly subtrees: readonly string[];
  /** Keys of extended attributes; empty: whatever the gateway sends by itself. */
  readonly attributeKeys: readonly string[];
}

/** The settings, with the address filled in. */
export type WithUrl<Settings> = Settings & { readonly url: string };

export interface GatewayDefinition<Settings extends GatewaySettings = GatewaySettings> {
  readonly type: GatewayType;
  /** The class of its settings. */
  readonly settings: new () => Settings;
  readonly view: OrderView;
  readonly document: Document;
  /** Its own spelling first, then every other that has been seen of it. */
  readonly spellings: readonly Spelling[];
  /** The public address. */
  readonly url: string;
  readonly documents?: DocumentedPaths;
  /** What it sends only on request, where that differs from what is common to all gateways of its document. */
  readonly subtrees?: Subtrees;
  /** The rows of the same gateway in another view or of another interface, where its settings choose between them. */
  readonly variants?: readonly GatewayDefinition<Settings>[];
  /** The row that a shop with these settings has; default this one. */
  rowFor?(settings: Settings): GatewayDefinition<Settings>;
  /** Hosts that its links to authorize a shop lead to, each with all below it; default none: such a link is left out. */
  readonly authorizeHosts?: readonly string[];
  /** How its tokens are renewed, or why it has none that are. */
  readonly tokens: TokenProtocol<Settings> | NoTokens;
  /** How it lists a shop's orders, or why it does not. */
  readonly list: OrderList<Settings> | NoOrderList;
  /** Its own codes that an order which it does not know may be refused with, where they mean other mistakes as well. */
  readonly unknownOrderCodes?: readonly string[];
  /** What its platform tells of orders by itself; undefined where it tells nothing, or not through it. */
  readonly messages?: OrderMessages<Settings>;
  /** What the gateway counts calls by. */
  account(settings: Settings): string;
  /** The zone of times that name none, where the settings name it; else the document's. */
  zone?(settings: Settings): Zone;
  buildRequest(query: OrderQuery, settings: WithUrl<Settings>, clock: Date): HttpRequest;
  parseReply(reply: ReceivedReply): OrderReply;
  /** @throws Fault where a document cannot be of the account that these settings are of. */
  checkDocument?(document: object, settings: Settings): void;
}

/** How a gateway's documentation differs from what is common to all gateways of its document; a path covers all below. */
interface DocumentedPaths {
  /** Paths that it lists and that are not common. */
  readonly also?: readonly string[];
  /** Paths that are common and that it does not list. */
  readonly not?: readonly string[];
  /** Paths that its platform lists now and that it does not: they are read where they come. */
  readonly ofPlatform?: readonly string[];
}

/** A gateway's own row and its variants. */
export const rowsOf = (gateway: GatewayDefinition): readonly GatewayDefinition[] => [
  gateway,
  ...(gateway.variants ?? []),
];

/** Paths of the document that a gateway's documentation does not list, while another's does. */
export function undocumentedBy(gateway: GatewayDefinition, all: readonly GatewayDefinition[]): readonly string[] {
  const { also = [], not = [] } = gateway.documents ?? {};
  const others = all
    .filter(({ document }) => document === gateway.document)
    .flatMap(({ documents }) => documents?.also ?? []);
  return [...not, ...others.filter((path) => !also.some((own) => isWithin(path, own)))];
}
