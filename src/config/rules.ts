// The rules that settings classes are written with.
import { ValidateBy } from 'class-validator';

/** What a setting holds. The reader of the settings file turns what YAML made of a value into this, where that is exact. */
export type SettingKind = 'text' | 'number' | 'boolean';

// class-validator keeps the rule's name, so the reader learns a setting's kind from the rule itself: nothing says it twice.
const rule = (kind: SettingKind, message: string, holds: (value: unknown) => boolean): PropertyDecorator =>
  ValidateBy({ name: kind, validator: { validate: holds, defaultMessage: () => message } });

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

/** A string that is not blank and, when asked, fulfils a condition. */
export const Text = (message = 'must be a non-empty string', holds: (text: string) => boolean = () => true) =>
  rule('text', message, (value) => isText(value) && holds(value));

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

/** True or false. */
export const Flag = () => rule('boolean', 'must be true or false', (value) => typeof value === 'boolean');
