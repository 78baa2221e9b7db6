// Lists of orders: what a page takes to be read, and what becomes of its rows.
import type { GraphQLResolveInfo } from 'graphql';
import { type MaybePromise, whenResolved } from '../../common/maybePromise.js';
import type { Order } from '../../order/order.js';
import type { Coverage, IndexReader, ListPage, PageRequest } from '../../orderIndex/types.js';
import type { Context } from '../context.js';
import { isOnlyField } from '../orderLoader.js';
import { requestedFieldsOf } from '../selection.js';
import { required } from './access.js';
import { DEFAULT_PAGE, type OrderSearchArguments } from './arguments.js';
import { OrderConnection, type OrderEdge, type PageInfo, ShopCoverage } from './connection.js';
import { OrderSortKey, SortDirection } from './enums.js';
import { createNodeFieldsOf, loadNodes, refuseUncovered } from './nodes.js';
import { type OrderScope, orderScopeOf } from './scope.js';

const nodeFieldsOf = createNodeFieldsOf([['nodes'], ['edges', 'node']]);

const DEFAULT_SORT = { key: OrderSortKey.CREATED_AT, direction: SortDirection.DESC } as const;

/** The fields of a connection that a page has to be read for. */
const OF_PAGE = ['edges', 'nodes', 'pageInfo'];

export function searchOrders(
  given: OrderSearchArguments,
  context: Context,
  info: GraphQLResolveInfo,
): OrderConnection | Promise<OrderConnection> {
  const { where, search, sortBy, maxAge, indexOnly } = given;
  const scope = orderScopeOf({ where, search }, context);
  const fieldsOf = (platformType: string) => nodeFieldsOf(requestedFieldsOf(info, platformType));
  const fields = fieldsOf('');
  refuseUncovered(fields, indexOnly);
  const reader = required(context.index.reader);
  const connection = emptyConnection(scope, reader, context);
  const { selection } = requestedFieldsOf(info, '');
  if (!OF_PAGE.some((name) => name in selection)) return connection;
  const reading = reader.list({ ...scope, sort: sortBy ?? DEFAULT_SORT, page: pageOf(given) });
  return context.orders.readFirst(reading, (page) => {
    const rows = page.edges.map(({ order }) => order);
    const request = { fieldsOf, maxAge, indexOnly, isAlone: isOnlyField(info) };
    const orders = fields.isSelected ? loadNodes(rows, request, context) : [];
    const { edges, pageInfo } = pageFields(page);
    context.answer.count({ edges, pageInfo }, fields.around);
    return Object.assign(connection, {
      pageInfo,
      nodes: orders,
      edges: edges.map((edge, position) => withNode(edge, orders[position])),
    });
  });
}

function emptyConnection(scope: OrderScope, reader: IndexReader, context: Context): OrderConnection {
  return Object.assign(new OrderConnection(), {
    countUpTo: (limit: number) => reader.count({ ...scope, limit }),
    readCoverage: async () => {
      const coverage = await reader.coverage({ shops: scope.shops });
      return coverage.flatMap((each) => shopCoverage(each, context));
    },
  });
}

function shopCoverage(coverage: Coverage, context: Context): readonly ShopCoverage[] {
  const shop = context.shops().find(({ id }) => id === coverage.shop);
  return shop ? [Object.assign(new ShopCoverage(), { ...coverage, shop })] : [];
}

const pageOf = ({ first, after, last, before }: OrderSearchArguments): PageRequest =>
  last ? { last, before: before ?? undefined } : { first: first ?? DEFAULT_PAGE, after: after ?? undefined };

function pageFields({ edges, hasNextPage, hasPreviousPage }: ListPage): {
  readonly edges: readonly OrderEdge[];
  readonly pageInfo: PageInfo;
} {
  const pageInfo: PageInfo = {
    hasNextPage,
    hasPreviousPage,
    startCursor: edges[0]?.cursor ?? null,
    endCursor: edges.at(-1)?.cursor ?? null,
  };
  return {
    edges: edges.map(({ cursor, order }) => ({ cursor, node: null, indexedAt: order.seenAt })),
    pageInfo,
  };
}

/** An edge with its order, as soon as that is there. */
const withNode = (edge: OrderEdge, order: MaybePromise<Order | Error> | undefined): MaybePromise<OrderEdge> =>
  order === undefined ? edge : whenResolved(order, (node) => ({ ...edge, node }));
