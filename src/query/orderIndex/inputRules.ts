// The rules that the arguments of the order index share.
import { IANAZone } from 'luxon';
import { each, isAbsent, orAbsent, PathRule, Rule } from '../rules.js';

/** Members that a list of ids may have. */
const MAX_IDS = 1_000;
const MAX_TEXT = 128;
const MAX_CURSOR = 512;

const isTextOf =
  (max: number) =>
  (value: unknown): boolean =>
    typeof value === 'string' && value.trim() !== '' && value.length <= max;

/** A text of one to so many characters, and not only of spaces. */
export const WordRule = (max = MAX_TEXT): PropertyDecorator =>
  Rule('word', orAbsent(isTextOf(max)), `must be 1 to ${max} characters`);

/** A list of texts, each of one to so many characters. */
export const WordsRule = (maxLength: number, maxCount = MAX_IDS): PropertyDecorator =>
  Rule(
    'words',
    orAbsent(
      (value, whole) => Array.isArray(value) && value.length <= maxCount && each(isTextOf(maxLength))(value, whole),
    ),
    `must be at most ${maxCount} texts of 1 to ${maxLength} characters`,
  );

const isOrderId = (value: unknown): boolean => typeof value === 'string' && /^\d{1,32}$/.test(value);

export const OrderIdsRule = (): PropertyDecorator =>
  Rule(
    'orderIds',
    orAbsent((value, whole) => Array.isArray(value) && value.length <= MAX_IDS && each(isOrderId)(value, whole)),
    `must be at most ${MAX_IDS} ids of 1 to 32 digits`,
  );

export const CursorRule = (): PropertyDecorator =>
  Rule('cursor', orAbsent(isTextOf(MAX_CURSOR)), `must be a cursor, at most ${MAX_CURSOR} characters`);

const isWithin = (least: number, most: number) =>
  orAbsent((value) => typeof value === 'number' && value >= least && value <= most);

export const RangeRule = (least: number, most: number): PropertyDecorator =>
  Rule('range', isWithin(least, most), `must be ${least} to ${most}`);

export const TimeZoneRule = (): PropertyDecorator =>
  Rule(
    'timeZone',
    // Newer versions of Node take offsets as well, which no summer time is known of.
    orAbsent((value) => typeof value === 'string' && /^[A-Za-z]/.test(value) && IANAZone.isValidZone(value)),
    'must be an IANA time zone, such as Asia/Shanghai',
  );

/** The upper end of a range, which comes after the lower one. */
export const LaterThanRule = (lower: string): PropertyDecorator =>
  Rule(
    'later',
    orAbsent((value, { [lower]: from }) => isAbsent(from) || Number(value) > Number(from)),
    `must be later than ${lower}`,
  );

/** An input object of which exactly one member is given. */
export const ExactlyOneRule = (): PropertyDecorator =>
  PathRule(
    'exactlyOne',
    orAbsent((value) => Object.values(value as object).filter((member) => !isAbsent(member)).length === 1),
    (_value, path) => [`${path}: must have exactly one member`],
  );

/** An input object that has no such member: it goes no deeper. */
export const FlatRule = (member: string): PropertyDecorator =>
  PathRule(
    'flat',
    orAbsent((value) => isAbsent((value as Readonly<Record<string, unknown>>)[member])),
    (_value, path) => [`${path}.${member}: must not be given here`],
  );
