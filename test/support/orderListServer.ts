// A server with ten thousand invented orders in its list, for tests of the dashboard that the demo's orders are too few or
// too steady for. It answers by the printed schema, filters by what the tests ask for, and is told what becomes of orders.
import { readFileSync } from 'node:fs';
import Fastify from 'fastify';
import { buildSchema, type ExecutionResult, graphql, parse } from 'graphql';
import type { OperationArgs, RequestParams } from 'graphql-sse';
import { createHandler } from 'graphql-sse/lib/use/fastify';
import { setHeaders } from '../../src/server/headers.js';
import { dashboard } from '../../src/server/pages/dashboard.js';

const sdl = readFileSync(new URL('../../schema/schema.graphql', import.meta.url), 'utf8');

export interface InventedOrder {
  readonly id: string;
  readonly orderId: string;
  readonly shop: InventedShop;
  readonly status: string;
  readonly createdAt: Date;
  readonly total: string;
}

interface InventedShop {
  readonly id: string;
  readonly name: string;
  readonly platform: string;
}

const SHOPS: readonly InventedShop[] = [
  { id: 'mill', name: 'Mill Knitwear', platform: 'ALIBABA_1688' },
  { id: 'flagship', name: 'Flagship Store', platform: 'TAOBAO' },
  // A spreadsheet would run this name.
  { id: 'overseas', name: '=Overseas "Store"', platform: 'ALIEXPRESS' },
];
const STATUSES = ['AWAITING_PAYMENT', 'AWAITING_SHIPMENT', 'SHIPPED', 'DELIVERED', 'COMPLETED', 'CANCELLED', 'ON_HOLD'];
const FIRST_ID = 3_100_000_000_000_747_370n;
const MINUTE = 60_000;
const MAX_COUNT = 10_000;

/** One in a list of orders a minute, the youngest first. */
const invented = (number: number, now: number): InventedOrder => ({
  id: `order-${number}`,
  orderId: String(FIRST_ID + BigInt(number)),
  shop: SHOPS[Math.abs(number) % SHOPS.length] as InventedShop,
  status: STATUSES[Math.abs(number) % STATUSES.length] as string,
  createdAt: new Date(now - number * MINUTE),
  total: `${Math.abs(number * 37) % 900}.50`,
});

interface Where {
  readonly shops?: readonly string[];
  readonly status?: readonly string[];
  readonly orderIds?: readonly string[];
  readonly counterpart?: string;
}

interface ListArguments {
  readonly where?: Where | null;
  readonly search?: string | null;
  readonly first?: number | null;
  readonly after?: string | null;
  readonly limit?: number;
}

interface Change {
  readonly cursor: string;
  readonly kind: 'CREATED' | 'UPDATED';
  readonly shop: string;
  readonly orderId: string;
}

export interface OrderListServer {
  readonly url: string;
  /** A new order comes in, as the youngest of all. */
  readonly place: () => InventedOrder;
  readonly change: (orderId: string, status: string) => void;
  /** How many pages of the list were asked for. */
  readonly pages: () => number;
  /** How many streams are open. */
  readonly streams: () => number;
  /** From now on the list is refused with this code; undefined: it is answered again. */
  readonly refuse: (code: string | undefined) => void;
  readonly close: () => Promise<void>;
}

interface OrderListOptions {
  readonly count?: number;
  /** Whether a stream can be opened. */
  readonly hasStream?: boolean;
}

