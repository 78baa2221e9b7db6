// Which shops are read, and by what filter: what the shops themselves decide is decided before anything is read.
import { requireScope } from '../../auth/caller.js';
import { Fault } from '../../common/fault.js';
import { toDecimal, toMoney } from '../../mapping/money.js';
import type { Shop } from '../../order/shop.js';
import {
  type AmountRange,
  INSTANTS,
  type Instant,
  type InstantRange,
  type OrderFilter,
  type PersonFilter,
} from '../../orderIndex/types.js';
import type { Context } from '../context.js';
import type { UnfindableBy } from './access.js';
import type { DateTimeRange, MoneyRange, OrderWhere, ReceiverWhere } from './filters.js';

export interface OrderScope {
  /** The shops that are read, by their ids. */
  readonly shops: readonly string[];
  readonly filter: OrderFilter;
}

interface Conditions {
  readonly where?: OrderWhere | null | undefined;
  readonly search?: string | null | undefined;
}

/**
 * The orders that conditions are about.
 * @throws Fault FORBIDDEN, SHOP_NOT_FOUND or PII_SCOPE_REQUIRED for what the caller may not ask, BAD_USER_INPUT for what
 * these settings have nothing be found by
 */
export function orderScopeOf({ where, search }: Conditions, context: Context): OrderScope {
  const { caller, index } = context;
  const shops = narrowed(shopsNamed(where?.shops, context), where ?? {});
  const { kept, not } = leaveOut(shops, where?.not ?? undefined, context);
  const people = personArguments(where);
  if (people.length > 0 && !caller.scopes.has('pii:search')) throw missingScope(people);
  requireTokens(where, people, index.unfindable);
  const includesPeople = caller.scopes.has('pii:search');
  const scope: OrderScope = {
    shops: kept.map(({ id }) => id),
    filter: {
      ...conditionsOf(where ?? {}, kept),
      ...(search ? { search: { text: search.trim(), includesPeople } } : {}),
      ...(not && { not }),
    },
  };
  audit([...people, ...(search && includesPeople ? ['search'] : [])], scope, context);
  return scope;
}

/**
 * The shops that are asked for by name, or all that the caller may ask.
 * @throws Fault SHOP_NOT_FOUND for one that the caller may not know of, as for one that does not exist
 */
export function shopsNamed(ids: readonly string[] | null | undefined, { caller, shops }: Context): readonly Shop[] {
  requireScope(caller, 'orders:read');
  const readable = shops();
  if (ids === undefined || ids === null) return readable;
  const byId = new Map(readable.map((shop) => [shop.id, shop]));
  return [...new Set(ids)].map((id) => {
    const shop = byId.get(id);
    if (shop === undefined) throw new Fault('SHOP_NOT_FOUND', `There is no shop ${id}.`, { shop: id });
    return shop;
  });
}

/** The shops that can hold orders of these platforms, seen so. */
const narrowed = (shops: readonly Shop[], { platforms, view }: Pick<OrderWhere, 'platforms' | 'view'>) =>
  shops.filter(
    (shop) => (platforms?.includes(shop.platform) ?? true) && (!view || shop.gateways.some((way) => way.view === view)),
  );

interface Remainder {
  readonly kept: readonly Shop[];
  readonly not: OrderFilter | undefined;
}

/** What is left of shops, and which of their orders are not. */
function leaveOut(shops: readonly Shop[], not: OrderWhere | undefined, context: Context): Remainder {
  if (not === undefined) return { kept: shops, not: undefined };
  const named = new Set(shopsNamed(not.shops, context));
  const meant = narrowed(shops, not).filter((shop) => named.has(shop));
  const conditions = conditionsOf(not, meant);
  const hasConditions = Object.values(conditions).some((condition) => condition !== undefined);
  const isAboutShops = Boolean(not.shops ?? not.platforms ?? not.view);
  if (meant.length === 0 || !(hasConditions || isAboutShops)) return { kept: shops, not: undefined };
  if (!hasConditions) return { kept: shops.filter((shop) => !meant.includes(shop)), not: undefined };
  const isOfAll = meant.length === shops.length;
  return { kept: shops, not: { ...conditions, ...(isOfAll ? {} : { shops: meant.map(({ id }) => id) }) } };
}

