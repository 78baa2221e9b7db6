// VV_TOOL under contract.
import { parseJson } from '../../../src/common/json.js';
import { alibaba1688 } from '../documents/1688.js';
import { FAILURES_1688 } from '../failures/1688.js';
import { type GatewayCase, SECRET } from '../gateway.js';
import type { Part } from '../json.js';
import { namesIn, refusalsBy, resultIn, unquotedOrderId } from '../protocol1688.js';
import { documentedLeaves, platformLeaves } from '../wireFields.js';

const ORDER_ID = '2198111437768747370';

// Written anew, so that a mistake in the spelling under test shows.
const letterByLetter = (name: string): string => name.replace(/[A-Z]/g, '_$&').toLowerCase();

const refuseVvTool = (code: number, msg: string): Part => ({ code, msg, msec: 1, time: 1634813726, data: null });

export const VV_TOOL: GatewayCase = {
  type: 'VV_TOOL',
  document: alibaba1688,
  settings: { type: 'VV_TOOL', shopId: '12152545454', accessToken: SECRET, requestsPerSecond: 100_000 },
  orderId: ORDER_ID,
  spelling: letterByLetter,
  fields: documentedLeaves('VV_TOOL'),
  platformFields: platformLeaves(documentedLeaves('VV_TOOL'), 'data.result.', letterByLetter),
  below: 'data.result.',
  fixed: {
    code: 0,
    'data.success': 'true',
    'data.result.base_info.id_of_str': ORDER_ID,
    'data.result.base_info.currency': 'USD',
  },
  takes: [],
  callOf({ body }) {
    const { include_fields } = parseJson(body) as Part;
    return { orderId: unquotedOrderId(body), subtrees: namesIn(include_fields) };
  },
  reply: (result, extra = {}) => ({
    code: 0,
    msg: '操作成功',
    msec: 12,
    time: 1634813726,
    data: { result, ret_codes: [], success: 'true', withholding_money: 1, ...extra },
  }),
  says: { code: '0', success: 'true', cost: '1' },
  documentIn: resultIn,
  refuse: refuseVvTool,
  refusals: refusalsBy(refuseVvTool),
  failures: FAILURES_1688,
};
