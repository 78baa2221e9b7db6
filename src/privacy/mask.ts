// Masks for personal data: what they leave is enough to distinguish two orders, not to find a person. They are pure, and
// to mask what is masked changes nothing. What a gateway has masked passes where it hides as much as is hidden here;
// what only looks masked, as it is plain with asterisks beside it, is masked.
import type { PersonalKind } from '../order/personal.js';

/** Stands for what is hidden, whatever its length. */
export const HIDDEN = '***';

type Mask = (text: string) => string;

/** The first character; empty where there is no other. */
const initialOf = (text: string): string => {
  const [first = '', ...rest] = text;
  return rest.length === 0 ? '' : first;
};

/** What gateways leave of a name: 豆*, **三. Two characters may be all of it. */
const MASKED_NAME = /^(?:[^*]\*+|\*+[^*]?)$/u;

const HAN = /\p{Script=Han}/u;

/** A Han name is one, with spaces inside or without. */
const wordsOf = (name: string): readonly string[] => (HAN.test(name) ? [name] : name.split(/\s+/));

const maskName: Mask = (text) =>
  wordsOf(text)
    .map((word) => (MASKED_NAME.test(word) ? word : `${initialOf(word)}*`))
    .join(' ');

/** What gateways leave of an account: t***, t**8. */
const MASKED_ACCOUNT = /^(?:[^*\s]\*+|\*+[^*\s]?|[^*\s]\*{2,}[^*\s])$/u;

const maskAccount: Mask = (text) => (MASKED_ACCOUNT.test(text) ? text : `${initialOf(text)}${HIDDEN}`);

const EMAIL = /^([^\s@]+)@([\w-]+(?:\.[\w-]+)+)$/;

const maskEmail: Mask = (text) => {
  const [, local, domain] = EMAIL.exec(text) ?? [];
  return local === undefined ? HIDDEN : `${maskAccount(local)}@${domain}`;
};

/** The country of a number, told from the network or the area that a number without one begins with. */
const COUNTRY = '(?:\\+|00)?(?!0|1[3-9]\\d)\\d{1,3}';

/** What stands before a subscriber's number: country, and area or mobile network. */
const BEFORE_SUBSCRIBER = new RegExp(
  `^(?:${COUNTRY}-|(?:\\+|00)?86(?=1[3-9]))?(?:0(?:10|2\\d|[3-9]\\d{2})-?|1[3-9]\\d)?`,
);

const bareNumber = (text: string): string => text.replace(/[\s()]/g, '');

/** What gateways leave of a telephone, four digits of the subscriber's number at most: 180****8789, 86-**********665. */
function isMaskedPhone(text: string): boolean {
  const subscriber = bareNumber(text).replace(BEFORE_SUBSCRIBER, '');
  return /^[\d*-]*\*{3}[\d*-]*$/.test(subscriber) && subscriber.replace(/\D/g, '').length <= 4;
}

const MOBILE = /^((?:\+|00)?86)?(1[3-9]\d)\d{4}(\d{4})$/;
const LANDLINE = new RegExp(`^(?:(${COUNTRY})-)?(0(?:10|2\\d|[3-9]\\d{2}))-?\\d{3,7}(\\d{4})$`);

const maskPhone: Mask = (text) => {
  if (isMaskedPhone(text)) return text;
  const bare = bareNumber(text);
  const [, country, network, end] = MOBILE.exec(bare.replaceAll('-', '')) ?? [];
  if (network !== undefined) return `${country ? `${country}-` : ''}${network}****${end}`;
  const [, abroad, area, last] = LANDLINE.exec(bare) ?? [];
  if (area !== undefined) return `${abroad ? `${abroad}-` : ''}${area}-****${last}`;
  return `****${ending(text.replace(/\D/g, ''))}`;
};

/** The last characters of a number: four of a long one, two of a short one, none of what is shorter. */
const ending = (text: string): string => {
  const { length } = text;
  return text.slice(length - (length >= 12 ? 4 : length >= 6 ? 2 : 0));
};

/** What gateways leave of a number: 3301***********123. Asterisks after all that is shown may stand for nothing. */
function isMaskedNumber(text: string): boolean {
  const [, start = '', hidden = '', end = ''] = /^(\w{0,6})(\*{3,})(\w{0,4})$/.exec(text) ?? [];
  const least = end === '' ? 2 * start.length : (start.length + end.length) / 2;
  return hidden !== '' && hidden.length >= least;
}

