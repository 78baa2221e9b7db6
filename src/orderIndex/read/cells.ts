// Cells: counts and sums of orders that have the same of everything that is asked about. Roll-ups are cells already; where
// they cannot tell, each row is one.
import { type Expression, type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Platform } from '../../order/enums.js';
import { BASES, type Basis, GRAINS } from '../codes.js';
import { MISSING, type Tables } from '../schema/tables.js';
import type { InstantRange, OrderFilter } from '../types.js';
import { QUARTER_MS } from './calendar.js';
import { AXIS_NAMES, axisConditions, INSTANT_COLUMNS, NOTHING } from './columns.js';
import { type BoundFilter, isLookedUp, isWithin, ordersOf } from './filter.js';
import { type Segment, segmentsOf } from './segments.js';

export type CellColumn = 'shop' | 'platform' | 'status' | 'payment' | 'shipping' | 'refund' | 'start' | 'currency';

/** By what time orders are told apart: not at all, or at least so finely. Roll-ups know of nothing finer than hours. */
export type TimeStep = 'NONE' | 'DAY' | 'HOUR' | 'QUARTER';

export interface CellsQuestion {
  readonly bound: BoundFilter;
  readonly columns: readonly CellColumn[];
  /** The instant that `start` is of. */
  readonly basis: Basis;
  readonly step: TimeStep;
}

const INSTANT_OF = { CREATED: 'createdAt', PAID: 'paidAt' } as const satisfies Readonly<Record<Basis, string>>;

/** What of a filter roll-ups can tell. */
const ROLLED_UP: ReadonlySet<string> = new Set<keyof OrderFilter>(['platforms', 'instants', 'not', ...AXIS_NAMES]);

interface Plan {
  readonly basis: Basis;
  readonly segments: readonly Segment[];
}

/** The query whose rows are the cells: their columns, `count` and `total`. */
export async function cellsOf(db: Kysely<Tables>, question: CellsQuestion): Promise<RawBuilder<unknown>> {
  const { bound, columns } = question;
  const { basis, segments } = planOf(question);
  const asksPlatforms = columns.includes('platform') || bound.filter.platforms !== undefined;
  const platforms =
    asksPlatforms && segments.some(({ source }) => source !== 'ROWS') ? await platformsOf(db, bound) : [];
  const queries = segments.flatMap((segment) => {
    if (segment.source === 'ROWS') return [cellsOfRows(db, question, basis, segment)];
    if (!asksPlatforms) return [cellsOfRollups(question, basis, segment, bound.shops)];
    return platforms.map(([platform, shops]) => cellsOfRollups(question, basis, segment, shops, platform));
  });
  return queries.length === 0 ? cellsOfRows(db, question, basis, NO_ROWS) : sql`${sql.join(queries, sql` union all `)}`;
}

const NO_ROWS: Segment = { source: 'ROWS', range: { gte: 0, lt: 0 } };

/** Whether the answer costs no row for each order. */
export const isRolledUp = (question: CellsQuestion): boolean =>
  planOf(question).segments.every(({ source }) => source !== 'ROWS');

function planOf({ bound, basis, step }: CellsQuestion): Plan {
  const { filter } = bound;
  const rolled = step === 'QUARTER' || isLookedUp(bound) ? undefined : rolledUpRange(filter);
  const isOtherInstant = rolled?.basis !== undefined && step !== 'NONE' && rolled.basis !== basis;
  if (rolled === undefined || isOtherInstant)
    return { basis, segments: [{ source: 'ROWS', range: step === 'NONE' ? undefined : {} }] };
  if (rolled.range !== undefined)
    return { basis: rolled.basis ?? basis, segments: segmentsOf(rolled.range, step === 'HOUR' ? 'HOUR' : 'DAY') };
  return { basis, segments: [step === 'NONE' ? { source: 'ALL' } : { source: step as 'DAY' | 'HOUR', range: {} }] };
}

interface RolledUpRange {
  readonly basis?: Basis;
  readonly range?: InstantRange;
}

/** The range of a filter that roll-ups can tell all of; undefined where it asks for more. */
function rolledUpRange(filter: OrderFilter): RolledUpRange | undefined {
  if (!namesOf(filter).every((name) => ROLLED_UP.has(name))) return undefined;
  const axes: readonly string[] = AXIS_NAMES;
  if (!namesOf(filter.not ?? {}).every((name) => axes.includes(name))) return undefined;
  const { instants = {} } = filter;
  const [instant, ...others] = namesOf(instants);
  if (instant === undefined) return {};
  const basis = BASES.find((name) => INSTANT_OF[name] === instant);
  return others.length > 0 || basis === undefined ? undefined : { basis, range: instants[INSTANT_OF[basis]] ?? {} };
}

