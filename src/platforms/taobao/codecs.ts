// Taobao's structured strings: a=b;c=d pairs, lists, JSON. Each stays readable raw in a field beside it.

import { parseJson } from '../../common/json.js';
import { cutsIn, withoutMarks } from '../../common/jsonCuts.js';
import { isObject } from '../../common/object.js';
import { type Codec, lookUp, type ReadContext, toText } from '../../mapping/codec.js';
import { isEmptyList } from '../../mapping/lists.js';
import { toDecimal, toMoney } from '../../mapping/money.js';
import { OrderAttribute } from '../../order/extras.js';
import type { ItemOption } from '../../order/item.js';
import type { PaymentStage } from '../../order/payment.js';
import { Json } from '../../order/scalars.js';
import { STAGE_STATUS } from './codes.js';

const splitOnce = (text: string, separator: string): readonly [string, string | null] => {
  const at = text.indexOf(separator);
  return at < 0 ? [text.trim(), null] : [text.slice(0, at).trim(), text.slice(at + separator.length).trim() || null];
};

const AT_END = /[;,\s]/;

/** From its end: a pattern would try each run of separators. */
function withoutEnd(text: string): string {
  let end = text.length;
  while (end > 0 && AT_END.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** A separator may also stand at the end, even another one than between the pairs. */
const entries = (text: string, between: string, within: string): (readonly [string, string | null])[] =>
  withoutEnd(text)
    .split(between)
    .filter((part) => part.trim() !== '')
    .map((part) => splitOnce(part, within));

/** Pairs such as comFee=1211;companyCode=SF; */
export const pairs = (between: string, within: string): Codec<readonly OrderAttribute[]> => ({
  unit: `pairs a${within}b${between}c${within}d`,
  type: () => [OrderAttribute],
  decode: (value) =>
    typeof value === 'string'
      ? entries(value, between, within).map(([key, text]) => ({ key, value: text, description: null }))
      : undefined,
});

/** 颜色:桔色;尺码:M */
export const OPTIONS: Codec<readonly ItemOption[]> = {
  unit: 'options a:b;c:d',
  type: () => [OrderAttribute],
  decode: (value) =>
    typeof value === 'string' ? entries(value, ';', ':').map(([name, text]) => ({ name, value: text })) : undefined,
};

export const COMMA_LIST: Codec<readonly string[]> = {
  unit: 'texts, comma-separated',
  type: () => [String],
  decode: (value) =>
    typeof value === 'string'
      ? value
          .split(',')
          .map((part) => part.trim())
          .filter((part) => part !== '')
      : undefined,
};

function parsed(value: unknown, { warn }: ReadContext): unknown {
  const found = typeof value === 'object' ? value : parsedText(value);
  const [cut] = cutsIn(found, String);
  if (cut === undefined) return found;
  warn(cut.message);
  return withoutMarks(found);
}

function parsedText(value: unknown): unknown {
  // Some gateways escape the quotes of JSON within JSON once too often.
  const written = toText(value) ?? '';
  for (const text of [written, written.replaceAll('\\"', '"')]) {
    try {
      return parseJson(text);
    } catch {}
  }
  return undefined;
}

export const JSON_TEXT: Codec<unknown> = { unit: 'JSON in a string', type: () => Json, decode: parsed };

/** The same, or the text itself where it is no JSON. */
export const JSON_OR_TEXT: Codec<unknown> = {
  ...JSON_TEXT,
  decode: (value, reading) => parsed(value, reading) ?? toText(value),
};

/** The members of a JSON object, as attributes. */
export const JSON_ATTRIBUTES: Codec<readonly OrderAttribute[]> = {
  unit: 'JSON in a string',
  type: () => [OrderAttribute],
  decode: (value, reading) => {
    const object = parsed(value, reading);
    if (isEmptyList(object)) return null;
    if (!isObject(object)) return undefined;
    return Object.entries(object).map(([key, member]) => ({
      key,
      value: typeof member === 'string' ? member : JSON.stringify(member),
      description: null,
    }));
  },
};

/** Characters; an order is paid in a few stages, of some twenty characters each. */
const LONGEST_STAGES = 1024;

const STAGE = /^(\d+)_(\d+)_(\d+)_(\w+)$/;

/** 3_1_100_paid: how many stages, which one, its amount in fen, whether it is paid. */
export const STAGES: Codec<readonly PaymentStage[]> = {
  unit: 'stages n_k_fen_paid',
  type: () => String,
  decode: (value, { currency }) => {
    if (typeof value !== 'string' || value.length > LONGEST_STAGES) return undefined;
    const stages = value.split(/[;,]/).filter((part) => part.trim() !== '');
    const read = stages.flatMap((part) => {
      const [, total, number, fen, paid] = STAGE.exec(part.trim()) ?? [];
      const amount = toDecimal(fen);
      return amount && paid ? [stage(Number(number), number === total, toMoney(amount.div(100), currency), paid)] : [];
    });
    return read.length === stages.length ? read : undefined;
  },
};

const stage = (number: number, isLast: boolean, due: PaymentStage['due'], paid: string): PaymentStage => ({
  number,
  isLast,
  due,
  paymentStatus: lookUp(STAGE_STATUS, paid),
  paymentStatusCode: paid,
  shippingStatus: 'UNKNOWN',
  name: null,
  statusCode: null,
  shippingStatusCode: null,
  startedAt: null,
  paidAt: null,
  endedAt: null,
  paid: null,
  goods: null,
  adjustment: null,
  discount: null,
  shipping: null,
  shippingPaid: null,
});