/** The conditions that orders themselves are asked about, as these shops decide the others. */
const conditionsOf = (where: OrderWhere, shops: readonly Shop[]): OrderFilter => ({
  view:
    where.view && shops.some(({ gateways }) => gateways.some(({ view }) => view !== where.view))
      ? where.view
      : undefined,
  status: where.status ?? undefined,
  paymentStatus: where.paymentStatus ?? undefined,
  shippingStatus: where.shippingStatus ?? undefined,
  refundStatus: where.refundStatus ?? undefined,
  instants: instantsOf(where),
  total: where.total ? amountRangeOf(where.total) : undefined,
  orderIds: where.orderIds ?? undefined,
  outOrderIds: where.outOrderIds ?? undefined,
  trackingNumber: where.trackingNumber ?? undefined,
  productIds: where.productIds ?? undefined,
  sellerFlag: where.sellerFlag ?? undefined,
  hasBuyerMessage: where.hasBuyerMessage ?? undefined,
  hasSellerMemo: where.hasSellerMemo ?? undefined,
  isOnHold: where.isOnHold ?? undefined,
  mayShip: where.mayShip ?? undefined,
  counterpart: where.counterpart ?? undefined,
  receiver: where.receiver ? personOf(where.receiver) : undefined,
});

function instantsOf(where: OrderWhere): OrderFilter['instants'] {
  const ranges: Partial<Record<Instant, InstantRange>> = {};
  for (const instant of INSTANTS) {
    const range = instantRangeOf(where[instant] ?? {});
    if (range) ranges[instant] = range;
  }
  return Object.keys(ranges).length > 0 ? ranges : undefined;
}

const instantRangeOf = ({ gte, lt }: DateTimeRange): InstantRange | undefined =>
  gte || lt ? { gte: gte?.getTime(), lt: lt?.getTime() } : undefined;

const amountRangeOf = ({ currencyCode, gte, lte }: MoneyRange): AmountRange => ({
  currencyCode,
  gte: minorUnitsOf(gte, currencyCode),
  lte: minorUnitsOf(lte, currencyCode),
});

function minorUnitsOf(amount: string | null | undefined, currencyCode: string): number | undefined {
  const main = toDecimal(amount);
  return main && Number(toMoney(main, currencyCode).minorUnits);
}

const personOf = ({ phone, phoneLast4, name }: ReceiverWhere): PersonFilter =>
  phone ? { phone } : phoneLast4 ? { phoneLast4 } : { name: name ?? '' };

/** The arguments by which a person is looked for. */
const personArguments = (where: OrderWhere | null | undefined, path = 'where'): readonly string[] =>
  where
    ? [
        ...(where.counterpart ? [`${path}.counterpart`] : []),
        ...Object.entries(where.receiver ?? {}).flatMap(([name, value]) => (value ? [`${path}.receiver.${name}`] : [])),
        ...personArguments(where.not, `${path}.not`),
      ]
    : [];

const missingScope = (people: readonly string[]): Fault =>
  new Fault('PII_SCOPE_REQUIRED', `${people.join(', ')}: needs the scope pii:search, which the caller lacks.`);

/** Where the settings have no tokens stored, nothing found would look as if there were no such order. */
function requireTokens(where: Conditions['where'], people: readonly string[], unfindable: UnfindableBy): void {
  const bySuffix = people.filter((path) => path.endsWith('.phoneLast4'));
  const byToken = [...people.filter((path) => !bySuffix.includes(path)), ...trackingArguments(where)];
  const reasons = [
    [byToken, unfindable.token],
    [bySuffix, unfindable.phoneSuffix],
  ] as const;
  for (const [paths, reason] of reasons)
    if (paths.length > 0 && reason !== undefined)
      throw new Fault(
        'BAD_USER_INPUT',
        `${paths.join(', ')}: finds no order, as ${reason} in the settings of this server.`,
      );
}

const trackingArguments = (where: Conditions['where'], path = 'where'): readonly string[] =>
  where
    ? [...(where.trackingNumber ? [`${path}.trackingNumber`] : []), ...trackingArguments(where.not, `${path}.not`)]
    : [];

function audit(people: readonly string[], { shops }: OrderScope, { caller, requestId, index }: Context): void {
  if (people.length > 0) index.auditSearch({ caller: caller.name, shops, arguments: people, requestId });
}
