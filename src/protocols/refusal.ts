// Where a reply may say that it is a refusal: one place for all gateways, as what stands behind them passes on answers of
// others, each in an envelope of its own.
import { isObject, type JsonObject } from '../common/object.js';
import { asText, isFalse } from './http.js';

/** What a reply says in place of an order; each text is empty where it says none. */
export interface Refusal {
  readonly code: string;
  /** The code of who refused behind the gateway, which says more. */
  readonly subCode: string;
  /** Words about the code, and about the sub code. */
  readonly message: string;
  readonly subMessage: string;
  /** Who is at fault, as the newer gateways of Alibaba say: ISV, ISP or SYSTEM. */
  readonly type: string;
  /** Whether the reply says that the call failed, whatever else it holds. */
  readonly isExplicit: boolean;
}

const CODES = ['code', 'status'];
const SUB_CODES = ['sub_code', 'error_code', 'errorCode', 'result_error_code'];
const MESSAGES = ['msg', 'message'];
const SUB_MESSAGES = [
  ...['sub_msg', 'sub_message', 'error_message', 'errorMessage', 'error_msg', 'errorMsg', 'error_desc'],
  ...['error_description', 'extErrorMessage', 'exception', 'error'],
];
const SUCCESS = ['success', 'result_success', 'isSuccess', 'is_success'];

/** Names under which an envelope has codes and flags, and under which it has words. */
export const envelopeNames: { readonly codes: ReadonlySet<string>; readonly words: ReadonlySet<string> } = {
  codes: new Set([...CODES, ...SUB_CODES, ...SUCCESS, 'flag', 'type']),
  words: new Set([...MESSAGES, ...SUB_MESSAGES]),
};

/** A reply nests its words no deeper: a root member, data in it, a response in that. */
const DEPTH = 3;

/** What a reply says of a refusal; undefined when it holds no word of one. */
export function findRefusal(body: JsonObject): Refusal | undefined {
  const places = placesIn(body, DEPTH);
  const isExplicit = places.some(isFailure);
  const code = findIn(places, CODES, isErrorCode);
  const subCode = findIn(places, SUB_CODES, isErrorCode);
  const message = findIn(places, MESSAGES, isErrorMessage);
  const subMessage = findIn(places, SUB_MESSAGES, isErrorMessage);
  if (!isExplicit && [code, subCode, message, subMessage].every((text) => text === '')) return undefined;
  const type = findIn(places, ['type'], isErrorMessage);
  return { code: code || findIn(places, CODES, isSaid), subCode, message, subMessage, type, isExplicit };
}

/** The objects of a reply that may speak for it, the outermost first; never the order. */
function placesIn(body: JsonObject, depth: number): readonly JsonObject[] {
  const members = Object.entries(body);
  const isLoneRoot = depth === DEPTH && members.length === 1;
  const inner = members.flatMap(([name, member]) => {
    if (!isObject(member) || depth === 1) return [];
    // The order stands in result, unless that says that there is none.
    const speaks = name === 'result' ? isFailure(member) : isLoneRoot || isEnvelope(name);
    return speaks ? placesIn(member, depth - 1) : [];
  });
  return [body, ...inner];
}

const isEnvelope = (name: string): boolean =>
  name === 'data' || name === 'error' || name === 'response' || name.endsWith('_response');

function findIn(places: readonly JsonObject[], names: readonly string[], counts: (text: string) => boolean): string {
  for (const place of places) {
    for (const name of names) {
      const text = textIn(place, name);
      if (counts(text)) return text;
    }
  }
  return '';
}

const textIn = (place: JsonObject, name: string): string =>
  Object.hasOwn(place, name) ? (asText(place[name])?.trim() ?? '') : '';

const isFailure = (place: JsonObject): boolean =>
  textIn(place, 'flag') === 'failure' || isObject(place.error_response) || SUCCESS.some((name) => isFalse(place[name]));

const isSaid = (text: string): boolean => text !== '';

/** Zero is the code of success everywhere. */
export const isErrorCode = (code: string): boolean => !/^0*$/.test(code);

/** What is said of a call that went well, or of nothing. */
const NO_ERROR = /^(?:0*|null|none|ok|success(?:ful(?:ly)?)?|操作成功|请求成功|调用成功|成功)[.!。]?$/i;

export const isErrorMessage = (message: string): boolean => !NO_ERROR.test(message);
