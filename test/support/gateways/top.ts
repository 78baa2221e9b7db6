// The two gateways under contract that share TOP's signature: Taobao, and AliExpress through the Qimen cloud.
import { aliexpress } from '../documents/aliexpress.js';
import { taobao } from '../documents/taobao.js';
import { FAILURES_QIMEN, FAILURES_TOP } from '../failures/top.js';
import { type GatewayCase, SECRET, type Spelling } from '../gateway.js';
import type { Part } from '../json.js';
import { qimenRefusals, topRefusals } from '../refusals/top.js';
import type { RecordedRequest } from '../stubGateway.js';
import { parametersOf, sign } from '../topClient.js';

const asDocumented: Spelling = (name) => name;

const BADLY_SIGNED = 'badly signed';

/** The parameters of a call; one sent twice, empty or signed wrongly makes it no call. */
function calledWith(request: RecordedRequest): Readonly<Record<string, string>> {
  const sent = parametersOf(request);
  const { sign: signature, ...parameters } = Object.fromEntries(sent);
  const isOnce = sent.length === Object.keys(parameters).length + 1;
  const isWell = isOnce && sent.every(([, value]) => value !== '') && signature === sign(parameters, SECRET);
  return isWell ? parameters : {};
}

export const TAOBAO_TOP: GatewayCase = {
  type: 'TAOBAO_TOP',
  document: taobao,
  settings: { type: 'TAOBAO_TOP', appKey: '12345678', appSecret: SECRET, sessionKey: `6100${SECRET}` },
  orderId: '2231958349',
  spelling: asDocumented,
  takes: [],
  callOf(request) {
    const { tid = BADLY_SIGNED, fields = '' } = calledWith(request);
    return { orderId: tid, subtrees: fields.split(',') };
  },
  reply: (trade, extra = {}) => ({
    trade_fullinfo_get_customization_response: { trade, request_id: '15r4x1mz8h9cb', ...extra },
  }),
  says: { code: null, success: null, requestId: '15r4x1mz8h9cb' },
  documentIn: ({ trade_fullinfo_get_customization_response: root }) => (root as { trade: Part }).trade,
  refuse: (code, msg) => ({ error_response: { code, msg, request_id: 'r-2' } }),
  refusedId: 'r-2',
  refusals: topRefusals((error_response) => ({ error_response })),
  failures: FAILURES_TOP,
};

export const ALIEXPRESS_QIMEN: GatewayCase = {
  type: 'ALIEXPRESS_QIMEN',
  document: aliexpress,
  settings: {
    type: 'ALIEXPRESS_QIMEN',
    appKey: '12345678',
    appSecret: SECRET,
    targetAppKey: '87654321',
    sellerLoginId: 'cn12343523',
    signMethod: 'hmac',
  },
  orderId: '82186657375804',
  spelling: asDocumented,
  takes: [],
  callOf(request) {
    const { param1 = BADLY_SIGNED } = calledWith(request);
    return { orderId: /^\{"order_id":(\d+)\}$/.exec(param1)?.[1] ?? param1, subtrees: [] };
  },
  reply: (result, extra = {}) => ({ result, result_success: true, request_id: 'q-1', ...extra }),
  says: { success: 'true', requestId: 'q-1' },
  documentIn: ({ result }) => result as Part,
  refuse: (code, message) => ({ response: { flag: 'failure', code, message, request_id: 'r-2' } }),
  refusedId: 'r-2',
  refusals: qimenRefusals,
  failures: FAILURES_QIMEN,
};
