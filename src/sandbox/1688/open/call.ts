// Reads a call to the open platform and checks it in the platform's own order: signature, interface, token, parameters.

import { createHmac } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { LIST_PARAMETERS } from '../orderList.js';
import { isTextsOrAbsent, type OrderQuery, readOrderId } from '../request.js';
import type { View } from '../view.js';
import { MESSAGE_INTERFACES, type MessageInterface } from './messages.js';
import { FLAGS, type Parts, partsOf } from './parts.js';
import {
  API_UNSUPPORTED,
  APP_KEY_MISSING,
  NOT_AUTHORIZED,
  type OpenRefusal,
  paramInvalid,
  paramMissing,
  SIGNATURE_INVALID,
  SIGNATURE_MISSING,
} from './refusals.js';

interface Application {
  readonly appKey: string;
  readonly appSecret: string;
}

export interface OpenQuery extends OrderQuery {
  readonly view: View;
  readonly parts: Parts;
}

/** What an interface takes beside the system's parameters; those that it requires come first. */
interface DetailInterface {
  readonly view: View;
  readonly required: readonly string[];
  readonly optional: readonly string[];
  readonly domains: readonly string[];
  /** The domains of a call that names none. */
  readonly byDefault: readonly string[];
}

const DOMAINS = ['GuaranteesTerms', 'NativeLogistics', 'RateDetail', 'OrderInvoice'];
const BY_DEFAULT = ['GuaranteesTerms', 'NativeLogistics', 'OrderInvoice'];

const INTERFACES: Readonly<Record<string, DetailInterface>> = {
  'alibaba.trade.ec.getOrder.sellerView': {
    view: 'seller',
    required: ['orderId'],
    optional: ['includeFields', ...FLAGS],
    domains: [...DOMAINS, 'CanSendCheck', 'OutSubOrderInfo'],
    byDefault: [...BY_DEFAULT, 'CanSendCheck'],
  },
  'alibaba.trade.get.sellerView': {
    view: 'seller',
    required: ['orderId', 'webSite'],
    optional: ['includeFields'],
    domains: [...DOMAINS, 'CanSendCheck'],
    byDefault: BY_DEFAULT,
  },
  'alibaba.trade.get.buyerView': {
    view: 'buyer',
    required: ['orderId', 'webSite'],
    optional: ['includeFields', 'attributeKeys', 'outOrderId'],
    domains: [...DOMAINS, 'InvoicingSetting'],
    byDefault: BY_DEFAULT,
  },
};

const SYSTEM_PARAMETERS = ['access_token', '_aop_signature', '_aop_timestamp'];

type Parameters = ReadonlyMap<string, string>;

/** A call of one of the platform's lists of orders. */
export interface OpenListQuery {
  readonly view: View;
  readonly list: Parameters;
}

/** A call about messages. */
export interface OpenMessageQuery {
  readonly messages: MessageInterface;
  readonly parameters: Parameters;
}

const LISTS: Readonly<Record<string, View>> = {
  'alibaba.trade.ec.getOrderList.sellerView': 'seller',
  'alibaba.trade.getSellerOrderList': 'seller',
  'alibaba.trade.getBuyerOrderList': 'buyer',
};

/**
 * @param isGranted whether an access token is one of the application's
 * @param hasLists whether there are lists, and messages
 */
export function readOpenCall(
  request: FastifyRequest,
  application: Application,
  isGranted: (token: string) => boolean,
  hasLists: boolean,
): OpenQuery | OpenListQuery | OpenMessageQuery | OpenRefusal {
  const path = request.url.split('?')[0]?.replace(/^\/openapi\/?/, '') ?? '';
  const parameters = readParameters(request);
  const [protocol, version, namespace, name = '', appKey] = path.split('/');
  const signature = refuseSignature(path, appKey, parameters, application);
  if (signature) return signature;
  const about = [protocol, version, namespace].join('/') === 'param2/1/cn.alibaba.open' && hasLists;
  const messages = MESSAGE_INTERFACES.find((known) => about && known === name);
  if (messages) return { messages, parameters };
  const called = Object.hasOwn(INTERFACES, name) ? INTERFACES[name] : undefined;
  const view = hasLists && Object.hasOwn(LISTS, name) ? LISTS[name] : undefined;
  const isKnown = [protocol, version, namespace].join('/') === 'param2/1/com.alibaba.trade';
  if (!isKnown || !(called || view)) return API_UNSUPPORTED;
  if (!isGranted(parameters.get('access_token') ?? '')) return NOT_AUTHORIZED;
  if (view) return refuseParameters(parameters, listInterface(view)) ?? { view, list: parameters };
  if (!called) return API_UNSUPPORTED;
  return refuseParameters(parameters, called) ?? readQuery(parameters, called);
}

