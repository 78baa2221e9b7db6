// The questions that all contestants are asked, and the right answer to each.
import { readFileSync } from 'node:fs';
import { buildSchema, type GraphQLNamedType } from 'graphql';
import { allFields } from '../test/support/allFields.js';
import { LARGE_ITEMS, lineIdOf, orderIdOf, SAMPLE_ID } from './documents.js';
import { ROOT } from './root.js';

export interface Question {
  readonly name: string;
  readonly what: string;
  /** The body of a request; another index asks for other orders. */
  readonly request: (index: number) => unknown;
  /** The data of its answer. */
  readonly expected: (index: number) => unknown;
}

export type Shop = 'sample' | 'large';

type Members = Readonly<Record<string, unknown>>;

/** The gateway's sample as it is to be answered. */
const answer = JSON.parse(readFileSync(new URL('bench/answer.json', ROOT), 'utf8')) as Members & {
  readonly items: readonly Members[];
};

const pick = (from: Members, ...names: readonly string[]): Members =>
  Object.fromEntries(names.map((name) => [name, from[name]]));

interface OneOrder {
  readonly name: string;
  readonly what: string;
  readonly shop: Shop;
  readonly selection: string;
  readonly expected: (orderId: string) => unknown;
}

/** A question for a single order. */
export const oneOrder = ({ name, what, shop, selection, expected }: OneOrder): Question => ({
  name,
  what,
  request: (index) => ({
    operationName: name,
    query: `query ${name}($shop: ID!, $orderId: ID!) { order(shop: $shop, orderId: $orderId) ${selection} }`,
    variables: { shop, orderId: orderIdOf(index) },
  }),
  expected: (index) => ({ order: expected(orderIdOf(index)) }),
});

export const ONE = oneOrder({
  name: 'One',
  what: 'one order, 19 fields with a value of their own',
  shop: 'sample',
  selection: `{
    orderId status statusCode createdAt modifiedAt completedAt closeReason
    totals {
      total { amount currencyCode minorUnits } items { amount currencyCode } shipping { amount currencyCode }
    }
    items { itemId name quantity unitPrice { amount } status }
  }`,
  expected: (orderId) => ({
    ...pick(answer, 'orderId', 'status', 'statusCode', 'createdAt', 'modifiedAt', 'completedAt', 'closeReason'),
    orderId,
    totals: answer.totals,
    items: answer.items.map((item) => ({
      ...pick(item, 'itemId', 'name', 'quantity', 'status'),
      unitPrice: pick(item.unitPrice as Members, 'amount'),
    })),
  }),
});

const page = (orderId: string): Members => ({
  ...pick(answer, 'status', 'createdAt'),
  orderId,
  totals: { total: pick((answer.totals as Record<string, Members>).total as Members, 'amount', 'currencyCode') },
  items: answer.items.map((item) => pick(item, 'name', 'quantity')),
});

/** A question for so many orders at once. */
export const pageOf = (count: number): Question => {
  const idsFrom = (index: number): readonly string[] =>
    Array.from({ length: count }, (_nothing, place) => orderIdOf(index * count + place));
  return {
    name: 'Page',
    what: `${count} orders, 7 fields of each`,
    request: (index) => ({
      operationName: 'Page',
      query: `query Page($refs: [OrderRef!]!) { orders(refs: $refs) {
        orderId status createdAt totals { total { amount currencyCode } } items { name quantity }
      } }`,
      variables: { refs: idsFrom(index).map((orderId) => ({ shop: 'sample', orderId })) },
    }),
    expected: (index) => ({ orders: idsFrom(index).map(page) }),
  };
};

export const LARGE_STATUS = oneOrder({
  name: 'LargeStatus',
  what: `one field of an order with ${LARGE_ITEMS} lines`,
  shop: 'large',
  selection: '{ status }',
  expected: () => pick(answer, 'status'),
});

export const LARGE_ITEMS_QUESTION = oneOrder({
  name: 'LargeItems',
  what: `13 fields of each line of an order with ${LARGE_ITEMS}`,
  shop: 'large',
  selection: `{ orderId items {
    itemId productId name quantity unit
    unitPrice { amount currencyCode minorUnits } total { amount currencyCode minorUnits } status createdAt
  } }`,
  expected: (orderId) => ({
    orderId,
    items: Array.from({ length: LARGE_ITEMS }, (_nothing, index) => ({
      ...answer.items[index % answer.items.length],
      itemId: lineIdOf(index),
    })),
  }),
});

const schema = buildSchema(readFileSync(new URL('schema/schema.graphql', ROOT), 'utf8'));

/** Differs with every answer, or is not the order's: when and how it was asked, the gateway's own document. */
const OTHER = ['id', 'fetchedAt', 'stale', 'upstream', 'shop', 'raw', 'warnings'];

/** A selection of every field that two answers for one order have in common. */
export const EVERY_FIELD = allFields(schema.getType('Order') as GraphQLNamedType, new Set(OTHER));

/** @param expected OrderGraph's own answer for each shop, for nobody writes five hundred fields by hand */
export const everyFieldOf = (shop: Shop, expected: unknown): Question =>
  oneOrder({
    name: shop === 'sample' ? 'Every' : 'LargeEvery',
    what: `every field of ${shop === 'sample' ? 'one order' : `an order with ${LARGE_ITEMS} lines`}`,
    shop,
    selection: EVERY_FIELD,
    expected: (orderId) => JSON.parse(JSON.stringify(expected).replaceAll(SAMPLE_ID, orderId)),
  });
