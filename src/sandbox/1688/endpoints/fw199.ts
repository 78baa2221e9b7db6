// FW199's endpoint: a signed form, the buyer's view. Its documentation gives no table of codes: where it refuses for a
// reason that its siblings document, their code stands; a request that is not rightly signed meets 401, the sandbox's own.

import { createHash } from 'node:crypto';
import { reference } from '../../../mapping/spelling.js';
import { send } from '../../breakage.js';
import type { Endpoint, SandboxGateway } from '../../gateway.js';
import type { Ledger } from '../../ledger/ledger.js';
import type { Order } from '../document.js';
import { fw199Sample } from '../documented/fw199.js';
import { create1688Endpoint, type Protocol } from '../endpoint.js';
import { LEDGER_IDS, ledgerDocument } from '../ledgerDocument.js';
import { listOf } from '../orderList.js';
import { wholeReplyOf } from '../reply.js';
import { type EndpointRequest, isTextsOrAbsent, type OrderQuery, readOrderId } from '../request.js';
import { BAD_REQUEST, NO_SUCH_ACCOUNT, NO_SUCH_ORDER, type Refusal } from '../special.js';
import { syntheticId } from '../synthetic/order.js';
import { outlineAt } from '../synthetic/outline.js';

const OF_CALLER = ['appid', 'timestamp', 'seller_nick', 'sign'];
const REQUIRED = [...OF_CALLER, 'webSite', 'orderId'];
const CLOCK_TOLERANCE_SECONDS = 600;

const account = {
  appId: 'sandbox-fw199-app',
  appSecret: 'sandbox-fw199-secret',
  sellerNick: 'b2b-1624961198',
  webSite: '1688',
} as const;

const createProtocol = (now: () => number): Protocol => ({
  view: 'buyer',
  spelling: reference,
  longs: 'rounded',
  read: (request) => {
    const form = readForm(request);
    return form ? (refuseForm(form, now()) ?? readQuery(form)) : BAD_REQUEST;
  },
  buildReply: ({ result, success }) => ({ code: 0, message: 'ok', data: { result, success }, trace_id: '' }),
  refuse: ({ code, message }) => ({ code, message, data: null, trace_id: '' }),
});

type Form = ReadonlyMap<string, string>;

/** The fields of an urlencoded form, each sent once; undefined when it is anything else. */
function readForm({ headers, body }: EndpointRequest): Form | undefined {
  if (!headers['content-type']?.startsWith('application/x-www-form-urlencoded')) return undefined;
  const fields = [...new URLSearchParams(body)];
  const form = new Map(fields);
  return form.size === fields.length ? form : undefined;
}

function refuseForm(form: Form, now: number): Refusal | undefined {
  const refusal = refuseCaller(form, now, REQUIRED);
  if (refusal) return refusal;
  if (form.get('webSite') === 'alibaba') return NO_SUCH_ORDER; // the international site: its orders are others
  return form.get('webSite') === account.webSite ? undefined : BAD_REQUEST;
}

function refuseCaller(form: Form, now: number, required: readonly string[]): Refusal | undefined {
  const missing = required.find((name) => !form.get(name));
  if (missing) return { code: 100, message: `请求参数错误:缺少参数${missing}` };
  if (form.get('appid') !== account.appId) return { code: 401, message: 'appid不存在' };
  const secondsAway = Math.abs(now / 1000 - Number(form.get('timestamp')));
  // Written so that a timestamp that is no number is refused too.
  if (!(secondsAway <= CLOCK_TOLERANCE_SECONDS)) return { code: 401, message: '时间戳已过期' };
  if (form.get('sign') !== signatureOf(form)) return { code: 401, message: '签名错误' };
  return form.get('seller_nick') === account.sellerNick ? undefined : NO_SUCH_ACCOUNT;
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

const TOO_OFTEN: Refusal = { code: 429, message: '请求过于频繁', httpStatus: 429, headers: { 'retry-after': '1' } };

function createListEndpoint(ledger: Ledger, now: () => number): Endpoint {
  const protocol = createProtocol(now);
  return ({ headers, body }, reply) => {
    const refuse = (refusal: Refusal) =>
      send(reply.code(refusal.httpStatus ?? 200).headers(refusal.headers ?? {}), protocol.refuse(refusal));
    const form = readForm({ headers, body: typeof body === 'string' ? body : '' });
    const refused = form ? refuseCaller(form, now(), OF_CALLER) : BAD_REQUEST;
    if (!form || refused) return refuse(refused ?? BAD_REQUEST);
    if (ledger.strikes(ledger.chaos.throttled)) return refuse(TOO_OFTEN);
    const shop = ledger.shopOf('FW199');
    const page = shop ? listOf(form, protocol, ledger, shop) : 'seller_nick';
    if (typeof page === 'string') return refuse({ code: 100, message: `请求参数错误:${page}` });
    return send(reply, { code: 0, message: 'ok', data: page, trace_id: '' });
  };
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
  wholeReply: wholeReplyOf(createProtocol(Date.now)),
  ledgerIds: LEDGER_IDS.buyer,
  list: { path: '/gateway/1688/fenxiao/trade/list', createEndpoint: createListEndpoint },
  createEndpoint({ documented, findRecorded, ledger, now }) {
    const findLiving = (orderId: string): Order | undefined => {
      const living = ledger?.shopOf('FW199')?.find(orderId);
      return living && { document: ledgerDocument(living, 'buyer'), retCodes: [] };
    };
    return create1688Endpoint(createProtocol(now), { documented, findRecorded, findLiving, now });
  },
} as const satisfies SandboxGateway<Order>;
