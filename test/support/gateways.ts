// The gateways under contract, a row each: how a shop of it is set up, how to read what it is asked, how it answers.
import { readFileSync } from 'node:fs';
import { parseJson, writeJson } from '../../src/protocols/json.js';
import { alibaba1688 } from './documents/1688.js';
import type { DocumentCase } from './documents/document.js';
import type { Part } from './json.js';
import type { Recorded } from './standIn.js';

/** What a gateway was asked, whatever its protocol. */
export interface Call {
  readonly orderId: string;
  readonly subtrees: readonly string[];
  readonly attributeKeys?: readonly string[] | undefined;
  readonly outOrderId?: string | undefined;
}

type Spelling = (name: string) => string;

// Written anew, so that a mistake in the spellings under test shows.
const asDocumented: Spelling = (name) => name;
const wordByWord: Spelling = (name) => name.replace(/(?<=[a-z0-9])[A-Z]/g, '_$&').toLowerCase();
const letterByLetter: Spelling = (name) => name.replace(/[A-Z]/g, '_$&').toLowerCase();

export interface GatewayCase {
  readonly type: string;
  readonly document: DocumentCase;
  /** Its settings in a shop; secrets are sentinels that must never be seen outside. */
  readonly settings: Part;
  /** The order of the gateway's own sample. */
  readonly orderId: string;
  readonly spelling: Spelling;
  /** Which of attributeKeys and outOrderId it takes. */
  readonly takes: readonly ('attributeKeys' | 'outOrderId')[];
  readonly callOf: (request: Recorded) => Call;
  /** Its envelope around a document. */
  readonly reply: (result: unknown, extra?: Part) => Part;
  readonly refuse: (code: number, message: string) => Part;
}

export const SECRET = 'sentinel-secret';

const list = (text: unknown): readonly string[] => (text === undefined || text === '' ? [] : String(text).split(','));
const unquotedOrderId = (body: string): string => /"order_id":(\d+)[,}]/.exec(body)?.[1] ?? 'quoted or missing';

const VV_TOOL: GatewayCase = {
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
  refuse: (code, msg) => ({ code, msg, msec: 1, time: 1634813726, data: null }),
};

const FW199: GatewayCase = {
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
      orderId: form.get('orderId') ?? 'missing',
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
  refuse: (code, message) => ({ code, message, data: null, trace_id: 't-2' }),
};

const DAMAIJIA168: GatewayCase = {
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
  refuse: (code, msg) => ({ data: {}, msg, status: code }),
};

export const GATEWAYS: readonly GatewayCase[] = [VV_TOOL, FW199, DAMAIJIA168];

/** A document's names as a gateway writes them. */
export function spell(value: unknown, spelling: Spelling): unknown {
  if (Array.isArray(value)) return value.map((member) => spell(member, spelling));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [spelling(name), spell(member, spelling)]));
}

/** The text of a good reply with a document in the reference spelling. */
export const replyWith = ({ reply, spelling }: GatewayCase, document: Part): string =>
  writeJson(reply(spell(document, spelling)));

/** The text of a good reply about a small order. */
export const smallReply = (gateway: GatewayCase, orderId = gateway.orderId, itemId = orderId): string =>
  replyWith(gateway, gateway.document.small(orderId, itemId));

/** A shop with one gateway, at an address. */
export const shopOf = ({ type, settings }: GatewayCase, url: string, more: Part = {}): Part => ({
  id: type,
  name: `Shop at ${type}`,
  gateways: [{ ...settings, url: `${url}/${type}`, ...more }],
});

/** A recorded file of a gateway. */
export const fixture = (type: string, name: string): string =>
  readFileSync(new URL(`../fixtures/${type}/${name}`, import.meta.url), 'utf8');