const namesOf = <Named extends object>(named: Named): (keyof Named & string)[] =>
  (Object.keys(named) as (keyof Named & string)[]).filter((name) => named[name] !== undefined);

/** The shops by their platform: each has one, so that any of its orders tells. */
async function platformsOf(
  db: Kysely<Tables>,
  { shops, filter: { platforms } }: BoundFilter,
): Promise<readonly (readonly [Platform, readonly string[]])[]> {
  const { rows } = await sql<{ readonly shop: string; readonly platform: Platform | null }>`
    select shop, (select platform from orders where orders.shop = known.shop limit 1) as platform
    from (
      select distinct shop from rollups
      where shop in (${sql.join(shops)}) and grain = ${GRAINS.indexOf('ALL')} and basis = ${BASES.indexOf('CREATED')}
    ) as known`.execute(db);
  const shopsOf = new Map<Platform, string[]>();
  for (const { shop, platform } of rows)
    if (platform !== null && (platforms === undefined || platforms.includes(platform)))
      shopsOf.set(platform, [...(shopsOf.get(platform) ?? []), shop]);
  return [...shopsOf];
}

function cellsOfRollups(
  { bound: { filter }, columns }: CellsQuestion,
  basis: Basis,
  { source, range }: Segment,
  shops: readonly string[],
  platform?: Platform,
): RawBuilder<unknown> {
  const selected = columns.map((column) =>
    column === 'platform' ? sql`cast(${platform} as text) as platform` : sql.ref(`rollups.${column}`),
  );
  const conditions = [
    sql<SqlBool>`rollups.shop in (${sql.join(shops)})`,
    sql<SqlBool>`rollups.grain = ${sql.lit(GRAINS.indexOf(source as (typeof GRAINS)[number]))}`,
    sql<SqlBool>`rollups.basis = ${sql.lit(BASES.indexOf(basis))}`,
    ...(range === undefined ? [] : [startsWithin(range)]),
    ...axisConditions('rollups', filter),
    ...(filter.not === undefined ? [] : [noneOf(axisConditions('rollups', filter.not))]),
  ];
  return sql`
    select ${sql.join([...selected, sql`rollups.count as count`, sql`rollups.total as total`])}
    from rollups where ${sql.join(conditions, sql` and `)}`;
}

const startsWithin = ({ gte, lt }: InstantRange): Expression<SqlBool> => {
  const from = gte === undefined ? sql<SqlBool>`rollups.start > ${MISSING}` : sql<SqlBool>`rollups.start >= ${gte}`;
  return lt === undefined ? from : sql<SqlBool>`${from} and rollups.start < ${lt}`;
};

/** What all of the conditions match is left out; without any that is everything. */
const noneOf = (conditions: readonly Expression<SqlBool>[]): Expression<SqlBool> =>
  conditions.length === 0 ? NOTHING : sql<SqlBool>`not (${sql.join(conditions, sql` and `)})`;

function cellsOfRows(
  db: Kysely<Tables>,
  { bound, columns }: CellsQuestion,
  basis: Basis,
  { range }: Segment,
): RawBuilder<unknown> {
  const instant = INSTANT_COLUMNS[INSTANT_OF[basis]];
  const selected = columns.map((column) =>
    (column === 'start' ? quarterOf(instant) : sql.ref(`orders.${column}`)).as(column),
  );
  const found = ordersOf(db, bound).select([...selected, sql.lit(1).as('count'), AMOUNT.as('total')]);
  return sql`select * from ${range === undefined ? found : found.where(isWithin(instant, range))} as found`;
}

const AMOUNT = sql`case when orders.total = ${sql.lit(MISSING)} then 0 else orders.total end`;

/** Far before any instant, at the beginning of a quarter: so that integers are divided downward. */
const ORIGIN = QUARTER_MS * 100_000_000;

const quarterOf = (column: string): RawBuilder<number> => {
  const [origin, quarter] = [sql.lit(ORIGIN), sql.lit(QUARTER_MS)];
  return sql<number>`(${sql.ref(`orders.${column}`)} + ${origin}) / ${quarter} * ${quarter} - ${origin}`;
};
