// DAMAIJIA168 under contract.
import { parseJson } from '../../../src/common/json.js';
import { alibaba1688 } from '../documents/1688.js';
import { FAILURES_1688 } from '../failures/1688.js';
import { type GatewayCase, SECRET } from '../gateway.js';
import type { Part } from '../json.js';
import { namesIn, refusalsBy, resultIn, unquotedOrderId } from '../protocol1688.js';
import { documentedLeaves, platformLeaves } from '../wireFields.js';

const ORDER_ID = '58218860983545941';

// Written anew, so that a mistake in the spelling under test shows.
const wordByWord = (name: string): string => name.replace(/(?<=[a-z0-9])[A-Z]/g, '_$&').toLowerCase();

const refuseDamaijia168 = (code: number, msg: string): Part => ({ data: {}, msg, status: code });

export const DAMAIJIA168: GatewayCase = {
  type: 'DAMAIJIA168',
  document: alibaba1688,
  settings: { type: 'DAMAIJIA168', accessToken: SECRET, edition: '2' },
  orderId: ORDER_ID,
  spelling: wordByWord,
  fields: documentedLeaves('DAMAIJIA168'),
  platformFields: platformLeaves(documentedLeaves('DAMAIJIA168'), 'data.result.', wordByWord),
  below: 'data.result.',
  fixed: { status: 0, 'data.result.base_info.id_of_str': ORDER_ID, 'data.result.base_info.currency': 'USD' },
  takes: ['attributeKeys'],
  callOf({ body }) {
    const { include_fields, attribute_keys } = parseJson(body) as Part;
    return {
      orderId: unquotedOrderId(body),
      subtrees: namesIn(include_fields),
      attributeKeys: attribute_keys as readonly string[] | undefined,
    };
  },
  reply: (result, extra = {}) => ({ data: { deduct_money: 1, result, ...extra }, status: 0 }),
  says: { code: '0', cost: '1' },
  documentIn: resultIn,
  refuse: refuseDamaijia168,
  refusals: refusalsBy(refuseDamaijia168),
  failures: FAILURES_1688,
};
