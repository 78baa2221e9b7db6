// The demo shops of a ledger, called as OrderGraph calls gateways: pages of their lists, and details.
import type { GatewaySettings } from '../../src/config/gatewaySettings.js';
import type { Gateway } from '../../src/order/enums.js';
import type { Order } from '../../src/order/order.js';
import { ROW_SELECTION } from '../../src/orderIndex/record/rows.js';
import type { CompiledGateway } from '../../src/platforms/compiledGateway.js';
import type { WithUrl } from '../../src/platforms/gateway.js';
import { compiledGatewayFor } from '../../src/platforms/index.js';
import type { ListQuery, ListReply, ListStream, OrderList } from '../../src/platforms/orderList.js';
import { parseSettings } from '../../src/platforms/settings.js';
import type { HttpRequest, ReceivedReply } from '../../src/protocols/http.js';
import { demoSettings } from '../../src/sandbox/demo.js';

export interface ListedShop {
  readonly id: string;
  readonly compiled: CompiledGateway;
  readonly list: OrderList;
  readonly settings: WithUrl<GatewaySettings>;
  readonly request: (query: ListQuery) => HttpRequest;
  readonly post: (request: HttpRequest) => Promise<ReceivedReply>;
  readonly page: (query: ListQuery) => Promise<ListReply>;
  /** All rows of a window, read as the stream says. */
  readonly walk: (stream: ListStream, from: number, to: number) => Promise<ListReply['rows']>;
  /** The document of a detail with all that a row of the index needs. */
  readonly detail: (orderId: string) => Promise<object>;
  readonly read: (document: object) => Order;
}

/** @param now the clock that calls are stamped by */
export function listedShop(gateway: Gateway, sandboxUrl: string, now: () => number): ListedShop {
  const shops = parseSettings(JSON.stringify(demoSettings(sandboxUrl)), {}).shops;
  const shop = shops.find(({ gateways: [preferred] }) => preferred?.type === gateway);
  const row = shop?.gateways[0];
  if (!shop || !row) throw new Error(`no demo shop of ${gateway}`);
  const compiled = compiledGatewayFor(row);
  const { list, definition } = compiled;
  if (!list) throw new Error(`${gateway} has no list`);
  const settings = { ...row, url: row.url ?? definition.url };

  const request = (query: ListQuery) => list.buildListRequest(query, settings, new Date(now()));
  const post = async ({ url, headers, body }: HttpRequest): Promise<ReceivedReply> => {
    const reply = await fetch(url, { method: 'POST', headers, body });
    return { status: reply.status, retryAfter: undefined, text: await reply.text(), receivedAt: new Date(now()) };
  };
  const page = async (query: ListQuery) => list.parseListReply(await post(request(query)), query, settings);

  async function walkPass(stream: ListStream, query: ListQuery): Promise<ListReply['rows']> {
    if (stream.paging === 'FORWARD') {
      const rows = [];
      for (let number = 1; ; number++) {
        const reply = await page({ ...query, page: number });
        rows.push(...reply.rows);
        if (!reply.hasNext) return rows;
      }
    }
    const first = await page(stream.paging === 'BACKWARD' ? query : { ...query, purpose: 'COUNT' });
    const rows = [];
    for (let number = Math.ceil((first.total ?? 0) / stream.pageSize); number > 0; number--) {
      rows.push(...(await page({ ...query, page: number })).rows);
    }
    return rows;
  }

  return {
    id: shop.id,
    compiled,
    list,
    settings,
    request,
    post,
    page,
    async walk(stream, from, to) {
      const rows = [];
      for (const pass of stream.passes) {
        const window = { basis: stream.basis, from: new Date(from), to: new Date(to) };
        rows.push(
          ...(await walkPass(stream, {
            ...window,
            ...{ pass, page: 1, pageSize: stream.pageSize, rows: stream.rows, purpose: 'PAGE' },
          })),
        );
      }
      return rows;
    },
    async detail(orderId) {
      const subtrees = compiled.requestedSubtrees(compiled.neededSubtrees(ROW_SELECTION[definition.view]));
      const query = { orderId, subtrees, attributeKeys: [] };
      const reply = await post(definition.buildRequest(query, settings, new Date(now())));
      return definition.parseReply(reply).document;
    },
    read: (document) =>
      compiled.read(document, ROW_SELECTION[definition.view], definition.document.zone).order as Order,
  };
}
