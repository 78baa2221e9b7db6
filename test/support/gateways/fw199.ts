// FW199 under contract.
import { createHash } from 'node:crypto';
import { alibaba1688 } from '../documents/1688.js';
import { FAILURES_1688 } from '../failures/1688.js';
import { type GatewayCase, SECRET } from '../gateway.js';
import type { Part } from '../json.js';
import { namesIn, refusalsBy, resultIn } from '../protocol1688.js';
import { documentedLeaves, platformLeaves, type WireField } from '../wireFields.js';

const ORDER_ID = '4355875836205969811';

const camelCase = (path: string): string => path.replace(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase());

/** Its page shows a sample and refers to 1688's own list, which damaijia168 documents in another spelling. */
function fields(): readonly WireField[] {
  const own = documentedLeaves('FW199').filter(({ path }) => !/(extAttributes|tradeTerms)\[\]$/.test(path));
  const shown = new Set(own.map(({ path }) => path.toLowerCase()));
  const others = documentedLeaves('DAMAIJIA168')
    .filter(({ path }) => path.startsWith('data.result.'))
    .map(({ path, type }) => ({ path: camelCase(path), type }));
  return [...own, ...others.filter(({ path }) => !shown.has(path.toLowerCase()))];
}

const refuseFw199 = (code: number, message: string): Part => ({ code, message, data: null, trace_id: 't-2' });

/** Its documentation: MD5 over secret, all fields sorted by key, secret; lowercase hex. */
function isSignedByFw199(form: URLSearchParams): boolean {
  const hash = createHash('md5').update(SECRET);
  for (const name of [...form.keys()].sort()) if (name !== 'sign') hash.update(name).update(form.get(name) ?? '');
  return hash.update(SECRET).digest('hex') === form.get('sign');
}

export const FW199: GatewayCase = {
  type: 'FW199',
  document: alibaba1688,
  settings: { type: 'FW199', appId: '32432143214214', appSecret: SECRET, sellerNick: 'b2b-1624961122' },
  orderId: ORDER_ID,
  spelling: (name) => name,
  fields: fields(),
  platformFields: platformLeaves(fields(), 'data.result.', (name) => name),
  below: 'data.result.',
  fixed: {
    code: 0,
    'data.success': 'true',
    'data.result.baseInfo.idOfStr': ORDER_ID,
    'data.result.baseInfo.currency': 'USD',
  },
  takes: ['attributeKeys', 'outOrderId'],
  callOf({ body }) {
    const form = new URLSearchParams(body);
    const keys = form.get('attributeKeys');
    return {
      orderId: isSignedByFw199(form) ? (form.get('orderId') ?? 'missing') : 'badly signed',
      subtrees: namesIn(form.get('includeFields') ?? undefined),
      attributeKeys: keys === null ? undefined : (JSON.parse(keys) as string[]),
      outOrderId: form.get('outOrderId') ?? undefined,
    };
  },
  reply: (result, extra = {}) => ({
    code: 0,
    message: 'ok',
    data: { result, success: 'true', ...extra },
    trace_id: 't-1',
  }),
  says: { code: '0', success: 'true', requestId: 't-1' },
  documentIn: resultIn,
  refuse: refuseFw199,
  refusedId: 't-2',
  refusals: refusalsBy(refuseFw199),
  failures: FAILURES_1688,
};
