// FW199's endpoint: a signed form, the buyer's view. Its documentation gives no table of codes: where it refuses for a
// reason that its siblings document, their code stands; a request that is not rightly signed meets 401, the sandbox's own.

import { createHash } from 'node:crypto';
import { reference } from '../../../mapping/spelling.js';
import type { SandboxGateway } from '../../gateway.js';
import type { Order } from '../document.js';
import { fw199Sample } from '../documented/fw199.js';
import { create1688Endpoint, type Protocol } from '../endpoint.js';
import { wholeReplyOf } from '../reply.js';
import { type EndpointRequest, isTextsOrAbsent, type OrderQuery, readOrderId } from '../request.js';
import { BAD_REQUEST, NO_SUCH_ACCOUNT, NO_SUCH_ORDER, type Refusal } from '../special.js';
import { syntheticId } from '../synthetic/order.js';
import { outlineAt } from '../synthetic/outline.js';

const REQUIRED = ['appid', 'timestamp', 'seller_nick', 'sign', 'webSite', 'orderId'] as const;
const CLOCK_TOLERANCE_SECONDS = 600;

const account = {
  appId: 'sandbox-fw199-app',
  appSecret: 'sandbox-fw199-secret',
  sellerNick: 'b2b-1624961198',
  webSite: '1688',
} as const;

const protocol: Protocol = {
  view: 'buyer',
  spelling: reference,
  longs: 'rounded',
  read: (request) => {
    const form = readForm(request);
    return form ? (refuseForm(form) ?? readQuery(form)) : BAD_REQUEST;
  },
  buildReply: ({ result, success }) => ({ code: 0, message: 'ok', data: { result, success }, trace_id: '' }),
  refuse: ({ code, message }) => ({ code, message, data: null, trace_id: '' }),
};

type Form = ReadonlyMap<string, string>;

/** The fields of an urlencoded form, each sent once; undefined when it is anything else. */
function readForm({ headers, body }: EndpointRequest): Form | undefined {
  if (!headers['content-type']?.startsWith('application/x-www-form-urlencoded')) return undefined;
  const fields = [...new URLSearchParams(body)];
  const form = new Map(fields);
  return form.size === fields.length ? form : undefined;
}

function refuseForm(form: Form): Refusal | undefined {
  const missing = REQUIRED.find((name) => !form.get(name));
  if (missing) return { code: 100, message: `请求参数错误:缺少参数${missing}` };
  if (form.get('appid') !== account.appId) return { code: 401, message: 'appid不存在' };
  const secondsAway = Math.abs(Date.now() / 1000 - Number(form.get('timestamp')));
  // Written so that a timestamp that is no number is refused too.
  if (!(secondsAway <= CLOCK_TOLERANCE_SECONDS)) return { code: 401, message: '时间戳已过期' };
  if (form.get('sign') !== signatureOf(form)) return { code: 401, message: '签名错误' };
  if (form.get('seller_nick') !== account.sellerNick) return NO_SUCH_ACCOUNT;
  if (form.get('webSite') === 'alibaba') return NO_SUCH_ORDER; // the international site: its orders are others
  return form.get('webSite') === account.webSite ? undefined : BAD_REQUEST;
}

function signatureOf(form: Form): string {
  const signed = [...form]
    .filter(([name]) => name !== 'sign')
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flat()
    .join('');
  return createHash('md5').update(`${account.appSecret}${signed}${account.appSecret}`).digest('hex');
}

function readQuery(form: Form): OrderQuery | Refusal {
  const orderId = readOrderId(form.get('orderId'));
  const attributeKeys = readList(form.get('attributeKeys'));
  if (!orderId || !isTextsOrAbsent(attributeKeys)) return BAD_REQUEST;
  return { orderId, includeFields: form.get('includeFields'), attributeKeys, outOrderId: form.get('outOrderId') };
}

/** A list travels in the form as the text of a JSON array; null stands for text that is not JSON. */
function readList(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export const fw199 = {
  type: 'FW199',
  platform: 'ALIBABA_1688',
  path: '/gateway/1688/fenxiao/trade/detail',
  shop: { id: 'buyer', name: 'Buyer Office' },
  account,
  documented: { '4355875836205969811': { document: fw199Sample, retCodes: [] } },
  syntheticId,
  outlineAt,
  wholeReply: wholeReplyOf(protocol),
  createEndpoint: ({ documented }) => create1688Endpoint(protocol, documented),
} as const satisfies SandboxGateway<Order>;
