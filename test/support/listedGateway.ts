// A gateway with a list, in memory: it lists orders of Taobao that a test places and changes, and fails when it is told to.
import type { Fault } from '../../src/common/fault.js';
import { type CompiledGateway, compileGateway } from '../../src/platforms/compiledGateway.js';
import type { GatewayDefinition } from '../../src/platforms/gateway.js';
import { gateways } from '../../src/platforms/index.js';
import { DAY, HOUR, type ListQuery, MINUTE, type OrderList, SECOND } from '../../src/platforms/orderList.js';
import type { CallGateway } from '../../src/upstream/callGateway.js';
import type { ShopGateway } from '../../src/upstream/types.js';

export interface ListedOrder {
  readonly tid: string;
  /** Milliseconds. */
  readonly created: number;
  readonly modified: number;
  readonly status?: string;
  readonly payment?: string;
  /** Until then no list tells of it. */
  readonly storedAt?: number;
}

const stream = { passes: ['ALL'], pageSize: 3, maxPages: 4, rows: 'FULL' } as const;

/** Of few rows a page and few pages, so that few orders are enough for everything. */
export const LIST: OrderList = {
  fill: { ...stream, basis: 'CREATED', windowMs: DAY, paging: 'FORWARD', reachMs: 3 * DAY },
  steady: {
    ...{ ...stream, basis: 'MODIFIED', windowMs: 30 * MINUTE, paging: 'BACKWARD' },
    ...{ intervalMs: MINUTE, overlapMs: 10 * MINUTE, lagMs: 30 * SECOND },
  },
  sweeps: [
    {
      ...{ ...stream, basis: 'MODIFIED', windowMs: 6 * HOUR, paging: 'BACKWARD', maxPages: 50 },
      ...{ name: 'often', reachMs: DAY, intervalMs: 3 * HOUR },
    },
  ],
  covers: () => true,
  buildListRequest: (query, { url }) => ({ url, headers: {}, body: JSON.stringify(query) }),
  parseListReply({ text }) {
    const { rows, ...rest } = JSON.parse(text) as { rows: { tid: string }[]; total?: number; hasNext?: boolean };
    return { ...rest, rows: rows.map((document) => ({ orderId: document.tid, document })), dropped: 0 };
  },
};

/** The gateway compiled with a list; a row that is marked so cannot be read. */
export function compiledWith(list: OrderList): CompiledGateway {
  const compiled = compileGateway({ ...(gateways.TAOBAO_TOP as GatewayDefinition), list });
  return {
    ...compiled,
    read(document, ...rest) {
      if ('unreadable' in document) throw new TypeError('Unreadable');
      return compiled.read(document, ...rest);
    },
  };
}

export interface ListedGateway {
  readonly shopGateway: ShopGateway;
  readonly callGateway: CallGateway;
  readonly orders: Map<string, ListedOrder>;
  /** What was requested, and when by the test's clock. */
  readonly requests: (ListQuery & { readonly at: number })[];
  /** Called with each request before it is answered. */
  readonly onRequest: { current: (query: ListQuery) => Fault | undefined | Promise<undefined> };
  /** Changes a row on its way. */
  readonly rowOf: { current: (order: ListedOrder) => object };
}

export function createListedGateway(now: () => number, list: OrderList = LIST): ListedGateway {
  const orders = new Map<string, ListedOrder>();
  const requests: (ListQuery & { at: number })[] = [];
  const onRequest: ListedGateway['onRequest'] = { current: () => undefined };
  const rowOf: ListedGateway['rowOf'] = { current: documentOf };

  function answer({ basis, from, to, page, pageSize }: ListQuery): string {
    const instant = basis === 'CREATED' ? 'created' : 'modified';
    const found = [...orders.values()]
      .filter(({ storedAt = 0 }) => storedAt <= now())
      .filter((order) => order[instant] >= from.getTime() && order[instant] <= to.getTime())
      .sort((one, other) => other[instant] - one[instant] || (one.tid < other.tid ? -1 : 1));
    const rows = found.slice((page - 1) * pageSize, page * pageSize).map((order) => rowOf.current(order));
    return JSON.stringify({ rows, total: found.length, hasNext: found.length > page * pageSize });
  }

  return {
    ...{ orders, requests, onRequest, rowOf },
    shopGateway: {
      compiled: compiledWith(list),
      settings: { type: 'TAOBAO_TOP', url: 'http://127.0.0.1', requestsPerSecond: 10 },
      ...{ credential: 'account', queue: {}, tokens: undefined },
    } as unknown as ShopGateway,
    async callGateway(shopGateway, { buildRequest, parseReply }) {
      const { body } = buildRequest(shopGateway.settings, new Date(now()));
      const given = JSON.parse(body) as ListQuery & { from: string; to: string };
      const query = { ...given, from: new Date(given.from), to: new Date(given.to) };
      requests.push({ ...query, at: now() });
      const fault = await onRequest.current(query);
      if (fault) throw fault;
      const reply = { status: 200, retryAfter: undefined, text: answer(query), receivedAt: new Date(now()) };
      return parseReply(reply, shopGateway.settings);
    },
  };
}

const beijing = (instant: number): string => new Date(instant + 8 * HOUR).toISOString().slice(0, 19).replace('T', ' ');

const documentOf = ({ tid, created, modified, status = 'WAIT_SELLER_SEND_GOODS', payment = '9.90' }: ListedOrder) => ({
  ...{ tid, status, payment, created: beijing(created), modified: beijing(modified) },
});
