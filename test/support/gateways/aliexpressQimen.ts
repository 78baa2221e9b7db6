// ALIEXPRESS_QIMEN under contract.
import { aliexpress } from '../documents/aliexpress.js';
import { FAILURES_QIMEN } from '../failures/top.js';
import { type GatewayCase, SECRET } from '../gateway.js';
import type { Part } from '../json.js';
import { qimenRefusals } from '../refusals/top.js';
import { BADLY_SIGNED, calledWith } from '../topClient.js';
import { documentedLeaves } from '../wireFields.js';

const ORDER_ID = '82186657375804';

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
  orderId: ORDER_ID,
  spelling: (name) => name,
  fields: documentedLeaves('ALIEXPRESS_QIMEN'),
  platformFields: documentedLeaves('ALIEXPRESS_QIMEN', 'platform.tsv'),
  below: 'result.',
  fixed: { 'result.id': Number(ORDER_ID), result_success: true },
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
