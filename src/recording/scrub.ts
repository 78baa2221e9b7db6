// Takes the people and the secrets out of a gateway's reply: what the mapping reads into a marked field, and what no field
// reads, has a stand-in; what an envelope says in words is blotted.
import { isLosslessNumber, LosslessNumber, parse, stringify } from 'lossless-json';
import { createRedactor } from '../config/secrets.js';
import { createReadableCheck, documentPathsOf, type PathNode, type RawGateway } from '../privacy/documentPaths.js';
import { blotWords } from '../privacy/gatewayWords.js';
import { maskedKey } from '../privacy/mask.js';
import { envelopeNames } from '../protocols/refusal.js';
import type { StandIns } from './standIns.js';

export interface ScrubbedReply {
  readonly text: string;
  readonly isJson: boolean;
}

interface ScrubOptions {
  readonly standIns: StandIns;
  /** Values of settings and tokens that may stand nowhere. */
  readonly secrets: readonly string[];
  /** Stays as it is wherever it stands. */
  readonly orderId: string;
}

/** Counts and times of an envelope, which name nobody. */
const FIGURES: ReadonlySet<string> = new Set([
  ...['msec', 'time', 'withholding_money', 'deduct_money', 'ret_codes', 'retCodes', 'totalRecord', 'total_record'],
]);

/** A code as programs write one. */
const CODE = /^[\w.:-]{0,64}$/;

/** Deeper than any document, and shallower than the stack. */
const MAX_DEPTH = 64;

/** Replies that are no JSON are replaced whole: nothing tells what they hold. */
export function scrubReply(gateway: RawGateway, text: string, options: ScrubOptions): ScrubbedReply {
  const body = tryParse(text);
  if (body === undefined) return { text: options.standIns.of(text), isJson: false };
  const scrubber = createScrubber(gateway, options);
  // What was replaced in one place may stand in another, where it is not expected.
  const scrubbed = scrubber.rest(scrubber.envelope(body));
  return { text: `${stringify(scrubbed, null, 2)}\n`, isJson: true };
}

function tryParse(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}

function createScrubber(gateway: RawGateway, { standIns, secrets, orderId }: ScrubOptions) {
  const root = documentPathsOf(gateway);
  const isReadable = createReadableCheck(gateway.document);
  const replaced = new Map<string, string>();
  const redactSecrets = createRedactor(secrets, standIns.of);

  function replace(text: string): string {
    if (text.trim() === orderId) return text;
    const standIn = standIns.of(text);
    if (isTelling(text)) replaced.set(text.trim(), standIn.trim());
    return standIn;
  }

  /** A value of the envelope, or the document in it. */
  function envelope(value: unknown, name = '', depth = 0): unknown {
    if (isMembers(value)) {
      const isDocument = Object.keys(value).some((key) => root.members.has(key.trim()));
      if (isDocument && depth > 0) return document(value, root, depth);
      // A reply without an envelope has members of the document beside its own.
      return membersOf(value, (member, key) => {
        const node = root.members.get(key);
        return node ? document(member, node, depth + 1) : envelope(member, key, depth + 1);
      });
    }
    if (Array.isArray(value)) return value.map((member) => envelope(member, name, depth + 1));
    return envelopeNames.words.has(name) && typeof value === 'string' ? words(value) : code(value, name);
  }

  const code = (value: unknown, name: string): unknown =>
    (envelopeNames.codes.has(name) || FIGURES.has(name)) && CODE.test(String(value)) ? value : everything(value);

  /** Links in it lead to an account. */
  const words = (text: string): string =>
    blotWords(redactSecrets(text)).replace(/(?<=https?:\/\/[^\s/?#]+)[/?#][^\s"'<>]*/g, standIns.of);

  function document(value: unknown, node: PathNode | undefined, depth: number): unknown {
    if (node === undefined || node.kind || depth > MAX_DEPTH) return everything(value);
    if (Array.isArray(value)) return value.map((member) => document(member, node, depth + 1));
    if (isMembers(value)) {
      return membersOf(value, (member, key) => document(member, node.members.get(key.trim()), depth + 1));
    }
    return isEmpty(value) || isReadable(plainOf(value), node) ? value : everything(value);
  }

  /** With a stand-in for every text and number in it. */
  function everything(value: unknown, depth = 0): unknown {
    if (typeof value === 'string') return replace(value);
    if (isLosslessNumber(value)) return new LosslessNumber(replace(value.toString()));
    if (depth > MAX_DEPTH) return null;
    if (Array.isArray(value)) return value.map((member) => everything(member, depth + 1));
    return isMembers(value) ? membersOf(value, (member) => everything(member, depth + 1)) : value;
  }

  const membersOf = (value: Members, scrub: (member: unknown, key: string) => unknown): Members =>
    Object.fromEntries(
      Object.entries(value).map(([key, member]) => [
        maskedKey(key.trim()) === key.trim() ? key : standIns.of(key),
        scrub(member, key.trim()),
      ]),
    );

  /** What was kept, without what was replaced elsewhere. */
  function rest(value: unknown): unknown {
    const longestFirst = [...replaced].sort(([one], [other]) => other.length - one.length);
    const clean = (text: string): string =>
      longestFirst.reduce((left, [from, to]) => withoutWord(left, from, to), redactSecrets(text));
    const walk = (at: unknown): unknown => {
      if (typeof at === 'string') return isStandIn(at) ? at : clean(at);
      if (isLosslessNumber(at)) return new LosslessNumber(replaced.get(at.toString()) ?? at.toString());
      if (Array.isArray(at)) return at.map(walk);
      return isMembers(at) ? Object.fromEntries(Object.entries(at).map(([key, member]) => [key, walk(member)])) : at;
    };
    const standing = new Set(replaced.values());
    const isStandIn = (text: string): boolean => standing.has(text.trim());
    return walk(value);
  }

  return { envelope, rest };
}

type Members = Readonly<Record<string, unknown>>;

const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isLosslessNumber(value);

const isEmpty = (value: unknown): boolean => value === null || value === '' || typeof value === 'boolean';

/** As the mapping meets it: a number that loses no digits, else its text. */
function plainOf(value: unknown): unknown {
  if (!isLosslessNumber(value)) return value;
  const text = value.toString();
  return text.length < 16 ? Number(text) : text;
}

/** Whether a text says enough to be looked for elsewhere: a word such as 1 or 女 stands everywhere. */
const isTelling = (text: string): boolean => {
  const { length } = text.trim();
  return length >= 4 || (length >= 2 && /\p{Script=Han}/u.test(text));
};

const isLatin = (character: string | undefined): boolean => character !== undefined && /[A-Za-z0-9]/.test(character);

/** Replaces a text where it is not a part of a longer word. */
function withoutWord(text: string, from: string, to: string): string {
  let at = text.indexOf(from);
  if (at < 0) return text;
  let left = '';
  let done = 0;
  for (; at >= 0; at = text.indexOf(from, at + from.length)) {
    const end = at + from.length;
    const isPart = (isLatin(from[0]) && isLatin(text[at - 1])) || (isLatin(from.at(-1)) && isLatin(text[end]));
    if (isPart) continue;
    left += text.slice(done, at) + to;
    done = end;
  }
  return left + text.slice(done);
}
