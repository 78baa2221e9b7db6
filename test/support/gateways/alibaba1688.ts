// ALIBABA_1688 under contract, in the seller's view.
import { open1688 } from '../documents/open1688.js';
import { FAILURES_OPEN_1688 } from '../failures/open1688.js';
import { type GatewayCase, SECRET } from '../gateway.js';
import type { Part } from '../json.js';
import { calledOpen1688 } from '../open1688Client.js';
import { namesIn } from '../protocol1688.js';
import { refusalsOpen1688, refuseOpen1688 } from '../refusals/open1688.js';
import { documentedLeaves } from '../wireFields.js';

const ORDER_ID = '2198765432109876520';

export const ALIBABA_1688: GatewayCase = {
  type: 'ALIBABA_1688',
  document: open1688,
  settings: {
    type: 'ALIBABA_1688',
    appKey: '1000000',
    appSecret: SECRET,
    accessToken: `token-${SECRET}`,
    view: 'SELLER',
  },
  orderId: ORDER_ID,
  spelling: (name) => name,
  fields: documentedLeaves('ALIBABA_1688'),
  platformFields: [],
  below: 'result.',
  fixed: {
    error_code: '',
    errorCode: '',
    success: 'true',
    'result.baseInfo.idOfStr': ORDER_ID,
    'result.baseInfo.status': 'waitbuyerpay',
    'result.baseInfo.payTimeoutType': 0,
    'result.baseInfo.currency': 'USD',
  },
  takes: [],
  callOf(request) {
    const { parameters, name } = calledOpen1688(request);
    const flags = Object.keys(parameters).filter((parameter) => parameter.startsWith('need'));
    return {
      orderId: name === 'alibaba.trade.ec.getOrder.sellerView' ? (parameters.orderId ?? 'missing') : `by ${name}`,
      subtrees: [...namesIn(parameters.includeFields), ...flags.filter((flag) => parameters[flag] === 'true')],
    };
  },
  reply: (result, extra = {}) => ({ result, success: 'true', ...extra }),
  says: { code: null, success: 'true' },
  documentIn: ({ result }) => result as Part,
  refuse: refuseOpen1688,
  refusals: refusalsOpen1688,
  failures: FAILURES_OPEN_1688,
};
