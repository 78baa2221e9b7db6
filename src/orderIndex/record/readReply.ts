// A gateway's reply as what it tells the index of its order.
import { memoize } from '../../common/memoize.js';
import type { Selection } from '../../mapping/selection.js';
import { type Zone, zoneOf } from '../../mapping/time.js';
import type { Order } from '../../order/order.js';
import type { CompiledGateway } from '../../platforms/compiledGateway.js';
import type { GatewayDefinition } from '../../platforms/gateway.js';
import { compiledGatewayOf } from '../../platforms/index.js';
import type { DocumentEntry } from '../../upstream/state/documentStore.js';
import { covers, type RecordedReply } from '../../upstream/types.js';
import { bitsOf, FIELD_GROUPS, type FieldGroup, MARKS, type Mark, SOURCES, type Source, VIEWS } from '../codes.js';
import type { TermField } from '../keys/tokens.js';
import type { OrderRow } from '../schema/tables.js';
import { HOLD_SELECTION, PERSON_FIELDS, ROW_FIELDS, ROW_SELECTION, type RowValues, textOf } from './rows.js';

/** What one reply says of an order. What it does not cover, or covers empty, is not there. */
export interface OrderUpdate extends Pick<OrderRow, 'shop' | 'order_id' | 'platform' | 'gateway' | 'view'> {
  /** A position in SOURCES of codes.ts. */
  readonly source: number;
  /** Milliseconds. */
  readonly seenAt: number;
  readonly known: number;
  readonly values: Partial<RowValues>;
  /** Whether reasons to hold it back are named; undefined where nothing is said of them. */
  readonly isHeld?: boolean | undefined;
  /** Bits of MARKS, without ON_HOLD. */
  readonly marks: number;
  readonly productIds?: readonly string[] | undefined;
  /** Whom and what it is found by, in plain: these become tokens, and are written nowhere. */
  readonly people: readonly Person[];
  readonly document?: UpdatedDocument | undefined;
}

export interface Person {
  readonly field: TermField;
  readonly value: string;
}

export interface UpdatedDocument extends DocumentEntry {
  readonly credential: string;
}

/** An order of more products or parcels is found by the first of them. */
const MAX_PRODUCTS = 500;
const MAX_VALUES = 100;

/** What a gateway's reply must have requested for each thing that a row knows. */
const needsOf = memoize(({ definition: { view }, neededSubtrees }: CompiledGateway) => {
  const needOf = (selection: Selection): Need => ({ selection, needed: neededSubtrees(selection) });
  return {
    fields: ROW_FIELDS.map((field) => ({ field, ...needOf(field.selection) })),
    hold: needOf(HOLD_SELECTION),
    people: PERSON_FIELDS.map((person) => ({ person, ...needOf(person.selections[view]) })),
  };
});

interface Need {
  readonly selection: Selection;
  readonly needed: readonly string[];
}

/** Whose document it is, and how it came. */
export type DocumentOrigin = Pick<RecordedReply, 'shop' | 'orderId' | 'credential' | 'subtrees' | 'fetchedAt'>;

export interface ReadOptions {
  /** Zones of times that name none, by account, where the settings name them. */
  readonly zones: ReadonlyMap<string, string>;
  readonly hasPhoneSuffix: boolean;
}

/** @throws Fault or another error when the reply cannot be read. */
export function readReply(reply: RecordedReply, options: ReadOptions, source: Source = 'DETAIL'): OrderUpdate {
  const compiled = compiledGatewayOf(reply.gateway, reply.view);
  const { document, envelope } = compiled.definition.parseReply({
    status: reply.status,
    retryAfter: undefined,
    text: reply.text,
    receivedAt: new Date(reply.fetchedAt),
  });
  const update = readDocument(compiled, document, reply, options, source);
  if (!isPlain(reply)) return update;
  const { credential, subtrees, fetchedAt, text } = reply;
  return { ...update, document: { credential, document, envelope, subtrees, characters: text.length, fetchedAt } };
}

/**
 * What a document tells of its order, or the part of it that is a row of a list.
 * @param isInDocument whether it tells all that is selected; as the subtrees that were requested say, unless given
 * @throws an error where it cannot be read.
 */
export function readDocument(
  compiled: CompiledGateway,
  document: object,
  origin: DocumentOrigin,
  options: ReadOptions,
  source: Source,
  isInDocument?: (selection: Selection) => boolean,
): OrderUpdate {
  const { definition } = compiled;
  const { view } = definition;
  const order = compiled.read(document, ROW_SELECTION[view], zoneFor(origin, definition, options.zones)).order as Order;
  const needs = needsOf(compiled);
  const isCovered = ({ selection, needed }: Need): boolean =>
    isInDocument?.(selection) ?? covers(origin.subtrees, needed);
  const fields = needs.fields.filter(isCovered).map(({ field }) => field);
  const known = new Set<FieldGroup>(fields.map((field) => field.known));
  const isHoldKnown = isCovered(needs.hold);
  if (isHoldKnown) known.add('holdReasons');
  const isCiphertext = (value: string): boolean => definition.document.encryption.isCiphertext(value);
  return {
    shop: origin.shop,
    order_id: origin.orderId,
    platform: definition.document.platform,
    gateway: definition.type,
    view: VIEWS.indexOf(view),
    source: SOURCES.indexOf(source),
    seenAt: origin.fetchedAt,
    known: bitsOf(FIELD_GROUPS, known),
    values: Object.assign({}, ...fields.map((field) => field.read(order))) as Partial<RowValues>,
    isHeld: isHoldKnown ? holdOf(order) : undefined,
    marks: known.has('notes') ? bitsOf(MARKS, notesOf(order)) : 0,
    productIds: known.has('items') ? productsOf(order) : undefined,
    people: needs.people.filter(isCovered).flatMap(({ person }) => {
      const termFields = person.fields.filter((field) => field !== 'PHONE_LAST_4' || options.hasPhoneSuffix);
      const values = person.read(order, view).filter((value) => typeof value === 'string' && !isCiphertext(value));
      return termFields.flatMap((field) =>
        values.slice(0, MAX_VALUES).map((value): Person => ({ field, value: value as string })),
      );
    }),
  };
}

/** Null where a platform has no holds; a list without members says that nothing holds it. */
const holdOf = ({ holdReasons }: Order): boolean | undefined => (holdReasons ? holdReasons.length > 0 : undefined);

const notesOf = ({ notes }: Order): readonly Mark[] => [
  ...(notes?.buyerMessage ? (['BUYER_MESSAGE'] as const) : []),
  ...(notes?.sellerMemo ? (['SELLER_MEMO'] as const) : []),
];

const productsOf = ({ items }: Order): readonly string[] =>
  [...new Set(items?.flatMap(({ productId }) => textOf(productId) ?? []))].slice(0, MAX_PRODUCTS);

/** A reply to a question with more in it is not what another asks for. */
const isPlain = ({ outOrderId, attributeKeys = [] }: RecordedReply): boolean =>
  outOrderId === undefined && attributeKeys.length === 0;

const zonesByName = new Map<string, Zone>();

function zoneFor(
  { credential }: DocumentOrigin,
  { document }: GatewayDefinition,
  zones: ReadonlyMap<string, string>,
): Zone {
  const name = zones.get(credential);
  if (name === undefined) return document.zone;
  const zone = zonesByName.get(name) ?? zoneOf(name);
  zonesByName.set(name, zone);
  return zone;
}
