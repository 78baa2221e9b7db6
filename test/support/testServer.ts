// The real server between a test and a stub gateway.
import { parseSettings } from '../../src/platforms/settings.js';
import { buildServer } from '../../src/server/index.js';
import { type Call, type GatewayCase, replyWith, shopOf } from './gateway.js';
import { VV_TOOL } from './gateways/vvTool.js';
import type { Part } from './json.js';
import { type QueryOptions, type QueryResult, sendQuery } from './sendQuery.js';
import { type RecordedRequest, type Responder, type StubGateway, startStubGateway } from './stubGateway.js';

/** How a call is answered: by its order, and by how many calls for that order came before. */
export type CallResponder = (call: Call, before: number) => Responder | undefined;

export interface TestServer {
  readonly url: string;
  readonly stubGateway: StubGateway;
  readonly query: (query: string, options?: QueryOptions) => Promise<QueryResult>;
  /** The calls that the gateway received since this was last called. */
  readonly calls: () => readonly Call[];
  /** Sets how calls are answered from now on; undefined stands for a good reply. */
  readonly onCall: (responderOf: CallResponder) => void;
  readonly close: () => Promise<void>;
}

export interface TestServerOptions {
  readonly gateway?: GatewayCase;
  /** The only shop's gateway, beside its own settings. */
  readonly gatewaySettings?: Part;
  readonly settings?: Part;
  /** In place of the one shop at the gateway. */
  readonly shops?: (url: string) => readonly Part[];
  readonly redisUrl?: string;
  readonly stubGateway?: StubGateway;
}

export async function startTestServer({
  gateway = VV_TOOL,
  gatewaySettings = {},
  settings = {},
  shops = (url) => [{ ...shopOf(gateway, url, gatewaySettings), id: 'shop' }],
  redisUrl,
  stubGateway: given,
}: TestServerOptions = {}): Promise<TestServer> {
  const stubGateway = given ?? (await startStubGateway());
  const orderGraph = await buildServer({
    settings: parseSettings(JSON.stringify({ auth: ANYONE, ...settings, shops: shops(stubGateway.url) }), {}),
    redisUrl,
  });
  const url = `${await orderGraph.listen({ port: 0, host: '127.0.0.1' })}/graphql`;
  const server: TestServer = {
    url,
    stubGateway,
    query: (query, options) => sendQuery(url, query, options),
    calls: () => stubGateway.take().map(gateway.callOf),
    onCall(responderOf) {
      const counts = new Map<string, number>();
      stubGateway.respondWith((request, response) => {
        const call = gateway.callOf(request);
        const before = counts.get(call.orderId) ?? 0;
        counts.set(call.orderId, before + 1);
        const responder = responderOf(call, before) ?? ((received) => ({ body: answerOf(gateway, received) }));
        return responder(request, response);
      });
    },
    async close() {
      // A client that has hung up leaves an idle connection, and closing would wait for it.
      orderGraph.server.closeAllConnections();
      await orderGraph.close();
      if (given === undefined) await stubGateway.close();
    },
  };
  server.onCall(() => undefined);
  return server;
}

/** Authentication is tested elsewhere. */
const ANYONE: Part = { anonymous: { shops: ['*'], scopes: ['orders:read', 'pii:read', 'orders:raw'] } };

/** A good reply with the requested subtrees and no more, as the gateways of 1688 and Taobao send it. */
export function answerOf(
  gateway: GatewayCase,
  request: RecordedRequest,
  change: (document: Part) => Part = same,
): string {
  const { orderId, subtrees, attributeKeys } = gateway.callOf(request);
  const whole = { ...gateway.document.small(orderId, orderId), ...MORE_1688 };
  const isTaobao = gateway.type === 'TAOBAO_TOP';
  const requested = isTaobao ? ofTaobao(gateway.document.small(orderId, orderId), subtrees) : of1688(whole, subtrees);
  const { extAttributes } = requested as { extAttributes?: readonly { key: string }[] };
  const attributes = extAttributes?.filter(({ key }) => attributeKeys === undefined || attributeKeys.includes(key));
  return replyWith(gateway, change({ ...requested, ...(attributes && { extAttributes: attributes }) }));
}

const same = (document: Part): Part => document;

const MORE_1688: Part = {
  orderInvoiceInfo: { invoiceCompanyName: 'Sentinel Ltd' },
  guaranteesTerms: [{ assuranceInfo: '七天', assuranceType: 'qtwlybt' }],
};

const ARRIVES_WITH: Readonly<Record<string, string>> = {
  nativeLogistics: 'NativeLogistics',
  orderInvoiceInfo: 'OrderInvoice',
  guaranteesTerms: 'GuaranteesTerms',
};

const of1688 = (whole: Part, subtrees: readonly string[]): Part =>
  Object.fromEntries(
    Object.entries(whole).filter(([name]) => {
      const subtree = ARRIVES_WITH[name];
      return subtree === undefined || subtrees.includes(subtree);
    }),
  );

function ofTaobao(whole: Part, fields: readonly string[]): Part {
  const named = Object.entries(whole).filter(([name]) => fields.includes(name));
  const { order } = whole.orders as { order: readonly Part[] };
  const members = order.map((line) =>
    Object.fromEntries(Object.entries(line).filter(([name]) => fields.includes(`orders.${name}`))),
  );
  const hasLines = members.some((line) => Object.keys(line).length > 0);
  return { ...Object.fromEntries(named), ...(hasLines ? { orders: { order: members } } : {}) };
}
