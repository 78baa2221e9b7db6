// All gateways under contract: a new gateway adds its row here.
import type { GatewayCase } from './gateway.js';
import { ALIBABA_1688 } from './gateways/alibaba1688.js';
import { ALIEXPRESS_QIMEN } from './gateways/aliexpressQimen.js';
import { DAMAIJIA168 } from './gateways/damaijia168.js';
import { FW199 } from './gateways/fw199.js';
import { TAOBAO_TOP } from './gateways/taobaoTop.js';
import { VV_TOOL } from './gateways/vvTool.js';
import type { RecordedRequest } from './stubGateway.js';

export const GATEWAYS: readonly GatewayCase[] = [
  VV_TOOL,
  FW199,
  DAMAIJIA168,
  TAOBAO_TOP,
  ALIEXPRESS_QIMEN,
  ALIBABA_1688,
];

/** The gateway whose shop, by shopOf, a request comes from. */
export const gatewayOf = ({ url }: RecordedRequest): GatewayCase =>
  GATEWAYS.find(({ type }) => new RegExp(`^/${type}(?:[/?]|$)`).test(url)) as GatewayCase;
