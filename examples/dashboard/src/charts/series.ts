// What the charts draw, counted from the board's orders.
import { groupBy } from '../format/groups.js';
import { type Amount, sum } from '../format/money.js';
import { dayOf } from '../format/time.js';
import type { ChartedOrderFragment, OrderStatus, Platform } from '../gql/graphql.js';

/** Rows of a table, which a chart draws as well: a label and a figure for each column. */
export interface Series<Column extends string = string> {
  readonly columns: readonly Column[];
  readonly rows: readonly { readonly label: string; readonly values: Readonly<Partial<Record<Column, string>>> }[];
}

type Orders = readonly ChartedOrderFragment[];

export function statusesByPlatform(orders: Orders, statuses: readonly OrderStatus[]): Series<OrderStatus> {
  const platforms = groupBy(orders, ({ platform }): Platform => platform);
  return {
    columns: statuses.filter((status) => orders.some((order) => order.status === status)),
    rows: [...platforms].map(([label, group]) => ({
      label,
      values: counted(group.map(({ status }) => status)),
    })),
  };
}

export const currenciesOf = (orders: Orders): readonly string[] => [
  ...new Set(orders.flatMap(({ totals }) => totals?.total?.currencyCode ?? [])),
];

/** The sums of one currency, day by day; never of several together. */
export function amountsByDay(orders: Orders, currencyCode: string): Series<'amount'> {
  const dated = orders.flatMap(({ createdAt, totals }) =>
    createdAt && totals?.total?.currencyCode === currencyCode ? [{ day: dayOf(createdAt), total: totals.total }] : [],
  );
  const days = [...groupBy(dated, ({ day }) => day)].sort(([one], [other]) => (one < other ? -1 : 1));
  return {
    columns: ['amount'],
    rows: days.map(([label, group]) => ({
      label,
      values: { amount: sum(group.map(({ total }: { readonly total: Amount }) => total.amount)) },
    })),
  };
}

export function parcelsByCarrier(orders: Orders, unnamed: string): Series<'parcels'> {
  const carriers = orders.flatMap(({ logistics }) =>
    (logistics?.shipments ?? []).map(({ carrierName, carrierCode }) => carrierName ?? carrierCode ?? unnamed),
  );
  return {
    columns: ['parcels'],
    rows: Object.entries(counted(carriers))
      .map(([label, parcels]) => ({ label, values: { parcels } }))
      .sort((one, other) => Number(other.values.parcels) - Number(one.values.parcels)),
  };
}

function counted<Value extends string>(values: readonly Value[]): Partial<Record<Value, string>> {
  const counts: Partial<Record<Value, string>> = {};
  for (const value of values) counts[value] = String(Number(counts[value] ?? 0) + 1);
  return counts;
}
