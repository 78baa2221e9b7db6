// The three gateways to 1688 under contract.
import { createHash } from 'node:crypto';
import { parseJson } from '../../../src/common/json.js';
import { alibaba1688 } from '../documents/1688.js';
import { FAILURES_1688 } from '../failures/1688.js';
import { type GatewayCase, type Refusal, SECRET, type Spelling } from '../gateway.js';
import type { Part } from '../json.js';
import { REFUSALS_1688 } from '../refusals/1688.js';

// Written anew, so that a mistake in the spellings under test shows.
const asDocumented: Spelling = (name) => name;
const wordByWord: Spelling = (name) => name.replace(/(?<=[a-z0-9])[A-Z]/g, '_$&').toLowerCase();
const letterByLetter: Spelling = (name) => name.replace(/[A-Z]/g, '_$&').toLowerCase();

const list = (text: unknown): readonly string[] => (text === undefined || text === '' ? [] : String(text).split(','));
const unquotedOrderId = (body: string): string => /"order_id":(\d+)[,}]/.exec(body)?.[1] ?? 'quoted or missing';

const resultIn: GatewayCase['documentIn'] = ({ data }) => (data as { result: Part }).result;

const refusalsBy = (refuse: GatewayCase['refuse']): readonly Refusal[] =>
  REFUSALS_1688.map(([code, message, fault, retryable]) => ({
    what: `${code} ${message}`,
    envelope: refuse(code, message),
    extensions: { code: fault, upstreamCode: String(code), upstreamMessage: message, retryable },
  }));

const refuseVvTool = (code: number, msg: string): Part => ({ code, msg, msec: 1, time: 1634813726, data: null });

export const VV_TOOL: GatewayCase = {
  type: 'VV_TOOL',
  document: alibaba1688,
  settings: { type: 'VV_TOOL', shopId: '12152545454', accessToken: SECRET, requestsPerSecond: 100_000 },
  orderId: '2198111437768747370',
  spelling: letterByLetter,
  takes: [],
  callOf({ body }) {
    const { include_fields } = parseJson(body) as Part;
    return { orderId: unquotedOrderId(body), subtrees: list(include_fields) };
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
  orderId: '4355875836205969811',
  spelling: asDocumented,
  takes: ['attributeKeys', 'outOrderId'],
  callOf({ body }) {
    const form = new URLSearchParams(body);
    const keys = form.get('attributeKeys');
    return {
      orderId: isSignedByFw199(form) ? (form.get('orderId') ?? 'missing') : 'badly signed',
      subtrees: list(form.get('includeFields') ?? undefined),
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

const refuseDamaijia168 = (code: number, msg: string): Part => ({ data: {}, msg, status: code });

export const DAMAIJIA168: GatewayCase = {
  type: 'DAMAIJIA168',
  document: alibaba1688,
  settings: { type: 'DAMAIJIA168', accessToken: SECRET, edition: '2' },
  orderId: '58218860983545941',
  spelling: wordByWord,
  takes: ['attributeKeys'],
  callOf({ body }) {
    const { include_fields, attribute_keys } = parseJson(body) as Part;
    return {
      orderId: unquotedOrderId(body),
      subtrees: list(include_fields),
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
