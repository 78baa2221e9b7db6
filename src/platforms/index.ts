// All platforms and gateways: a new gateway adds its row here.
import { createUnionType } from 'type-graphql';
import type { Gateway as GatewayType } from '../order/enums.js';
import { DAMAIJIA168, FW199, VV_TOOL } from './1688/gateways.js';
import { Alibaba1688Order } from './1688/platformOrder.js';
import { ALIEXPRESS_QIMEN } from './aliexpress/gateways.js';
import { AliExpressOrder } from './aliexpress/platformOrder.js';
import { type CompiledGateway, compileGateway } from './compiledGateway.js';
import type { GatewayDefinition } from './gateway.js';
import { TAOBAO_TOP } from './taobao/gateways.js';
import { TaobaoTrade } from './taobao/platformOrder.js';

export const gateways = { VV_TOOL, FW199, DAMAIJIA168, TAOBAO_TOP, ALIEXPRESS_QIMEN } as const satisfies {
  readonly [type in GatewayType]: unknown;
};

const doors = new Map<GatewayType, CompiledGateway>();

/** The door of a gateway, compiled on its first use. */
export function compiledGatewayOf(type: GatewayType): CompiledGateway {
  let door = doors.get(type);
  if (door === undefined) {
    door = compileGateway(gateways[type] as GatewayDefinition);
    doors.set(type, door);
  }
  return door;
}

const platformTypes = [Alibaba1688Order, TaobaoTrade, AliExpressOrder];

export const PlatformOrder = createUnionType({
  name: 'PlatformOrder',
  description:
    'What only the order’s platform documents: every documented field that has no home in the unified model.',
  types: () => platformTypes.map(({ type }) => type),
});