/** Those of the query and of the form; of one that is sent twice the last counts, and its signature cannot be right. */
function readParameters({ url, headers, body }: FastifyRequest): Parameters {
  const isForm = headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false;
  const query = url.split('?').slice(1).join('?');
  const form = isForm && typeof body === 'string' ? body : '';
  return new Map([...new URLSearchParams(query), ...new URLSearchParams(form)]);
}

function refuseSignature(
  path: string,
  appKey: string | undefined,
  parameters: Parameters,
  application: Application,
): OpenRefusal | undefined {
  const sent = parameters.get('_aop_signature');
  if (!sent) return SIGNATURE_MISSING;
  if (!appKey) return APP_KEY_MISSING;
  if (appKey !== application.appKey) return SIGNATURE_INVALID;
  return sent === signatureOf(path, parameters, application.appSecret) ? undefined : SIGNATURE_INVALID;
}

/** HMAC-SHA1 over the path and the sorted pairs of all parameters, in capital hexadecimals. */
function signatureOf(path: string, parameters: Parameters, secret: string): string {
  const pairs = [...parameters].flatMap(([name, value]) => (name === '_aop_signature' ? [] : [`${name}${value}`]));
  return createHmac('sha1', secret)
    .update(path + pairs.sort().join(''))
    .digest('hex')
    .toUpperCase();
}

const listInterface = (view: View): Pick<DetailInterface, 'required' | 'optional'> => ({
  required: [],
  optional: LIST_PARAMETERS[view],
});

function refuseParameters(
  parameters: Parameters,
  { required, optional }: Pick<DetailInterface, 'required' | 'optional'>,
): OpenRefusal | undefined {
  const missing = required.find((name) => !parameters.get(name));
  if (missing) return paramMissing(missing);
  const known = [...SYSTEM_PARAMETERS, ...required, ...optional];
  const stranger = [...parameters.keys()].find((name) => !known.includes(name));
  if (stranger) return paramInvalid(stranger);
  const timestamp = parameters.get('_aop_timestamp') ?? '0';
  if (!/^\d{1,13}$/.test(timestamp)) return paramInvalid('_aop_timestamp');
  const flag = FLAGS.find((name) => !['true', 'false', undefined].includes(parameters.get(name)));
  return flag && paramInvalid(flag);
}

function readQuery(parameters: Parameters, called: DetailInterface): OpenQuery | OpenRefusal {
  const orderId = readOrderId(parameters.get('orderId'));
  if (!orderId) return paramInvalid('orderId');
  const webSite = parameters.get('webSite') ?? '1688';
  if (webSite !== '1688') return paramInvalid('webSite'); // the international site: its orders are others
  const includeFields = parameters.get('includeFields');
  const domains = includeFields ? includeFields.split(',') : called.byDefault;
  if (domains.some((domain) => !called.domains.includes(domain))) return paramInvalid('includeFields');
  const attributeKeys = readList(parameters.get('attributeKeys'));
  if (!isTextsOrAbsent(attributeKeys)) return paramInvalid('attributeKeys');
  const flags = FLAGS.filter((name) => parameters.get(name) === 'true');
  return {
    orderId,
    view: called.view,
    includeFields,
    parts: partsOf([...domains, ...flags]),
    attributeKeys,
    outOrderId: parameters.get('outOrderId'),
  };
}

/** A list travels as the text of a JSON array; null stands for text that is not JSON. */
function readList(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
