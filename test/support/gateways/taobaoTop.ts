// TAOBAO_TOP under contract.
import { taobao } from '../documents/taobao.js';
import { FAILURES_TOP } from '../failures/top.js';
import { type GatewayCase, SECRET } from '../gateway.js';
import type { Part } from '../json.js';
import { topRefusals } from '../refusals/top.js';
import { BADLY_SIGNED, calledWith } from '../topClient.js';
import { documentedLeaves } from '../wireFields.js';

const ORDER_ID = '2231958349';
const TRADE = 'trade_fullinfo_get_customization_response.trade.';

export const TAOBAO_TOP: GatewayCase = {
  type: 'TAOBAO_TOP',
  document: taobao,
  settings: { type: 'TAOBAO_TOP', appKey: '12345678', appSecret: SECRET, sessionKey: `6100${SECRET}` },
  orderId: ORDER_ID,
  spelling: (name) => name,
  fields: documentedLeaves('TAOBAO_TOP'),
  platformFields: documentedLeaves('TAOBAO_TOP', 'platform.tsv'),
  below: TRADE,
  fixed: {
    [`${TRADE}tid`]: Number(ORDER_ID),
    [`${TRADE}hk_flight_date`]: '2014-12-01 15:50',
    [`${TRADE}trade_attr`]: '{"payCurrency":"HKD"}',
    [`${TRADE}o2o_step_trade_detail`]: '3_1_100_paid',
  },
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
