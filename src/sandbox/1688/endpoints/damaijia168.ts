// DAMAIJIA168's endpoint: JSON, a bare token, the buyer's view.

import { snakeCase } from '../../../mapping/spelling.js';
import type { SandboxGateway } from '../../gateway.js';
import type { Order } from '../document.js';
import { damaijia168Sample } from '../documented/damaijia168.js';
import { create1688Endpoint, type Protocol } from '../endpoint.js';
import { wholeReplyOf } from '../reply.js';
import { isTextOrAbsent, isTextsOrAbsent, jsonMembers, readOrderId } from '../request.js';
import { BAD_REQUEST, NO_SUCH_ORDER, NOT_AUTHORIZED } from '../special.js';
import { syntheticId } from '../synthetic/order.js';
import { outlineAt } from '../synthetic/outline.js';

const EDITIONS: readonly unknown[] = [undefined, '1', '2'];

const account = { accessToken: 'sandbox-damaijia168-token', webSite: '1688', edition: '1' } as const;

const protocol: Protocol = {
  view: 'buyer',
  spelling: snakeCase,
  longs: 'rounded',
  read: (request) => {
    if (request.headers.authorization !== account.accessToken) return NOT_AUTHORIZED;
    const members = jsonMembers(request);
    if (!members || !EDITIONS.includes(members.edition)) return BAD_REQUEST;
    if (members.web_site === 'alibaba') return NO_SUCH_ORDER; // the international site: its orders are others
    if (members.web_site !== account.webSite) return BAD_REQUEST;
    const { include_fields: includeFields, attribute_keys: attributeKeys } = members;
    const orderId = readOrderId(members.order_id);
    if (!orderId || !isTextOrAbsent(includeFields) || !isTextsOrAbsent(attributeKeys)) return BAD_REQUEST;
    return { orderId, includeFields, attributeKeys };
  },
  // This envelope has no place for success; what stands there on a bad day is put beside the result.
  buildReply: ({ result, success }) => ({
    data: { deduct_money: 1, result, ...(success === 'false' && { success }) },
    status: 0,
  }),
  // Its table of codes writes the text about the used-up quota without a space.
  refuse: ({ code, message }) => ({ data: {}, msg: message.replace('API 调用', 'API调用'), status: code }),
};

export const damaijia168 = {
  type: 'DAMAIJIA168',
  platform: 'ALIBABA_1688',
  path: '/vv/external/1688get-order-info',
  shop: { id: 'depot', name: 'Depot Supplies' },
  account,
  documented: { '58218860983545941': { document: damaijia168Sample, retCodes: [] } },
  syntheticId,
  outlineAt,
  wholeReply: wholeReplyOf(protocol),
  createEndpoint: (sources) => create1688Endpoint(protocol, sources),
} as const satisfies SandboxGateway<Order>;
