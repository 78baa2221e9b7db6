// Malformed values that every document meets: what cannot be read is null, with a warning that names its path.
import type { MalformedValue } from '../documents/document.js';
import type { JsonPath } from '../jsonPath.js';

const pathOf = (at: JsonPath): string =>
  at
    .map((name) => (typeof name === 'number' ? `[${name}]` : `.${name}`))
    .join('')
    .replace(/^\./, '');

/** The field is null; the warning names the path, unless the value says nothing. */
export const unread = (
  at: JsonPath,
  value: unknown,
  field: string,
  warning: string | undefined = pathOf(at),
): MalformedValue => {
  const names = field.split(' ');
  return {
    what: `${pathOf(at)} = ${JSON.stringify(value)}`,
    at,
    value,
    selection: names.join(' { ') + ' }'.repeat(names.length - 1),
    read: names.reduceRight<unknown>((inner, name) => ({ [name]: inner }), null),
    ...(warning === undefined ? {} : { warning }),
  };
};

export const saysNothing = (at: JsonPath, value: unknown, field: string): MalformedValue => {
  const { warning: _warning, ...malformedValue } = unread(at, value, field);
  return { ...malformedValue, what: `${pathOf(at)} that is ${value === '' ? 'empty' : value}` };
};

export const NO_TIMES: readonly unknown[] = ['昨天', '2021-02-30 10:00:00', { at: 1 }, 20211021, true];
export const NO_AMOUNTS: readonly unknown[] = ['约6元', [6.15], '0x10', '1,000.00'];
export const NOTHINGS: readonly unknown[] = [null, '', undefined];
/** JSON can name members so that an object cannot be turned into a text. */
export const NO_TEXT = { toString: 1, valueOf: 1 };
