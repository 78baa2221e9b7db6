// Pages of the change feed, with the orders that changed as they are now.
import type { GraphQLResolveInfo } from 'graphql';
import { type MaybePromise, whenResolved } from '../../common/maybePromise.js';
import type { Order } from '../../order/order.js';
import type { Change, ChangeFilter, ChangePage, IndexedOrder, IndexReader } from '../../orderIndex/types.js';
import type { Context } from '../context.js';
import { isOnlyField } from '../orderLoader.js';
import { requestedFieldsOf } from '../selection.js';
import { required } from './access.js';
import { DEFAULT_CHANGES, type OrderChangesArguments } from './arguments.js';
import type { OrderChange, OrderChangeConnection } from './change.js';
import type { OrderChangeWhere } from './filters.js';
import { createNodeFieldsOf, loadNodes } from './nodes.js';
import { shopsNamed } from './scope.js';

const nodeFieldsOf = createNodeFieldsOf([
  ['nodes', 'order'],
  ['edges', 'node', 'order'],
]);

export interface ChangeScope {
  readonly shops: readonly string[];
  readonly filter: ChangeFilter;
}

/** @throws Fault FORBIDDEN or SHOP_NOT_FOUND for what the caller may not ask */
export function changeScopeOf(where: OrderChangeWhere | null | undefined, context: Context): ChangeScope {
  return {
    shops: shopsNamed(where?.shops, context).map(({ id }) => id),
    filter: {
      kinds: where?.kind ?? undefined,
      aspects: where?.changed ?? undefined,
      orderIds: where?.orderIds ?? undefined,
    },
  };
}

export function changesOf(
  { after, first, where }: OrderChangesArguments,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<OrderChangeConnection> {
  const scope = changeScopeOf(where, context);
  const reader = required(context.index.reader);
  const fieldsOf = (platformType: string) => nodeFieldsOf(requestedFieldsOf(info, platformType));
  const fields = fieldsOf('');
  const query = { ...scope, after: after ?? undefined, first: first ?? DEFAULT_CHANGES };
  return context.orders.readFirst(read(), ({ page, rows }) => {
    const changes = page.changes.map((change): OrderChange => ({ ...change, order: null }));
    const connection = connectionOf(changes, page, after);
    context.answer.count(connection, fields.around);
    if (!fields.isSelected) return connection;
    const orders = loadNodes(rows, { fieldsOf, isAlone: isOnlyField(info) }, context);
    return connectionOf(withOrders(changes, rows, orders), page, after);
  });

  async function read(): Promise<{ page: ChangePage; rows: readonly IndexedOrder[] }> {
    const page = await reader.changes(query);
    return { page, rows: fields.isSelected ? await rowsOf(page.changes, reader) : [] };
  }
}

const eventFieldsOf = createNodeFieldsOf([['order']]);

/** One change of a feed that is followed, and its order as it is now where that is selected. */
export function changeOf(change: Change, context: Context, info: GraphQLResolveInfo): MaybePromise<OrderChange> {
  const fieldsOf = (platformType: string) => eventFieldsOf(requestedFieldsOf(info, platformType));
  const { around, isSelected } = fieldsOf('');
  const alone: OrderChange = { ...change, order: null };
  context.answer.count(alone, around);
  if (!isSelected) return alone;
  return context.orders.readFirst(rowsOf([change], required(context.index.reader)), (rows) => {
    const orders = loadNodes(rows, { fieldsOf, isAlone: isOnlyField(info) }, context);
    return withOrders([alone], rows, orders)[0] ?? alone;
  });
}

/** The rows of the orders that changed, each once; none of those that have left the index. */
export async function rowsOf(changes: readonly Change[], reader: IndexReader): Promise<readonly IndexedOrder[]> {
  const ids = new Map<string, Set<string>>();
  for (const { kind, shop, orderId } of changes)
    if (kind !== 'DELETED') ids.set(shop, (ids.get(shop) ?? new Set()).add(orderId));
  const pages = await Promise.all(
    [...ids].map(([shop, orderIds]) =>
      reader.list({
        shops: [shop],
        filter: { orderIds: [...orderIds] },
        sort: { key: 'CREATED_AT', direction: 'DESC' },
        page: { first: orderIds.size },
      }),
    ),
  );
  return pages.flatMap(({ edges }) => edges.map(({ order }) => order));
}

const nameOf = ({ shop, orderId }: { readonly shop: string; readonly orderId: string }): string => `${shop} ${orderId}`;

/** Changes beside the orders of these rows, each as soon as its order is there. */
function withOrders(
  changes: readonly OrderChange[],
  rows: readonly IndexedOrder[],
  orders: readonly MaybePromise<Order | Error>[],
): readonly MaybePromise<OrderChange>[] {
  const byName = new Map(rows.map((row, position) => [nameOf(row), orders[position]]));
  return changes.map((change) => {
    const found = change.kind === 'DELETED' ? undefined : byName.get(nameOf(change));
    return found === undefined ? change : whenResolved(found, (order) => ({ ...change, order }));
  });
}

function connectionOf(
  nodes: readonly MaybePromise<OrderChange>[],
  { changes, endCursor, hasNextPage }: ChangePage,
  after: string | null | undefined,
): OrderChangeConnection {
  return {
    nodes,
    edges: nodes.map((change) => whenResolved(change, (node) => ({ cursor: node.cursor, node }))),
    pageInfo: {
      hasNextPage,
      // The change at the cursor itself, at least.
      hasPreviousPage: Boolean(after),
      startCursor: changes[0]?.cursor ?? null,
      endCursor,
    },
  };
}
