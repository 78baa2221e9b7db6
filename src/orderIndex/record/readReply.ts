// A gateway's reply as what it tells the index of its order.
import { memoize } from '../../common/memoize.js';
import { type Zone, zoneOf } from '../../mapping/time.js';
import type { Gateway } from '../../order/enums.js';
import type { Order } from '../../order/order.js';
import type { CompiledGateway } from '../../platforms/compiledGateway.js';
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
const needsOf = memoize(({ definition: { view }, neededSubtrees }: CompiledGateway) => ({
  fields: ROW_FIELDS.map((field) => ({ field, needed: neededSubtrees(field.selection) })),
  hold: neededSubtrees(HOLD_SELECTION),
  people: PERSON_FIELDS.map((person) => ({ person, needed: neededSubtrees(person.selections[view]) })),
}));

export interface ReadOptions {
  /** Zones of times that name none, by account, where the settings name them. */
  readonly zones: ReadonlyMap<string, string>;
  readonly hasPhoneSuffix: boolean;
}

/** @throws Fault or another error when the reply cannot be read. */
export function readReply(reply: RecordedReply, options: ReadOptions, source: Source = 'DETAIL'): OrderUpdate {
  const compiled = compiledGatewayOf(reply.gateway, reply.view);
  const { definition } = compiled;
  const { document, envelope } = definition.parseReply({
    status: reply.status,
    retryAfter: undefined,
    text: reply.text,
    receivedAt: new Date(reply.fetchedAt),
  });
  const { view } = definition;
  const order = compiled.read(document, ROW_SELECTION[view], zoneFor(reply, options.zones)).order as Order;
  const needs = needsOf(compiled);
  const isCovered = ({ needed }: { readonly needed: readonly string[] }): boolean => covers(reply.subtrees, needed);
  const fields = needs.fields.filter(isCovered).map(({ field }) => field);
  const known = new Set<FieldGroup>(fields.map((field) => field.known));
  const isHoldKnown = covers(reply.subtrees, needs.hold);
  if (isHoldKnown) known.add('holdReasons');
  const isCiphertext = (value: string): boolean => definition.document.encryption.isCiphertext(value);
  return {
    shop: reply.shop,
    order_id: reply.orderId,
    platform: definition.document.platform,
    gateway: definition.type,
    view: VIEWS.indexOf(view),
    source: SOURCES.indexOf(source),
    seenAt: reply.fetchedAt,
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
    document: isPlain(reply)
      ? {
          credential: reply.credential,
          document,
          envelope,
          subtrees: reply.subtrees,
          characters: reply.text.length,
          fetchedAt: reply.fetchedAt,
        }
      : undefined,
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

function zoneFor({ gateway, credential }: RecordedReply, zones: ReadonlyMap<string, string>): Zone {
  const name = zones.get(credential);
  if (name === undefined) return compiledGatewayOf(gateway as Gateway).definition.document.zone;
  const zone = zonesByName.get(name) ?? zoneOf(name);
  zonesByName.set(name, zone);
  return zone;
}