export async function startOrderListServer({
  count = 10_000,
  hasStream = true,
}: OrderListOptions = {}): Promise<OrderListServer> {
  const now = Date.now();
  let orders = Array.from({ length: count }, (_, number) => invented(number, now));
  let refusal: string | undefined;
  let pages = 0;
  let placed = 0;
  const feed = createFeed();

  const found = ({ where, search }: ListArguments): readonly InventedOrder[] => {
    if (refusal !== undefined) throw refused(refusal);
    if (where?.counterpart) throw refused('PII_SCOPE_REQUIRED');
    return orders.filter(
      ({ orderId, status, shop }) =>
        (where?.shops?.includes(shop.id) ?? true) &&
        (where?.status?.includes(status) ?? true) &&
        (where?.orderIds?.includes(orderId) ?? true) &&
        (!search || search === orderId),
    );
  };
  const counted = (given: ListArguments) => {
    const { length } = found(given);
    const limit = given.limit ?? MAX_COUNT;
    return length > limit ? { count: limit, precision: 'AT_LEAST' } : { count: length, precision: 'EXACT' };
  };

  const root = {
    shops: SHOPS,
    orderSearch(given: ListArguments) {
      const all = found(given);
      const start = given.after ? all.findIndex(({ id }) => id === given.after) + 1 : 0;
      const end = start + (given.first ?? 50);
      if (given.after !== undefined) pages += 1;
      const edges = all.slice(start, end).map((order) => ({ cursor: order.id, node: nodeOf(order) }));
      return {
        edges,
        pageInfo: { hasNextPage: end < all.length, hasPreviousPage: start > 0, endCursor: edges.at(-1)?.cursor },
        coverage: SHOPS.map((shop) => ({
          shop,
          completeSince: new Date(0),
          syncedUntil: new Date(),
          sources: ['READ'],
        })),
      };
    },
    orderCount: counted,
    orderStatistics: () => [],
    orderChanges: ({ after }: { after?: string | null }) => {
      const nodes = feed.after(after ?? feed.place());
      return { nodes, pageInfo: { hasNextPage: false, hasPreviousPage: false, endCursor: feed.place() } };
    },
    orderChanged: ({ after }: { after?: string | null }) => feed.follow(after ?? feed.place()),
  };

  const schema = buildSchema(sdl);
  const onSubscribe = (_request: unknown, { query, variables }: RequestParams): OperationArgs<undefined> => ({
    schema,
    document: parse(query),
    rootValue: root,
    variableValues: variables ?? null,
    contextValue: undefined,
  });
  const app = Fastify();
  setHeaders(app);
  await app.register(dashboard, { pictureHosts: [] });
  app.post('/graphql', async (request) => {
    const { query, variables } = request.body as { query: string; variables?: Record<string, unknown> };
    return graphql({ schema, source: query, rootValue: root, variableValues: variables }) as Promise<ExecutionResult>;
  });
  if (hasStream) app.post('/graphql/stream', createHandler({ onSubscribe }));
  const url = await app.listen({ port: 0, host: '127.0.0.1' });

  return {
    url,
    place() {
      placed += 1;
      const order = { ...invented(-placed, now), status: 'AWAITING_SHIPMENT' };
      orders = [order, ...orders];
      feed.tell({ kind: 'CREATED', shop: order.shop.id, orderId: order.orderId });
      return order;
    },
    change(orderId, status) {
      orders = orders.map((order) => (order.orderId === orderId ? { ...order, status } : order));
      const { shop } = orders.find((order) => order.orderId === orderId) as InventedOrder;
      feed.tell({ kind: 'UPDATED', shop: shop.id, orderId });
    },
    pages: () => pages,
    streams: feed.followers,
    refuse(code) {
      refusal = code;
    },
    async close() {
      feed.end();
      app.server.closeAllConnections();
      await app.close();
    },
  };
}

const refused = (code: string): Error => Object.assign(new Error(`Refused: ${code}`), { extensions: { code } });

const HOUR = 60 * MINUTE;

/** What waits is to be shipped within three hours, or must not be; of the rest nothing is known. */
function fulfillmentOf({ status, createdAt }: InventedOrder) {
  const told = { shipBy: new Date(createdAt.getTime() + 3.5 * HOUR), overdueRisk: 'UNKNOWN' };
  if (status === 'AWAITING_SHIPMENT') return { ...told, status: 'OPEN', mayShip: true };
  return status === 'ON_HOLD' ? { ...told, status: 'ON_HOLD', mayShip: false } : null;
}

const nodeOf = (order: InventedOrder) => ({
  __typename: 'Order',
  ...order,
  platform: order.shop.platform,
  gateway: { ALIBABA_1688: 'VV_TOOL', TAOBAO: 'TAOBAO_TOP' }[order.shop.platform] ?? 'ALIEXPRESS_QIMEN',
  view: 'SELLER',
  statusCode: null,
  paymentStatus: order.status === 'AWAITING_PAYMENT' ? 'UNPAID' : 'PAID',
  shippingStatus: order.status === 'SHIPPED' ? 'SHIPPED' : 'NOT_SHIPPED',
  refundStatus: 'NONE',
  fulfillment: fulfillmentOf(order),
  modifiedAt: order.createdAt,
  paidAt: order.status === 'AWAITING_PAYMENT' ? null : order.createdAt,
  totals: { total: { amount: order.total, currencyCode: 'CNY', minorUnits: '0' } },
  fetchedAt: order.createdAt,
  stale: false,
  warnings: [],
});

/** The changes so far, and who waits for the next. */
function createFeed() {
  const changes: Change[] = [];
  const wakers = new Set<() => void>();
  let isEnded = false;
  const place = (): string => String(changes.length);

  async function* follow(after: string): AsyncGenerator<{ orderChanged: Change }> {
    let next = Number(after);
    while (!isEnded) {
      const change = changes[next];
      if (change) {
        next += 1;
        yield { orderChanged: change };
      } else await new Promise<void>((resolve) => wakers.add(resolve));
    }
  }

  let followers = 0;
  return {
    place,
    after: (cursor: string): readonly Change[] => changes.slice(Number(cursor)),
    tell(change: Omit<Change, 'cursor'>) {
      changes.push({ ...change, cursor: String(changes.length + 1) });
      wake();
    },
    follow(after: string): AsyncIterableIterator<unknown> {
      const stream = follow(after);
      followers += 1;
      return {
        next: () => stream.next(),
        async return(value?: unknown) {
          followers -= 1;
          return { done: true as const, value };
        },
        [Symbol.asyncIterator]() {
          return this;
        },
      };
    },
    followers: () => followers,
    end() {
      isEnded = true;
      wake();
    },
  };

  function wake() {
    for (const waker of wakers) waker();
    wakers.clear();
  }
}
