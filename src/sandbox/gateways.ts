// All gateways that the sandbox plays: a new gateway adds its row here.
import { alibaba1688 } from './1688/endpoints/alibaba1688.js';
import { damaijia168 } from './1688/endpoints/damaijia168.js';
import { fw199 } from './1688/endpoints/fw199.js';
import { vvTool } from './1688/endpoints/vvTool.js';
import { aliexpressQimen } from './aliexpress/endpoints/aliexpressQimen.js';
import type { SandboxGateway } from './gateway.js';
import { taobaoTop } from './taobao/endpoints/taobaoTop.js';

export const sandboxGateways: readonly SandboxGateway[] = [
  vvTool,
  fw199,
  damaijia168,
  taobaoTop,
  aliexpressQimen,
  alibaba1688,
];
