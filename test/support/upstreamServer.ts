// An OrderGraph between a test and a stand-in gateway.
import { parseSettings } from '../../src/platforms/settings.js';
import { buildServer } from '../../src/server/index.js';
import { type Asking, ask, type Told } from './ask.js';
import { type Call, type GatewayCase, replyWith, shopOf } from './gateway.js';
import { VV_TOOL } from './gateways/1688.js';
import type { Part } from './json.js';
import { type Behaviour, type Recorded, type StandIn, startStandIn } from './standIn.js';

/** What happens to a call: by the order it asks for, and how often that has been asked for before. */
export type Fate = (call: Call, before: number) => Behaviour | undefined;

export interface Rig {
  readonly url: string;
  readonly standIn: StandIn;
  readonly ask: (query: string, asking?: Asking) => Promise<Told>;
  /** What the gateway was asked since the last take. */
  readonly calls: () => readonly Call[];
  /** What happens to calls from now on; a call without a fate is answered as it should be. */
  readonly fate: (fate: Fate) => void;
  readonly close: () => Promise<void>;
}

export interface RigOptions {
  readonly gateway?: GatewayCase;
  /** The only shop's gateway, beside its own settings. */
  readonly gatewaySettings?: Part;
  readonly settings?: Part;
  /** In place of the one shop at the gateway. */
  readonly shops?: (url: string) => readonly Part[];
  readonly redisUrl?: string;
  readonly standIn?: StandIn;
}

export async function startRig({
  gateway = VV_TOOL,
  gatewaySettings = {},
  settings = {},
  shops = (url) => [{ ...shopOf(gateway, url, gatewaySettings), id: 'shop' }],
  redisUrl,
  standIn: given,
}: RigOptions = {}): Promise<Rig> {
  const standIn = given ?? (await startStandIn());
  const server = await buildServer({
    settings: parseSettings(JSON.stringify({ auth: ANYONE, ...settings, shops: shops(standIn.url) }), {}),
    redisUrl,
  });
  const url = `${await server.listen({ port: 0, host: '127.0.0.1' })}/graphql`;
  const rig: Rig = {
    url,
    standIn,
    ask: (query, asking) => ask(url, query, asking),
    calls: () => standIn.take().map(gateway.callOf),
    fate(fate) {
      const counts = new Map<string, number>();
      standIn.behave((request, response) => {
        const call = gateway.callOf(request);
        const before = counts.get(call.orderId) ?? 0;
        counts.set(call.orderId, before + 1);
        const behaviour = fate(call, before) ?? ((asked) => ({ body: answerOf(gateway, asked) }));
        return behaviour(request, response);
      });
    },
    async close() {
      // A client that has hung up leaves a connection that nothing was asked on, and closing would wait for it.
      server.server.closeAllConnections();
      await server.close();
      if (given === undefined) await standIn.close();
    },
  };
  rig.fate(() => undefined);
  return rig;
}

/** Who may ask is tested elsewhere. */
const ANYONE: Part = { anonymous: { shops: ['*'], scopes: ['orders:read', 'pii:read', 'orders:raw'] } };

/** A good answer with what was asked for and no more, as the gateways of 1688 and Taobao give it. */
export function answerOf(gateway: GatewayCase, request: Recorded, change: (document: Part) => Part = same): string {
  const { orderId, subtrees, attributeKeys } = gateway.callOf(request);
  const whole = { ...gateway.document.small(orderId, orderId), ...MORE_1688 };
  const isTaobao = gateway.type === 'TAOBAO_TOP';
  const asked = isTaobao ? ofTaobao(gateway.document.small(orderId, orderId), subtrees) : of1688(whole, subtrees);
  const { extAttributes } = asked as { extAttributes?: readonly { key: string }[] };
  const attributes = extAttributes?.filter(({ key }) => attributeKeys === undefined || attributeKeys.includes(key));
  return replyWith(gateway, change({ ...asked, ...(attributes && { extAttributes: attributes }) }));
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
