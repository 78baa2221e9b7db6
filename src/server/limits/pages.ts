// The rows that a field answers from the order index, as far as its arguments tell, and whether their orders are fetched.
import { type FieldNode, type GraphQLObjectType, getArgumentValues } from 'graphql';
import { DEFAULT_CHANGES, DEFAULT_PAGE, MAX_PAGE } from '../../query/orderIndex/arguments.js';
import type { Variables } from '../graphql/variables.js';

type Arguments = Readonly<Record<string, unknown>>;

export interface Page {
  readonly rows: number;
  /** Whether each order is fetched, where anything is selected of it that rows do not cover; whatever is selected. */
  readonly fetches: 'NEVER' | 'UNCOVERED' | 'ALWAYS';
}

const pageSize = (asked: unknown, otherwise: number): number =>
  typeof asked === 'number' ? Math.min(Math.max(asked, 0), MAX_PAGE) : otherwise;

/** By the names of root fields. */
const PAGES: Readonly<Record<string, (given: Arguments) => Page>> = {
  orderSearch: ({ first, last, maxAge, indexOnly }) => ({
    rows: pageSize(first ?? last, DEFAULT_PAGE),
    // A row may be older than that.
    fetches: indexOnly === true ? 'NEVER' : typeof maxAge === 'number' ? 'ALWAYS' : 'UNCOVERED',
  }),
  orderChanges: ({ first }) => ({ rows: pageSize(first, DEFAULT_CHANGES), fetches: 'UNCOVERED' }),
  orderChanged: () => ({ rows: 1, fetches: 'UNCOVERED' }),
  // Fetched in the background, at a pace of its own.
  importOrders: ({ refs }) => ({ rows: (refs as readonly unknown[]).length, fetches: 'NEVER' }),
  refreshOrders: ({ refs }) => ({ rows: (refs as readonly unknown[]).length, fetches: 'NEVER' }),
};

const NO_PAGE: Page = { rows: 0, fetches: 'NEVER' };

/** Reads a field's page; undefined for a field that has none. */
export function pageOf(
  node: FieldNode,
  root: GraphQLObjectType | undefined,
): ((variables: Variables) => Page) | undefined {
  const pageIn = Object.hasOwn(PAGES, node.name.value) ? PAGES[node.name.value] : undefined;
  const definition = root?.getFields()[node.name.value];
  if (pageIn === undefined || definition === undefined) return undefined;
  return (variables) => {
    try {
      return pageIn(getArgumentValues(definition, node, variables));
    } catch {
      return NO_PAGE; // null where none may be: the field fails before anything is read
    }
  };
}

const CONNECTIONS: ReadonlySet<string | undefined> = new Set(['OrderConnection', 'OrderChangeConnection']);

/** Whether a list has a member for each row of its page. */
export const isListOfPage = (field: string, parent: string | undefined): boolean =>
  CONNECTIONS.has(parent) && (field === 'edges' || field === 'nodes');

/** What reading the index takes beside rows, in points: what is counted or grouped is not in the answer. */
const POINTS: ReadonlyMap<string, number> = new Map([
  ['Query.orderCount', 10],
  ['OrderConnection.count', 10],
  ['OrderConnection.coverage', 10],
  ['Query.orderStatistics', 50],
]);

export const pointsOfReading = (field: string, parent: string | undefined): number =>
  POINTS.get(`${parent}.${field}`) ?? 0;
