// All platforms and gateways: a new gateway adds its row here.
import { createUnionType } from 'type-graphql';
import type { GatewayClasses } from '../config/index.js';
import type { Gateway as GatewayType } from '../order/enums.js';
import { DAMAIJIA168 } from './1688/gateways/damaijia168.js';
import { FW199 } from './1688/gateways/fw199.js';
import { VV_TOOL } from './1688/gateways/vvTool.js';
import { Alibaba1688Order } from './1688/platformOrder.js';
import { ALIEXPRESS_QIMEN } from './aliexpress/gateways/aliexpressQimen.js';
import { AliExpressOrder } from './aliexpress/platformOrder.js';
import { type CompiledGateway, compileGateway } from './compiledGateway.js';
import { type GatewayDefinition, undocumentedBy } from './gateway.js';
import { TAOBAO_TOP } from './taobao/gateways/taobaoTop.js';
import { TaobaoTrade } from './taobao/platformOrder.js';

export const gateways: { readonly [type in GatewayType]: GatewayDefinition } = {
  VV_TOOL,
  FW199,
  DAMAIJIA168,
  TAOBAO_TOP,
  ALIEXPRESS_QIMEN,
};

const rows = Object.values(gateways);

/** The settings class of each gateway, by the `type` that selects it. */
export const settingsClasses: GatewayClasses = Object.fromEntries(rows.map(({ type, settings }) => [type, settings]));

/** What each gateway's documentation lacks, while another's of the same document has it. */
export const undocumentedPaths = Object.fromEntries(rows.map((row) => [row.type, undocumentedBy(row, rows)])) as {
  readonly [type in GatewayType]: readonly string[];
};

const compiled = new Map<GatewayType, CompiledGateway>();

/** A gateway, compiled on its first use. */
export function compiledGatewayOf(type: GatewayType): CompiledGateway {
  let gateway = compiled.get(type);
  if (gateway === undefined) {
    gateway = compileGateway(gateways[type], undocumentedPaths[type]);
    compiled.set(type, gateway);
  }
  return gateway;
}

const platformTypes = [Alibaba1688Order, TaobaoTrade, AliExpressOrder];

export const PlatformOrder = createUnionType({
  name: 'PlatformOrder',
  description:
    'What only the order’s platform documents: every documented field that has no home in the unified model.',
  types: () => platformTypes.map(({ type }) => type),
});
