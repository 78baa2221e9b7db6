// Pages of the change feed, in the order in which changes were committed.
import { type Expression, expressionBuilder, type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import { Fault } from '../../common/fault.js';
import { ASPECTS, bitsOf, CHANGE_KINDS, hasBit } from '../codes.js';
import type { Engine } from '../engine/engine.js';
import { decodeState } from '../orderState.js';
import { type ChangeRow, COUNTERS, type Tables } from '../schema/tables.js';
import type { Change, ChangeFilter, ChangePage, ChangesQuery } from '../types.js';
import { codeAt, isOneOf } from './columns.js';
import { listIn } from './cursor.js';
import { isStorable } from './lookups.js';

/** How many of the shops' changes one page looks through where a filter matches few of them. */
const MAX_CHANGES = 5_000;

/** SQLite takes 500 queries in a union. */
const BRANCHES = 400;

const changes = expressionBuilder<Tables, 'changes'>();

/** Which feed it is, its last change, and the last that is kept no longer. */
interface FeedState {
  readonly epoch: number;
  readonly expired: number;
  readonly last: number;
}

/** Some of the changes of the shops: those after one and up to another, or what a filter leaves of them. */
interface Span {
  readonly shops: readonly string[];
  readonly after: number;
  readonly upTo: number;
  readonly condition?: Expression<SqlBool> | undefined;
  readonly limit: number;
}

/** @throws Fault CURSOR_EXPIRED where changes after the cursor are kept no longer. */
export async function readChanges(
  engine: Engine,
  db: Kysely<Tables>,
  { shops, filter, after, first }: ChangesQuery,
): Promise<ChangePage> {
  const state = await feedState(db);
  const cursorAt = (change: number): string => encodeCursor(state.epoch, change);
  if (after === undefined) return { changes: [], endCursor: cursorAt(state.last), hasNextPage: false };
  const seq = decodeCursor(after, state);
  const all = { shops: [...new Set(shops)], after: seq, upTo: state.last };
  const condition = conditionOf(filter);
  const upTo = condition === undefined ? state.last : await lastWithin(engine, db, all);
  const rows = await readSpan(engine, db, { ...all, upTo, condition, limit: first + 1 });
  // Only now, as changes may have been deleted while they were read.
  if (seq < (await feedState(db)).expired) throw expired();
  const found = rows.slice(0, first);
  const isCut = rows.length > first;
  return {
    changes: found.map((row) => toChange(row, cursorAt(row.seq))),
    endCursor: isCut ? cursorAt(found.at(-1)?.seq ?? seq) : cursorAt(upTo),
    hasNextPage: isCut || upTo < state.last,
  };
}

/** The last of the changes that one page may look through. */
async function lastWithin(engine: Engine, db: Kysely<Tables>, span: Omit<Span, 'limit'>): Promise<number> {
  const seqs = await readSpan<'seq'>(engine, db, { ...span, limit: MAX_CHANGES }, ['seq']);
  return seqs.length < MAX_CHANGES ? span.upTo : (seqs.at(-1)?.seq ?? span.upTo);
}

const COLUMNS = ['seq', 'at', 'shop', 'order_id', 'kind', 'aspects', 'before', 'after'] as const;

/** Each shop's changes by their own index, merged. */
async function readSpan<Column extends keyof ChangeRow = keyof ChangeRow>(
  { hasLateral }: Engine,
  db: Kysely<Tables>,
  { shops, after, upTo, condition, limit }: Span,
  columns: readonly (Column & keyof ChangeRow)[] = COLUMNS as readonly string[] as readonly Column[],
): Promise<readonly Pick<ChangeRow, Column>[]> {
  if (shops.length === 0 || after >= upTo) return [];
  const selected = sql.join(columns.map((column) => sql.ref(`changes.${column}`)));
  const within = (isOfShop: RawBuilder<unknown>): RawBuilder<unknown> => sql`
    select ${selected} from changes
    where ${isOfShop} and seq > ${after} and seq <= ${upTo} and ${condition ?? sql`1 = 1`}`;
  const ordered = sql`order by seq limit ${limit}`;
  const query = hasLateral
    ? sql`
      select place.* from unnest(${shops}::text[]) as branch(shop)
      cross join lateral (${within(sql`changes.shop = branch.shop`)} ${ordered}) as place ${ordered}`
    : sql`${sql.join(branchesOf(shops).map(within), sql` union all `)} ${ordered}`;
  return (await (query as RawBuilder<Pick<ChangeRow, Column>>).execute(db)).rows;
}

/** So many shops are nearly all there are: their changes are read as they follow one another. */
const branchesOf = (shops: readonly string[]): readonly RawBuilder<unknown>[] =>
  shops.length > BRANCHES
    ? [sql`changes.shop in (select value from json_each(${JSON.stringify(shops)}))`]
    : shops.map((shop) => sql`changes.shop = ${shop}`);

function conditionOf({ kinds, aspects, orderIds }: ChangeFilter): Expression<SqlBool> | undefined {
  const conditions: Expression<SqlBool>[] = [];
  if (kinds !== undefined)
    conditions.push(
      isOneOf(
        'changes.kind',
        kinds.map((kind) => CHANGE_KINDS.indexOf(kind)),
      ),
    );
  if (aspects !== undefined)
    conditions.push(sql<SqlBool>`(changes.aspects & ${sql.lit(bitsOf(ASPECTS, aspects))}) <> 0`);
  if (orderIds !== undefined) conditions.push(isOneOf('changes.order_id', orderIds.filter(isStorable)));
  return conditions.length === 0 ? undefined : changes.and(conditions);
}

const toChange = (row: ChangeRow, cursor: string): Change => ({
  cursor,
  at: new Date(row.at),
  kind: codeAt(CHANGE_KINDS, row.kind),
  shop: row.shop,
  orderId: row.order_id,
  changed: ASPECTS.filter((aspect) => hasBit(ASPECTS, row.aspects, aspect)),
  before: row.before === null ? null : decodeState(row.before),
  after: row.after === null ? null : decodeState(row.after),
});

/** The number of the feed's last change: it grows with every one. */
export async function lastChange(db: Kysely<Tables>): Promise<number> {
  return (await feedState(db)).last;
}

async function feedState(db: Kysely<Tables>): Promise<FeedState> {
  const counters = await db
    .selectFrom('counters')
    .select(['name', 'value'])
    .where('name', 'in', Object.values(COUNTERS))
    .execute();
  const values = new Map(counters.map(({ name, value }) => [name, value]));
  return {
    epoch: values.get(COUNTERS.epoch) ?? 0,
    expired: values.get(COUNTERS.expiredChange) ?? 0,
    last: values.get(COUNTERS.lastChange) ?? 0,
  };
}

/** Of what cursors say; a later version refuses those of an earlier one by this. */
const VERSION = 1;

const encodeCursor = (epoch: number, seq: number): string =>
  Buffer.from(JSON.stringify([VERSION, epoch, seq])).toString('base64url');

function decodeCursor(cursor: string, { epoch, last }: FeedState): number {
  const parts = listIn(cursor);
  if (parts.length !== 3 || parts[0] !== VERSION || !parts.every(Number.isSafeInteger))
    throw new Fault('BAD_USER_INPUT', 'after: is not a cursor of changes', {}, { origin: 'local' });
  const [, feed, seq] = parts as readonly [number, number, number];
  if (feed !== epoch || seq > last) throw expired();
  return seq;
}

const expired = (): Fault =>
  new Fault(
    'CURSOR_EXPIRED',
    'Changes after this cursor are kept no longer: read the orders anew, then follow changes from now on.',
    {},
    { origin: 'local' },
  );
