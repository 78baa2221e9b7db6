// What tiles and charts show, out of the figures that the server counted.
import type { Series } from '../charts/series.js';
import { groupBy } from '../format/groups.js';
import { type Amount, sum, totalsOf } from '../format/money.js';
import { dayOf } from '../format/time.js';
import type { FigureFragment, OrderStatus } from '../gql/graphql.js';

type Figures = readonly FigureFragment[];

export interface Tile {
  readonly count: number;
  /** One sum for each currency. */
  readonly totals: readonly Amount[];
}

export const tileOf = (figures: Figures): Tile => ({
  count: figures.reduce((total, { count }) => total + count, 0),
  totals: totalsOf(figures.flatMap(({ totals }) => totals)),
});

export const ofDay = (figures: Figures, day: string): Figures =>
  figures.filter(({ from }) => from && dayOf(from) === day);

export const ofStatuses = (figures: Figures, statuses: readonly OrderStatus[]): Figures =>
  figures.filter(({ status }) => status && statuses.includes(status));

/** A row for each of the days, also those without an order. */
export function statusesByDay(
  figures: Figures,
  days: readonly string[],
  statuses: readonly OrderStatus[],
): Series<OrderStatus> {
  const byDay = groupBy(figures, ({ from }) => (from ? dayOf(from) : ''));
  return {
    columns: statusesAmong(figures, statuses),
    rows: days.map((label) => ({ label, values: countsByStatus(byDay.get(label) ?? []) })),
  };
}

export function statusesByPlatform(figures: Figures, statuses: readonly OrderStatus[]): Series<OrderStatus> {
  return {
    columns: statusesAmong(figures, statuses),
    rows: [...groupBy(figures, ({ platform }) => platform ?? '')].map(([label, group]) => ({
      label,
      values: countsByStatus(group),
    })),
  };
}

export const currenciesOf = (figures: Figures): readonly string[] => [
  ...new Set(figures.flatMap(({ totals }) => totals.map(({ currencyCode }) => currencyCode))),
];

export function amountsByDay(figures: Figures, days: readonly string[], currency: string): Series<'amount'> {
  const byDay = groupBy(figures, ({ from }) => (from ? dayOf(from) : ''));
  return {
    columns: ['amount'],
    rows: days.map((label) => {
      const totals = (byDay.get(label) ?? []).flatMap((figure) => figure.totals);
      const amounts = totals.filter(({ currencyCode }) => currencyCode === currency).map(({ amount }) => amount);
      return { label, values: { amount: sum(amounts) } };
    }),
  };
}

const statusesAmong = (figures: Figures, statuses: readonly OrderStatus[]): readonly OrderStatus[] =>
  statuses.filter((status) => figures.some((figure) => figure.status === status && figure.count > 0));

const countsByStatus = (figures: Figures): Partial<Record<OrderStatus, string>> =>
  Object.fromEntries(
    [...groupBy(figures, ({ status }) => status ?? 'UNKNOWN')].map(([status, group]) => [
      status,
      String(tileOf(group).count),
    ]),
  );
