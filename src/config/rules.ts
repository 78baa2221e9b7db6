// The rules that settings classes are written with.
import { IsOptional, ValidateBy } from 'class-validator';

/** Node fires timers set beyond this many milliseconds (24.8 days) at once. */
export const LONGEST_TIMER = 2 ** 31 - 1;

/** What a setting holds. The reader of the settings file turns what YAML made of a value into this, where that is exact. */
export type SettingKind = 'text' | 'number' | 'boolean';

// class-validator keeps the rule's name, so the reader learns a setting's kind from the rule itself: nothing says it twice.
const rule = (kind: SettingKind, message: Message, holds: (value: unknown) => boolean): PropertyDecorator =>
  ValidateBy({
    name: kind,
    validator: {
      validate: holds,
      defaultMessage: (at) => (typeof message === 'string' ? message : message(at?.value)),
    },
  });

/** What is wrong, always or with a value; it must not repeat the value, which may be a secret. */
type Message = string | ((value: unknown) => string);

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

export const NOT_EMPTY = 'must be a non-empty string';

/** A string that is not blank and, when asked, fulfils a condition. */
export const Text = (message: Message = NOT_EMPTY, holds: (text: string) => boolean = () => true) =>
  rule('text', message, (value) => isText(value) && holds(value));

/** What a text for others holds none of: line breaks, other characters of control, blanks at its ends. */
const isClean = (text: string): boolean => text === text.trim() && !/\p{Cc}|[\u2028\u2029]|\p{Cs}/u.test(text);

const CLEAN = 'without line breaks, control characters and blanks at its ends';

const orNotEmpty =
  (message: string): Message =>
  (value) =>
    isText(value) ? message : NOT_EMPTY;

/** A text that is signed or sent in a form: a line break from a file or a shell goes out with it and spoils it. */
export const SignedText = () => Text(orNotEmpty(`${NOT_EMPTY} ${CLEAN}`), isClean);

const tokens = new Map<object, Set<string>>();

/** The settings of an object that are tokens which connecting the shop brings too. */
export const tokenSettingsOf = (settings: object): readonly string[] => [
  ...(tokens.get(Object.getPrototypeOf(settings)) ?? []),
];

/** A token that may be left out where the shop can be connected; otherwise a text as above. */
export const TokenText = (): PropertyDecorator => (prototype, name) => {
  tokens.set(prototype, (tokens.get(prototype) ?? new Set()).add(String(name)));
  IsOptional()(prototype, name);
  SignedText()(prototype, name);
};

/** A text that is sent in a header, which takes no other characters. */
export const HeaderText = () =>
  Text(orNotEmpty(`${NOT_EMPTY} of ASCII characters ${CLEAN}`), (text) => isClean(text) && /^[ -~]*$/.test(text));

/** A text that callers send in a header, between blanks. */
export const HeaderWord = () =>
  Text(orNotEmpty('must be a string of ASCII characters without blanks, as a header takes it'), (text) =>
    /^[!-~]+$/.test(text),
  );

// fetch refuses addresses that carry a user name or a password: better said at start than at the first call.
function isAddress(text: string): boolean {
  // URL takes line breaks and blanks at the ends, and leaves them out.
  if (!URL.canParse(text) || /\s/.test(text)) return false;
  const { protocol, username, password } = new URL(text);
  return (protocol === 'http:' || protocol === 'https:') && username === '' && password === '';
}

/** An address that is called, or that people are sent to. */
export const Address = () => Text('must be an absolute http or https URL without user name and password', isAddress);

/** One of a few strings. */
export const OneOf = (choices: readonly string[]) =>
  Text(`must be one of ${choices.join(', ')}`, (text) => choices.includes(text));

/** A list, perhaps empty, of strings that are not blank and, when asked, fulfil a condition. */
export const Texts = (message: string, holds: (text: string) => boolean = () => true) =>
  rule('text', message, (value) => Array.isArray(value) && value.every((item) => isText(item) && holds(item)));

/** An integer in a range, both ends included. */
export const Integer = (minimum: number, maximum = Number.MAX_SAFE_INTEGER) =>
  rule(
    'number',
    maximum === Number.MAX_SAFE_INTEGER
      ? `must be an integer of at least ${minimum}`
      : `must be an integer from ${minimum} to ${maximum}`,
    (value) => Number.isSafeInteger(value) && Number(value) >= minimum && Number(value) <= maximum,
  );

/** A number above zero, whole or not. */
export const PositiveNumber = () =>
  rule('number', 'must be a number above 0', (value) => Number.isFinite(value) && Number(value) > 0);

/** A number above 0 and at most 1. */
export const Portion = () =>
  rule(
    'number',
    'must be a number above 0 and at most 1',
    (value) => Number.isFinite(value) && Number(value) > 0 && Number(value) <= 1,
  );

/** A number from 0 to 1, both ends included. */
export const Fraction = () =>
  rule(
    'number',
    'must be a number from 0 to 1',
    (value) => Number.isFinite(value) && Number(value) >= 0 && Number(value) <= 1,
  );

/** True or false. */
export const Flag = () => rule('boolean', 'must be true or false', (value) => typeof value === 'boolean');