const maskNumber: Mask = (text) => {
  if (isMaskedNumber(text)) return text;
  return `${HIDDEN}${ending(text.replace(/\W/g, ''))}`;
};

const PROVINCES = [
  ...['北京', '天津', '上海', '重庆', '河北', '山西', '辽宁', '吉林', '黑龙江', '江苏', '浙江', '安徽', '福建', '江西'],
  ...['山东', '河南', '湖北', '湖南', '广东', '海南', '四川', '贵州', '云南', '陕西', '甘肃', '青海', '台湾', '内蒙古'],
  ...['广西', '西藏', '宁夏', '新疆', '香港', '澳门'],
];
/** A province and a city at the beginning of an address; what follows them is hidden. */
const ABOVE_STREET = new RegExp(
  `^(?:中国\\s*)?(?:${PROVINCES.join('|')})(?:市|省|(?:壮族|回族|维吾尔)?自治区|特别行政区)?` +
    '(?:\\s*(?:[\\p{Script=Han}]{2,4}(?:市|地区|盟)|[\\p{Script=Han}]{2,10}自治州)(?!场))?',
  'u',
);

/** 330106 names a district; its first four digits the city. */
const DIVISION = /^([1-8]\d{3})(?:\d\d|\d{5}|\d{8})$/;
/** What gateways leave of a street: 文一****. */
const MASKED_STREET = /^[^*\d]{0,2}\*{2,}$/u;

const maskAddress: Mask = (text) => {
  const city = DIVISION.exec(text)?.[1];
  if (city !== undefined) return `${city}**`;
  if (MASKED_STREET.test(text) || /^\d{4}\*\*$/.test(text)) return text;
  const above = ABOVE_STREET.exec(text)?.[0] ?? '';
  if (above.length === text.length) return text;
  return above === '' ? HIDDEN : `${above.trimEnd()} ${HIDDEN}`;
};

const maskBirthday: Mask = (text) => {
  const year = /^((?:19|20)\d{2})(?:[-/.年]|\d{4}$)/.exec(text)?.[1];
  return year === undefined ? HIDDEN : `${year}-**-**`;
};

const MASKS: Readonly<Record<PersonalKind, Mask>> = {
  NAME: maskName,
  PHONE: maskPhone,
  EMAIL: maskEmail,
  ADDRESS: maskAddress,
  ID_NUMBER: maskNumber,
  BIRTHDAY: maskBirthday,
  ACCOUNT: maskAccount,
  TEXT: () => HIDDEN,
  HANDLE: () => HIDDEN,
};

/** What is longer is no name and no address, and patterns take their time over it. */
const MAX_LENGTH = 500;

/** What lies deeper is hidden, whatever it is. */
const MAX_DEPTH = 32;

/** A member's name, hidden unless it is such as programs choose. */
export const maskedKey = (name: string): string => (/^[a-z_][\w.-]*$/i.test(name) ? name : HIDDEN);

/**
 * A value of a kind, masked. Objects and lists keep their shape, times become null; booleans and what is empty stay.
 */
export function mask(kind: PersonalKind, value: unknown, depth = 0): unknown {
  switch (typeof value) {
    case 'string': {
      const text = value.trim();
      if (text === '') return value;
      return text.length > MAX_LENGTH ? HIDDEN : MASKS[kind](text);
    }
    case 'number':
    case 'bigint':
      return MASKS[kind](String(value));
    case 'object':
      if (value === null || value instanceof Date) return null;
      if (depth === MAX_DEPTH) return HIDDEN;
      if (Array.isArray(value)) return value.map((member) => mask(kind, member, depth + 1));
      return Object.fromEntries(
        Object.entries(value).map(([name, member]) => [maskedKey(name), mask(kind, member, depth + 1)]),
      );
    default:
      return value;
  }
}

/** Whether a value holds no personal data, or is already masked. */
export function isHidden(kind: PersonalKind, value: unknown, depth = 0): boolean {
  if (typeof value === 'object' && value !== null) {
    if (value instanceof Date || depth === MAX_DEPTH) return false;
    return Object.values(value).every((member) => isHidden(kind, member, depth + 1));
  }
  if (value === undefined || value === null || typeof value === 'boolean') return true;
  const text = String(value).trim();
  return text === '' || (text.includes('*') && mask(kind, text) === text);
}
