// DAMAIJIA168's door: JSON, a bare token, the buyer's view.

import { snakeCase } from '../../../mapping/spelling.js';
import { DAMAIJIA168_ACCOUNT, DAMAIJIA168_PATH } from '../../demo.js';
import { BAD_REQUEST, NO_SUCH_ORDER, NOT_AUTHORIZED } from '../special.js';
import { type Endpoint, isTextOrAbsent, isTextsOrAbsent, jsonMembers, readOrderId } from './endpoint.js';

const EDITIONS: readonly unknown[] = [undefined, '1', '2'];

export const damaijia168Endpoint: Endpoint = {
  path: DAMAIJIA168_PATH,
  view: 'buyer',
  spelling: snakeCase,
  longs: 'rounded',
  read: (request) => {
    if (request.headers.authorization !== DAMAIJIA168_ACCOUNT.accessToken) return NOT_AUTHORIZED;
    const asked = jsonMembers(request);
    if (!asked || !EDITIONS.includes(asked.edition)) return BAD_REQUEST;
    if (asked.web_site === 'alibaba') return NO_SUCH_ORDER; // the international site: its orders are others
    if (asked.web_site !== DAMAIJIA168_ACCOUNT.webSite) return BAD_REQUEST;
    const { include_fields: includeFields, attribute_keys: attributeKeys } = asked;
    const orderId = readOrderId(asked.order_id);
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
