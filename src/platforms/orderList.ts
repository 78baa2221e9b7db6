// How a gateway lists a shop's orders, as its row says: by which windows and pages, how a page is requested, and how its
// reply is parsed; or why the gateway has no list. Rules as data and pure functions: nothing here calls anything.
import { isObject } from '../common/object.js';
import type { GatewaySettings } from '../config/gatewaySettings.js';
import { isWithin } from '../mapping/path.js';
import type { HttpRequest, PageReply, ReceivedReply } from '../protocols/http.js';
import type { FindOrderId } from './orderIdFinder.js';

/** Settings with their address filled in. */
type WithUrl<Settings> = Settings & { readonly url: string };

/** Which instant of an order a window is of. */
export type WindowBasis = 'CREATED' | 'MODIFIED';

/**
 * How the pages of a window become known, and in which order they are read.
 *
 * Where an order may leave a window while it is read, as its modification moves it on, the orders behind it move one place
 * towards the first page: read forward, one of them is skipped; read backward, one is met twice. So windows by modification
 * are read from the last page to the first, and only windows by creation, which no order leaves, may be read forward.
 */
export type Paging =
  /** Each page says how many orders there are: the first tells, then the last is read, and so on down to the first. */
  | 'BACKWARD'
  /** The same, and a call of its own that fetches next to nothing tells how many there are; pages say only hasNext. */
  | 'BACKWARD_COUNTED'
  /** Each page says whether another follows: the first is read, and so on. */
  | 'FORWARD';

/** What of an order a row tells: all that the list can, or no more than what shows whether the order is known as it is. */
export type RowDetail = 'FULL' | 'BRIEF';

/** One way to walk through a shop's orders. */
export interface ListStream {
  readonly basis: WindowBasis;
  /** Names for the queries that one window takes, such as one for finished orders; it is read when all of them are. */
  readonly passes: readonly [string, ...string[]];
  /** How wide a window is requested, with its overlap, in milliseconds; one of too many pages is halved. */
  readonly windowMs: number;
  readonly paging: Paging;
  /** Rows a page. */
  readonly pageSize: number;
  /** A window of more pages is halved instead of read. */
  readonly maxPages: number;
  readonly rows: RowDetail;
}

/** The first walk through all that the list reaches, from the oldest order on. */
export interface FillStream extends ListStream {
  /** How far back it reaches, in milliseconds. */
  readonly reachMs: number;
}

/** What is read again and again. */
export interface SteadyStream extends ListStream {
  /** From the end of one reading to the beginning of the next, in milliseconds. */
  readonly intervalMs: number;
  /** By how much a window begins before the end of the last, for rows that the platform stores late. */
  readonly overlapMs: number;
  /** By how much a window ends before now. */
  readonly lagMs: number;
}

/** A walk back through what was read already, to find what was missed. */
export interface Sweep extends ListStream {
  readonly name: string;
  readonly reachMs: number;
  readonly intervalMs: number;
}

/** One page of one window. */
export interface ListQuery {
  readonly basis: WindowBasis;
  /** One of the stream's passes. */
  readonly pass: string;
  /** Both ends are within the window, to the second: what is smaller is cut off from, and rounded up to. */
  readonly from: Date;
  readonly to: Date;
  /** From 1. */
  readonly page: number;
  readonly pageSize: number;
  readonly rows: RowDetail;
  /** COUNT asks how many orders there are, in place of a page, where the stream's paging is BACKWARD_COUNTED. */
  readonly purpose: 'PAGE' | 'COUNT';
  /** Only these orders, at most maxIds; where the list takes none, they are ignored. */
  readonly orderIds?: readonly string[] | undefined;
}

/** One order of a list. */
export interface ListRow {
  readonly orderId: string;
  /** In the form of the document that the platform's detail has, read by the same mapping. It is a part of that only. */
  readonly document: object;
}

export interface ListReply {
  readonly rows: readonly ListRow[];
  /** Of the whole window; undefined where the reply does not say. */
  readonly total?: number | undefined;
  /** Whether another page follows; undefined where the reply does not say. */
  readonly hasNext?: boolean | undefined;
  /** How many rows were left out: they are another shop's, were not asked for, or name no order. */
  readonly dropped: number;
}

export interface OrderList<Settings extends GatewaySettings = GatewaySettings> {
  readonly fill: FillStream;
  readonly steady: SteadyStream;
  readonly sweeps: readonly Sweep[];
  /** Orders that the platform has moved to its history: read only on demand. */
  readonly history?: ListStream;
  /** The widest window that the platform takes; undefined where it documents none. */
  readonly widestWindowMs?: number;
  /** How many orders a query may name; undefined where it can name none. */
  readonly maxIds?: number;
  /** Whether a row tells what stands at a path of the document, in its reference spelling and without marks of lists. */
  covers(path: string, rows: RowDetail): boolean;
  buildListRequest(query: ListQuery, settings: WithUrl<Settings>, clock: Date): HttpRequest;
  /** @throws Fault as the gateway's parseReply does. */
  parseListReply(reply: ReceivedReply, query: ListQuery, settings: Settings): ListReply;
}

/** Why a gateway has no list: its orders become known by reads, imports and messages alone. */
export interface NoOrderList {
  readonly none: string;
}

export const noOrderList = (none: string): NoOrderList => ({ none });

/** Undefined for a gateway that has none. */
export const orderListOf = (list: OrderList | NoOrderList): OrderList | undefined =>
  'none' in list ? undefined : list;

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Whether what is at a path is known from some paths: as a part of one, or as what one lies in, which is then there. */
export const isToldBy = (path: string, paths: readonly string[]): boolean =>
  paths.some((told) => isWithin(path, told) || isWithin(told, path));

/**
 * A page's reply with the rows that are the shop's own and were asked for: some lists ignore the ids that they are given,
 * and answer the first page of everything.
 * @param check throws where a document cannot be of the shop's account
 */
export function listReplyOf(
  { members, total, hasNext }: PageReply,
  { orderIds }: ListQuery,
  orderIdIn: FindOrderId,
  check: (document: object) => void = () => {},
): ListReply {
  const named = orderIds && new Set(orderIds);
  const rows = members.flatMap((document): readonly ListRow[] => {
    if (!isObject(document)) return [];
    const orderId = orderIdIn(document)?.id;
    const isWanted = orderId !== undefined && (named?.has(orderId) ?? true) && passes(check, document);
    return isWanted ? [{ orderId, document }] : [];
  });
  return { rows, total, hasNext, dropped: members.length - rows.length };
}

function passes(check: (document: object) => void, document: object): boolean {
  try {
    check(document);
    return true;
  } catch {
    return false;
  }
}
