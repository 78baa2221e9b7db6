// Blots personal data out of what gateways say in words: on a bad day one puts the whole order into them. No field says
// what a word is, so what looks like a person's goes; what is left names the failure.
import { ELLIPSIS } from '../common/cutText.js';
import { HIDDEN } from './mask.js';

/** No pattern looks at more than this. */
const LONGEST = 500;

/** Where JSON begins, or an object as Java or PHP print it, or markup. */
const STRUCTURE = /[{[]\s{0,9}(?:\\{0,9}["'{[]|[\w-]{1,64}\]?\s{0,9}[:=])|\bArray\s{0,9}\(|<[a-z!/?]/i;
/** What follows the last bracket of it is more of it, as long as it looks so. */
const MORE = new RegExp(`["'{[<:=\\\\]|${ELLIPSIS}$`);

const PATTERNS: readonly RegExp[] = [
  // An e-mail address, or what is left of one.
  /[^\s@＠,;:"'<>()，；：]{1,64}[@＠][^\s@＠,;"'<>()，；]{0,255}/g,
  // An identity card: division, birthday, number.
  /(?<!\d)[1-8]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX](?!\d)/gi,
  // A telephone in one piece, or an identity card of the last century. Ids of orders have more digits.
  /(?<![\d.])\+?\d{10,15}(?!\d|\.\d)/g,
  // A telephone in groups; a date is none.
  /(?<![\d.:-])(?!\d{4}-\d\d-\d\d)(?:\+\d{1,3}[ -]?)?\(?\d{2,8}\)?(?:[ -]\(?\d{2,8}\)?){1,4}(?!\d|:\d)/g,
  // A number that was cut.
  new RegExp(`\\d{3,}${ELLIPSIS}$`, 'g'),
  // What is said to be somebody's.
  /(?:收货人|收件人|联系人|买家|姓名|电话|手机|地址)[^\s,，;；。:：=]{0,4}\s?[:：=]\s?[^\s,，;；。&]{1,100}/g,
  /\b(?:receiver|consignee|recipient|contact|buyer|mobile|phone|tel|email|address)(?:_\w{1,20})?\s?[:=]\s?[^,;&]{1,100}/gi,
  // An address: a city and what follows it, a street or a building with a number, a street in English.
  /\p{Script=Han}{2,8}[省市区州][^\s,，;；。]{0,20}[区县市镇乡村路街道巷弄][^\s,，;；。]{0,60}/gu,
  /[\p{Script=Han}A-Za-z]{1,12}(?:[路街巷弄村]|大道|小区|花园|大厦)\s?\d{1,5}[^\s,，;；。]{0,40}/gu,
  /\b\d{1,5} (?:[A-Z][\w.'-]{0,20} ){1,4}(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|boulevard|blvd|court|square)\b[^;\n]{0,80}/gi,
];

/** Fewer digits in groups are a number of something else. */
const SHORTEST_PHONE = 7;

/** Words without what looks like JSON, a telephone, an e-mail address, an identity card or a postal address. */
export function blotWords(words: string): string {
  const text = words.length > LONGEST ? words.slice(0, LONGEST) + ELLIPSIS : words;
  return PATTERNS.reduce((blotted, pattern) => blotted.replace(pattern, hide), withoutStructure(text));
}

const hide = (found: string): string =>
  /^[\d ()-]+$/.test(found) && found.replace(/\D/g, '').length < SHORTEST_PHONE ? found : HIDDEN;

function withoutStructure(text: string): string {
  const from = text.search(STRUCTURE);
  if (from === -1) return text;
  const end = Math.max(...['}', ']', '>', ')'].map((bracket) => text.lastIndexOf(bracket)));
  const rest = end > from ? text.slice(end + 1) : '';
  return text.slice(0, from) + HIDDEN + (MORE.test(rest) ? '' : rest);
}

/** What programs call things: no words, unless a long number stands in it. */
const isName = (text: string): boolean =>
  /^[\w.:-]{1,128}$/.test(text) && !/(?<![\da-f])\d{10,15}(?![\da-f])/i.test(text);

/** A code or an id of a gateway's, blotted where it is words. */
export const blotCode = (code: string): string => (isName(code) ? code : blotWords(code));

/** What a fault tells, a gateway's words in it blotted. */
export function blotDetails(details: object): Record<string, unknown> {
  const blotted: Record<string, unknown> = { ...details };
  const { upstreamMessage, upstreamCode, requestId } = blotted;
  if (typeof upstreamMessage === 'string') blotted.upstreamMessage = blotWords(upstreamMessage);
  if (typeof upstreamCode === 'string') blotted.upstreamCode = blotCode(upstreamCode);
  if (typeof requestId === 'string') blotted.requestId = blotCode(requestId);
  return blotted;
}
