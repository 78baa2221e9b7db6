// FW199's door: a signed form, the buyer's view. Its documentation gives no table of codes: where it refuses for a
// reason that its siblings document, their code stands; a request that is not rightly signed meets 401, the sandbox's own.

import { createHash } from 'node:crypto';
import { reference } from '../../../mapping/spelling.js';
import { FW199_ACCOUNT, FW199_PATH } from '../../demo.js';
import { BAD_REQUEST, NO_SUCH_ACCOUNT, NO_SUCH_ORDER, type Refusal } from '../special.js';
import { type Endpoint, type EndpointRequest, isTextsOrAbsent, type OrderQuery, readOrderId } from './endpoint.js';

const REQUIRED = ['appid', 'timestamp', 'seller_nick', 'sign', 'webSite', 'orderId'] as const;
const CLOCK_TOLERANCE_SECONDS = 600;

export const fw199Endpoint: Endpoint = {
  path: FW199_PATH,
  view: 'buyer',
  spelling: reference,
  longs: 'rounded',
  read: (request) => {
    const form = readForm(request);
    return form ? (refuseForm(form) ?? readQuestion(form)) : BAD_REQUEST;
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
  if (form.get('appid') !== FW199_ACCOUNT.appId) return { code: 401, message: 'appid不存在' };
  const secondsAway = Math.abs(Date.now() / 1000 - Number(form.get('timestamp')));
  // Written so that a timestamp that is no number is refused too.
  if (!(secondsAway <= CLOCK_TOLERANCE_SECONDS)) return { code: 401, message: '时间戳已过期' };
  if (form.get('sign') !== signatureOf(form)) return { code: 401, message: '签名错误' };
  if (form.get('seller_nick') !== FW199_ACCOUNT.sellerNick) return NO_SUCH_ACCOUNT;
  if (form.get('webSite') === 'alibaba') return NO_SUCH_ORDER; // the international site: its orders are others
  return form.get('webSite') === FW199_ACCOUNT.webSite ? undefined : BAD_REQUEST;
}

function signatureOf(form: Form): string {
  const signed = [...form]
    .filter(([name]) => name !== 'sign')
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flat()
    .join('');
  return createHash('md5').update(`${FW199_ACCOUNT.appSecret}${signed}${FW199_ACCOUNT.appSecret}`).digest('hex');
}

function readQuestion(form: Form): OrderQuery | Refusal {
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
