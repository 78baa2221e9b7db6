// Which orders are listed and in which order, as the address says it: a link shows the same again.
import type {
  OrderSortKey,
  OrderStatus,
  PaymentStatus,
  Platform,
  RefundStatus,
  ShippingStatus,
} from '../gql/graphql.js';
import { orderTones, paymentTones, refundTones, shippingTones } from '../status/tones.js';
import { type Span, spanIn, spanText } from './span.js';

const keysOf = <Key extends string>(of: { readonly [key in Key]: unknown }): readonly Key[] =>
  Object.keys(of) as unknown as readonly Key[];

export const PLATFORMS: readonly Platform[] = ['ALIBABA_1688', 'TAOBAO', 'ALIEXPRESS'];
export const STATUSES: readonly OrderStatus[] = keysOf(orderTones);
export const PAYMENTS: readonly PaymentStatus[] = keysOf(paymentTones);
export const SHIPPINGS: readonly ShippingStatus[] = keysOf(shippingTones);
export const REFUNDS: readonly RefundStatus[] = keysOf(refundTones);

/** Amounts of one currency, both ends included. */
export interface TotalRange {
  readonly currencyCode: string;
  readonly from: string | undefined;
  readonly to: string | undefined;
}

export const SORT_KEYS: readonly OrderSortKey[] = [
  'CREATED_AT',
  'PAID_AT',
  'MODIFIED_AT',
  'EXPIRES_AT',
  'SHIP_BY',
  'TOTAL',
];

export interface Sort {
  readonly key: OrderSortKey;
  readonly direction: 'ASC' | 'DESC';
}

export const NEWEST_FIRST: Sort = { key: 'CREATED_AT', direction: 'DESC' };

export interface Filter {
  readonly text: string;
  readonly shop: readonly string[];
  readonly platform: readonly Platform[];
  readonly status: readonly OrderStatus[];
  readonly payment: readonly PaymentStatus[];
  readonly shipping: readonly ShippingStatus[];
  readonly refund: readonly RefundStatus[];
  readonly placed: Span | undefined;
  readonly paid: Span | undefined;
  readonly total: TotalRange | undefined;
  readonly product: readonly string[];
  readonly flag: readonly string[];
  readonly message: boolean | undefined;
  readonly memo: boolean | undefined;
  /** Something about it is on hold, unknown or came back. */
  readonly isProblem: boolean;
  readonly sort: Sort;
}

export const EVERYTHING: Filter = {
  text: '',
  shop: [],
  platform: [],
  status: [],
  payment: [],
  shipping: [],
  refund: [],
  placed: undefined,
  paid: undefined,
  total: undefined,
  product: [],
  flag: [],
  message: undefined,
  memo: undefined,
  isProblem: false,
  sort: NEWEST_FIRST,
};

/** The lists of values among the filters. */
export const FACETS = ['shop', 'platform', 'status', 'payment', 'shipping', 'refund', 'product', 'flag'] as const;
export type Facet = (typeof FACETS)[number];

export function filterIn(parameters: URLSearchParams): Filter {
  const known = <Value extends string>(name: string, values: readonly Value[]): readonly Value[] =>
    values.filter((value) => parameters.getAll(name).includes(value));
  return {
    text: parameters.get('q') ?? '',
    shop: parameters.getAll('shop'),
    platform: known('platform', PLATFORMS),
    status: known('status', STATUSES),
    payment: known('payment', PAYMENTS),
    shipping: known('shipping', SHIPPINGS),
    refund: known('refund', REFUNDS),
    placed: spanIn(parameters.get('placed')),
    paid: spanIn(parameters.get('paid')),
    total: totalIn(parameters.get('total')),
    product: parameters.getAll('product').filter((id) => /^\d+$/.test(id)),
    flag: parameters.getAll('flag'),
    message: answerIn(parameters.get('message')),
    memo: answerIn(parameters.get('memo')),
    isProblem: parameters.has('problem'),
    sort: sortIn(parameters.get('sort')),
  };
}

export function parametersOf(filter: Filter): URLSearchParams {
  const parameters = new URLSearchParams();
  const set = (name: string, value: string | undefined) => value && parameters.set(name, value);
  set('q', filter.text);
  for (const facet of FACETS) for (const value of filter[facet]) parameters.append(facet, value);
  set('placed', filter.placed && spanText(filter.placed));
  set('paid', filter.paid && spanText(filter.paid));
  set('total', filter.total && totalText(filter.total));
  set('message', answerText(filter.message));
  set('memo', answerText(filter.memo));
  set('problem', filter.isProblem ? 'yes' : undefined);
  set('sort', isSameSort(filter.sort, NEWEST_FIRST) ? undefined : sortText(filter.sort));
  return parameters;
}

export const isSameFilter = (one: Filter, other: Filter): boolean =>
  parametersOf(one).toString() === parametersOf(other).toString();

const answerIn = (text: string | null): boolean | undefined =>
  text === 'yes' ? true : text === 'no' ? false : undefined;

const answerText = (answer: boolean | undefined): string | undefined =>
  answer === undefined ? undefined : answer ? 'yes' : 'no';

const DECIMAL = /^\d{1,15}(\.\d{1,4})?$/;
export const isAmount = (text: string): boolean => DECIMAL.test(text);

const totalText = ({ currencyCode, from, to }: TotalRange): string => `${currencyCode}:${from ?? ''}..${to ?? ''}`;

function totalIn(text: string | null): TotalRange | undefined {
  const [, currencyCode, ...ends] = /^([A-Z]{3}):(.*)\.\.(.*)$/.exec(text ?? '') ?? [];
  const [from, to] = ends.map((end) => (isAmount(end) ? end : undefined));
  if (currencyCode === undefined || (from === undefined && to === undefined)) return undefined;
  return { currencyCode, from, to };
}

export const isSameSort = (one: Sort, other: Sort): boolean =>
  one.key === other.key && one.direction === other.direction;

export const sortText = ({ key, direction }: Sort): string =>
  `${direction === 'DESC' ? '-' : ''}${key.toLowerCase().replace('_at', '')}`;

export const SORTS: readonly Sort[] = SORT_KEYS.flatMap((key) => [
  { key, direction: 'DESC' },
  { key, direction: 'ASC' },
]);

export const sortIn = (text: string | null): Sort => SORTS.find((sort) => sortText(sort) === text) ?? NEWEST_FIRST;
