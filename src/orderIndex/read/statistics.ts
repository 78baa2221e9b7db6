// Counts and totals of orders in groups, always those that the same filter lists: from the roll-ups, and from rows where
// the roll-ups cannot tell.
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { moneyOfUnits } from '../../mapping/money.js';
import type { Platform } from '../../order/enums.js';
import type { Money } from '../../order/money.js';
import { PAYMENT_STATUSES, REFUND_STATUSES, SHIPPING_STATUSES, STATUSES } from '../codes.js';
import type { Tables } from '../schema/tables.js';
import type { Dimension, Statistic, StatisticsQuery } from '../types.js';
import { type Calendar, createCalendar, type TimeUnit } from './calendar.js';
import { type CellColumn, cellsOf } from './cells.js';
import { codeAt } from './columns.js';
import type { BoundFilter } from './filter.js';

/** Of several units of time the finest says when a group begins. */
const UNITS = ['HOUR', 'DAY', 'MONTH'] as const satisfies readonly TimeUnit[];

const COLUMNS = [
  ['SHOP', 'shop'],
  ['PLATFORM', 'platform'],
  ['STATUS', 'status'],
  ['PAYMENT_STATUS', 'payment'],
  ['SHIPPING_STATUS', 'shipping'],
  ['REFUND_STATUS', 'refund'],
] as const satisfies readonly (readonly [Dimension, CellColumn])[];

/** A group of cells as the database adds them up; sums as texts, as they may be greater than any number is exact. */
interface Sum {
  readonly shop?: string;
  readonly platform?: Platform;
  readonly status?: number;
  readonly payment?: number;
  readonly shipping?: number;
  readonly refund?: number;
  readonly start?: number;
  readonly currency: string;
  readonly count: unknown;
  readonly high: string;
  readonly low: string;
}

interface Group {
  readonly sum: Sum;
  readonly from: number | undefined;
  count: number;
  readonly units: Map<string, bigint>;
}

/** @throws Fault BAD_USER_INPUT where there is no such time zone. */
export async function readStatistics(
  db: Kysely<Tables>,
  bound: BoundFilter,
  { by, basis, timeZone }: Pick<StatisticsQuery, 'by' | 'basis' | 'timeZone'>,
): Promise<readonly Statistic[]> {
  const calendar = createCalendar(timeZone);
  const unit = UNITS.find((name) => by.includes(name));
  const columns: CellColumn[] = COLUMNS.filter(([dimension]) => by.includes(dimension)).map(([, column]) => column);
  if (unit !== undefined) columns.unshift('start');
  const sums = bound.shops.length === 0 ? [] : await sumsOf(db, bound, columns, basis, stepOf(unit, calendar));
  return statisticsOf(sums, by.length === 0, (start) => unit && calendar.startOf(unit, start));
}

const stepOf = (unit: TimeUnit | undefined, { step }: Calendar): 'NONE' | Calendar['step'] => {
  if (unit === undefined) return 'NONE';
  return unit === 'HOUR' && step === 'DAY' ? 'HOUR' : step;
};

/** Amounts are added in two parts, as their sum may be greater than the database's integers. */
const PART = 1_000_000_000;

async function sumsOf(
  db: Kysely<Tables>,
  bound: BoundFilter,
  columns: readonly CellColumn[],
  basis: StatisticsQuery['basis'],
  step: 'NONE' | Calendar['step'],
): Promise<readonly Sum[]> {
  const grouped: readonly CellColumn[] = [...columns, 'currency'];
  const cells = await cellsOf(db, { bound, columns: grouped, basis, step });
  const names = sql.join(grouped.map((column) => sql.ref(`cells.${column}`)));
  const part = (amount: RawBuilder<unknown>): RawBuilder<unknown> => sql`cast(sum(${amount}) as text)`;
  const { rows } = await sql<Sum>`
    select
      ${names},
      sum(cells.count) as count,
      ${part(sql`cells.total / ${sql.lit(PART)}`)} as high,
      ${part(sql`cells.total % ${sql.lit(PART)}`)} as low
    from (${cells}) as cells
    group by ${names}
    having sum(cells.count) > 0
    order by ${names}`.execute(db);
  return rows;
}

function statisticsOf(
  sums: readonly Sum[],
  isOneGroup: boolean,
  beginningOf: (start: number) => number | undefined,
): readonly Statistic[] {
  const groups = new Map<string, Group>();
  for (const sum of sums) {
    const from = sum.start === undefined ? undefined : beginningOf(sum.start);
    const group = groupOf(groups, sum, from);
    group.count += Number(sum.count);
    if (sum.currency === '') continue;
    const units = BigInt(sum.high) * BigInt(PART) + BigInt(sum.low);
    group.units.set(sum.currency, (group.units.get(sum.currency) ?? 0n) + units);
  }
  const found = [...groups.values()].map(toStatistic);
  return isOneGroup && found.length === 0 ? [EMPTY] : found;
}

function groupOf(groups: Map<string, Group>, sum: Sum, from: number | undefined): Group {
  const { shop, platform, status, payment, shipping, refund } = sum;
  const name = `${from} ${status} ${payment} ${shipping} ${refund} ${platform} ${shop}`;
  let group = groups.get(name);
  if (group === undefined) {
    group = { sum, from, count: 0, units: new Map() };
    groups.set(name, group);
  }
  return group;
}

const EMPTY: Statistic = {
  shop: null,
  platform: null,
  status: null,
  paymentStatus: null,
  shippingStatus: null,
  refundStatus: null,
  from: null,
  count: 0,
  totals: [],
};

const toStatistic = ({ sum, from, count, units }: Group): Statistic => ({
  shop: sum.shop ?? null,
  platform: sum.platform ?? null,
  status: sum.status === undefined ? null : codeAt(STATUSES, sum.status),
  paymentStatus: sum.payment === undefined ? null : codeAt(PAYMENT_STATUSES, sum.payment),
  shippingStatus: sum.shipping === undefined ? null : codeAt(SHIPPING_STATUSES, sum.shipping),
  refundStatus: sum.refund === undefined ? null : codeAt(REFUND_STATUSES, sum.refund),
  from: from === undefined ? null : new Date(from),
  count,
  totals: totalsOf(units),
});

const totalsOf = (units: ReadonlyMap<string, bigint>): readonly Money[] =>
  [...units].map(([currency, sum]) => moneyOfUnits(sum, currency));
