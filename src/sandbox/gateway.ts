// A gateway that the sandbox plays: at which path, for which account, with which orders.

import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Gateway as GatewayType, Platform } from '../order/enums.js';
import type { AuthorizationServer } from './authorization/server.js';
import type { Ledger } from './ledger/ledger.js';
import type { LedgerMessages, MessageForm } from './ledger/messages.js';
import type { IdSeries } from './ledger/orders.js';
import type { Outline } from './outline.js';
import type { FindRecorded } from './replay.js';

/** Answers one call. */
export type Endpoint = (request: FastifyRequest, reply: FastifyReply) => FastifyReply;

export interface EndpointOptions<Order> {
  /** The documented orders of every gateway to the platform, by their ids: each may be requested here. */
  readonly documented: Readonly<Record<string, Order>>;
  /** Calls that are answered in one second, where the gateway publishes a limit. */
  readonly requestsPerSecond: number;
  /** Whether the platform's authorization server has issued a token, where it has one. */
  readonly isIssued: (accessToken: string) => boolean;
  /** What was recorded of an order at the original goes before what is invented. */
  readonly findRecorded: FindRecorded;
  /** Orders that live on a clock; without them there are no lists. */
  readonly ledger: Ledger | undefined;
  /** What is told of its orders. */
  readonly messages: LedgerMessages;
  /** What timestamps of calls are held against, in milliseconds. */
  readonly now: () => number;
}

export interface SandboxGateway<Order = unknown> {
  readonly type: GatewayType;
  readonly platform: Platform;
  /** The original's own path. */
  readonly path: string;
  /** Whether calls go below the path, as it has several interfaces; default to the path alone. */
  readonly below?: boolean;
  /** The demo shop that is reached through it. */
  readonly shop: { readonly id: string; readonly name: string };
  /** Its settings: the only ones that the endpoint accepts. */
  readonly account: Readonly<Record<string, string>>;
  /** The orders that the gateway's documentation shows, by their ids. */
  readonly documented: Readonly<Record<string, Order>>;
  /** The id of a synthetic order, by its index: a million have ids that follow each other, the later ones others. */
  readonly syntheticId: (index: number) => string;
  /** How far a synthetic order has come. */
  readonly outlineAt: (index: number) => Outline;
  /** Its reply to a request of everything that a synthetic order has. */
  readonly wholeReply: (index: number) => unknown;
  /** Where its shop authorizes it, and the settings that name these addresses. */
  readonly authorization?: AuthorizationServer & {
    readonly addresses: Readonly<Record<string, string>>;
  };
  /** The ids of its shop's orders in a ledger, where the gateway has lists. */
  readonly ledgerIds?: IdSeries;
  /** How its platform tells of orders by itself, where it does. */
  readonly messageForm?: (ledger: Ledger) => MessageForm;
  /** Where its list stands, if not among the interfaces of its path. */
  readonly list?: { readonly path: string; readonly createEndpoint: (ledger: Ledger, now: () => number) => Endpoint };
  createEndpoint(options: EndpointOptions<Order>): Endpoint;
}
