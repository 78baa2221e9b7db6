// Reads pasted text or a CSV file as order numbers, and finds out whose they are.
import type { Platform } from '../gql/graphql.js';

export interface KnownShop {
  readonly id: string;
  readonly name: string;
  readonly platform: Platform;
}

export interface Line {
  /** Counted from one, as editors do. */
  readonly number: number;
  readonly text: string;
}

export interface Entry {
  readonly line: Line;
  readonly orderId: string;
  /** The shops it may belong to, the likeliest first; one when there is no doubt. */
  readonly shops: readonly [string, ...string[]];
}

/** Why a line could not be read. */
export type Reason = 'NO_NUMBER' | 'ROUNDED' | 'NO_SHOP';

export interface Recognised {
  readonly entries: readonly Entry[];
  readonly repeated: readonly Entry[];
  readonly unread: readonly { readonly line: Line; readonly reason: Reason }[];
}

/** How long a platform's order numbers are. The ranges overlap: then a shop on the line decides, or a person. */
const DIGITS: { readonly [platform in Platform]: readonly [from: number, to: number] } = {
  ALIBABA_1688: [16, 20],
  TAOBAO: [10, 20],
  ALIEXPRESS: [13, 16],
};

const WORDS: { readonly [platform in Platform]: readonly string[] } = {
  ALIBABA_1688: ['1688', 'alibaba'],
  TAOBAO: ['taobao', 'tmall', '淘宝', '天猫'],
  ALIEXPRESS: ['aliexpress', '速卖通'],
};

const NUMBER = /^\d{10,20}$/;
/** What a spreadsheet makes of a long number: 2.19811E+18. The digits it dropped are lost. */
const ROUNDED = /^\d(\.\d+)?E\+\d+$/i;
/** Shorter numbers on a line with a long one are telephones and the like. */
const LONG = 13;

export function recognise(text: string, shops: readonly KnownShop[]): Recognised {
  const entries = new Map<string, Entry>();
  const repeated: Entry[] = [];
  const unread: Recognised['unread'][number][] = [];
  // NFKC makes plain digits of the wide ones that Chinese keyboards type.
  const lines = text.normalize('NFKC').split(/\r\n|\r|\n/);
  for (const [index, whole] of lines.entries()) {
    const line = { number: index + 1, text: whole.trim() };
    if (line.text === '') continue;
    const found = read(line, shops);
    if (typeof found === 'string') unread.push({ line, reason: found });
    else
      for (const entry of found) {
        const key = `${entry.orderId} ${entry.shops.join(' ')}`;
        if (entries.has(key)) repeated.push(entry);
        else entries.set(key, entry);
      }
  }
  return { entries: [...entries.values()], repeated, unread };
}

function read(line: Line, shops: readonly KnownShop[]): readonly Entry[] | Reason {
  // Quotes, and the ="…" that keeps a spreadsheet from rounding, are not part of a number.
  const tokens = line.text.split(/[\s,;|/:，；、]+/).map((token) => token.replaceAll(/["'=“”]/g, ''));
  const numbers = tokens.filter((token) => NUMBER.test(token));
  const long = numbers.filter(({ length }) => length >= LONG);
  const orderIds = long.length > 0 ? long : numbers.slice(0, 1);
  if (orderIds.length === 0) return tokens.some((token) => ROUNDED.test(token)) ? 'ROUNDED' : 'NO_NUMBER';
  const named = shopsNamedIn(line.text.toLowerCase(), tokens, shops);
  const found = orderIds.map((orderId) => {
    const [first, ...others] = (named ?? shops.filter(({ platform }) => fits(orderId, platform))).map(({ id }) => id);
    return first === undefined ? undefined : { line, orderId, shops: [first, ...others] as const };
  });
  const entries = found.filter((entry) => entry !== undefined);
  return entries.length === found.length ? entries : 'NO_SHOP';
}

/** The shops a line names, by their id, their name or their platform; undefined when it names none. */
function shopsNamedIn(
  text: string,
  tokens: readonly string[],
  shops: readonly KnownShop[],
): readonly KnownShop[] | undefined {
  const words = new Set(tokens.map((token) => token.toLowerCase()));
  const byId = shops.filter(({ id }) => words.has(id.toLowerCase()));
  if (byId.length > 0) return byId;
  const byName = shops.filter(({ name }) => text.includes(name.toLowerCase()));
  if (byName.length > 0) return byName;
  const byPlatform = shops.filter(({ platform }) => WORDS[platform].some((word) => words.has(word)));
  return byPlatform.length > 0 ? byPlatform : undefined;
}

function fits({ length }: string, platform: Platform): boolean {
  const [from, to] = DIGITS[platform];
  return length >= from && length <= to;
}
