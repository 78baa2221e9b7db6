// Misshapes that every document meets: what cannot be read is null, with a warning that names its place.
import type { Misshape } from '../documents/document.js';
import type { Place } from '../places.js';

const pathOf = (at: Place): string =>
  at
    .map((name) => (typeof name === 'number' ? `[${name}]` : `.${name}`))
    .join('')
    .replace(/^\./, '');

/** The field is null; the warning names the place, unless the value says nothing. */
export const unread = (
  at: Place,
  value: unknown,
  field: string,
  warning: string | undefined = pathOf(at),
): Misshape => {
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

export const saysNothing = (at: Place, value: unknown, field: string): Misshape => {
  const { warning: _warning, ...misshape } = unread(at, value, field);
  return { ...misshape, what: `${pathOf(at)} that is ${value === '' ? 'empty' : value}` };
};

export const NO_TIMES: readonly unknown[] = ['昨天', '2021-02-30 10:00:00', { at: 1 }, 20211021, true];
export const NO_AMOUNTS: readonly unknown[] = ['约6元', [6.15], '0x10', '1,000.00'];
export const NOTHINGS: readonly unknown[] = [null, '', undefined];
/** JSON can name members so that an object cannot be turned into a text. */
export const NO_TEXT = { toString: 1, valueOf: 1 };
