// The gateways under contract.
import type { GatewayCase } from './gateway.js';
import { DAMAIJIA168, FW199, VV_TOOL } from './gateways/1688.js';
import { ALIEXPRESS_QIMEN, TAOBAO_TOP } from './gateways/top.js';
import type { RecordedRequest } from './stubGateway.js';

export const GATEWAYS: readonly GatewayCase[] = [VV_TOOL, FW199, DAMAIJIA168, TAOBAO_TOP, ALIEXPRESS_QIMEN];

/** The gateway whose shop, by shopOf, a request comes from. */
export const gatewayOf = ({ url }: RecordedRequest): GatewayCase =>
  GATEWAYS.find(({ type }) => url.split('?')[0] === `/${type}`) as GatewayCase;
