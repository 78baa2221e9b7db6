// Exact lookups: what of a filter names few orders, each found by an index of its own.
import { type Expression, expressionBuilder, type Kysely, type SelectQueryBuilder, type SqlBool } from 'kysely';
import type { TermField } from '../keys/tokens.js';
import type { Tables } from '../schema/tables.js';
import type { OrderFilter, PersonFilter } from '../types.js';
import { isOneOf, NOTHING } from './columns.js';
import type { ReadAccess } from './readAccess.js';

/** One of the things by which orders are found exactly. */
type Key =
  | { readonly by: 'order_id' | 'out_order_id' | 'product_id'; readonly values: readonly string[] }
  | { readonly by: 'term'; readonly terms: readonly ShopTerm[] };

interface ShopTerm {
  readonly shop: string;
  readonly term: Uint8Array;
}

/** Orders that have any of its keys. */
export type Lookup = readonly Key[];

type OrderKeysQuery = SelectQueryBuilder<Tables, never, { shop: string; order_id: string }>;

const DIGITS = /^\d+$/;

/** The digits of a phone's end that may be searched alone. */
const LAST_DIGITS = /^\d{4}$/;

const orders = expressionBuilder<Tables, 'orders'>();

/** The lookups of a filter, those first that usually find the fewest; `not` is left to its own. */
export async function lookupsOf(
  filter: OrderFilter,
  shops: readonly string[],
  termFor: ReadAccess['termFor'],
): Promise<readonly Lookup[]> {
  const termsOf = async (field: TermField, value: string): Promise<Key> => {
    const terms = await Promise.all(shops.map(async (shop) => ({ shop, term: await termFor(shop, field, value) })));
    return { by: 'term', terms: terms.filter((found): found is ShopTerm => found.term !== undefined) };
  };
  const byTerm = async (field: TermField, value: string | undefined): Promise<Lookup | undefined> =>
    value === undefined ? undefined : [await termsOf(field, value)];
  const byValues = (by: 'order_id' | 'out_order_id' | 'product_id', values: readonly string[] | undefined) =>
    values === undefined ? undefined : [{ by, values: values.filter(isStorable) }];

  const [personField, person] = fieldOf(filter.receiver);
  const lookups = [
    byValues('order_id', filter.orderIds),
    byValues('out_order_id', filter.outOrderIds),
    await byTerm('TRACKING_NUMBER', filter.trackingNumber),
    await searchLookup(filter.search, termsOf),
    await byTerm(personField, person),
    await byTerm('COUNTERPART', filter.counterpart),
    byValues('product_id', filter.productIds),
  ];
  return lookups.filter((lookup) => lookup !== undefined);
}

function fieldOf(person: PersonFilter | undefined): readonly [TermField, string | undefined] {
  if (person === undefined) return ['PHONE', undefined];
  if ('phone' in person) return ['PHONE', person.phone];
  return 'name' in person ? ['RECEIVER_NAME', person.name] : ['PHONE_LAST_4', person.phoneLast4];
}

async function searchLookup(
  search: OrderFilter['search'],
  termsOf: (field: TermField, value: string) => Promise<Key>,
): Promise<Lookup | undefined> {
  if (search === undefined) return undefined;
  const text = search.text.trim();
  const values = [text].filter(isStorable);
  const fields: TermField[] = ['TRACKING_NUMBER'];
  if (search.includesPeople) fields.push('PHONE', 'COUNTERPART');
  if (search.includesPeople && LAST_DIGITS.test(text)) fields.push('PHONE_LAST_4');
  if (search.includesPeople && !DIGITS.test(text)) fields.push('RECEIVER_NAME');
  return [
    { by: 'order_id', values },
    { by: 'out_order_id', values },
    ...(await Promise.all(fields.map((field) => termsOf(field, text)))),
  ];
}

/** Whether a text can stand in a table at all; no id is one that cannot, so it is not looked for. */
export const isStorable = (text: string): boolean => text !== '' && !text.includes('\0') && isWellFormed(text);

/** Node 20 has String.isWellFormed, which the types of our language version do not tell of. */
const isWellFormed = (text: string): boolean => !/\p{Surrogate}/u.test(text);

/** What finds its orders among those of the shops: one indexed query for each key. */
export function foundBy(db: Kysely<Tables>, shops: readonly string[], lookup: Lookup): OrderKeysQuery | undefined {
  const [first, ...others] = lookup.flatMap((key) => queriesOf(db, shops, key));
  return others.reduce((all, query) => all?.union(query), first);
}

/** How many pairs of shop and token one query names: expressions may not be nested without end. */
const PAIRS = 100;

function queriesOf(db: Kysely<Tables>, shops: readonly string[], key: Key): OrderKeysQuery[] {
  if (key.by === 'term') return chunksOf(key.terms, PAIRS).map((terms) => withTerms(db, terms));
  if (key.values.length === 0) return [];
  const found =
    key.by === 'product_id'
      ? db.selectFrom('products').where('product_id', 'in', key.values).where('shop', 'in', shops)
      : db.selectFrom('orders').where(key.by, 'in', key.values).where('shop', 'in', shops);
  return [
    (found as SelectQueryBuilder<Tables, 'orders' | 'products', object>).select(['shop', 'order_id']) as OrderKeysQuery,
  ];
}

const withTerms = (db: Kysely<Tables>, terms: readonly ShopTerm[]): OrderKeysQuery =>
  db
    .selectFrom('terms')
    .select(['shop', 'order_id'])
    .where((row) =>
      row.or(terms.map(({ shop, term }) => row.and([row('shop', '=', shop), row('term', '=', Buffer.from(term))]))),
    ) as unknown as OrderKeysQuery;

function chunksOf<Item>(items: readonly Item[], size: number): (readonly Item[])[] {
  const chunks: (readonly Item[])[] = [];
  for (let from = 0; from < items.length; from += size) chunks.push(items.slice(from, from + size));
  return chunks;
}

/** Whether a row has any of the lookup's keys: for rows that something else has found. */
export const isFoundBy = (lookup: Lookup): Expression<SqlBool> => orders.or(lookup.map(hasKey));

function hasKey(key: Key): Expression<SqlBool> {
  switch (key.by) {
    case 'order_id':
      return isOneOf('orders.order_id', key.values);
    case 'out_order_id':
      return orders.and([orders('out_order_id', 'is not', null), isOneOf('orders.out_order_id', key.values)]);
    case 'product_id':
      return key.values.length === 0
        ? NOTHING
        : orders.exists(
            orders
              .selectFrom('products')
              .select('products.order_id')
              .whereRef('products.shop', '=', 'orders.shop')
              .whereRef('products.order_id', '=', 'orders.order_id')
              .where('products.product_id', 'in', key.values),
          );
    case 'term':
      return key.terms.length === 0
        ? NOTHING
        : orders.exists(
            orders
              .selectFrom('terms')
              .select('terms.order_id')
              .whereRef('terms.shop', '=', 'orders.shop')
              .whereRef('terms.order_id', '=', 'orders.order_id')
              // A shop's tokens are made with its own key, so that another shop's match nothing of it.
              .where(
                'terms.term',
                'in',
                key.terms.map(({ term }) => Buffer.from(term)),
              ),
          );
  }
}
