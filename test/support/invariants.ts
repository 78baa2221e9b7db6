// What holds of any Order, on any platform.
import type { Part } from './json.js';

const DECIMAL = /^-?\d+(\.\d+)?$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const FRACTION_DIGITS: Readonly<Record<string, number>> = { JPY: 0, KRW: 0, KWD: 3 };

/** What an order, asked with all its fields, breaks; empty when it is as it should be. */
export function violationsOf(order: Part): readonly string[] {
  const items = listOf(order.items);
  const itemIds = items.map(({ itemId }) => String(itemId));
  const shipped = listOf((order.logistics as Part | null)?.shipments).flatMap((shipment) => shipment.itemIds ?? []);
  const broken = [
    ...listOf(order.warnings).map(({ path }) => `could not read ${String(path)}`),
    ...itemIds.filter((id) => id.trim() === '').map(() => 'an item’s id is empty'),
    ...(new Set(itemIds).size < itemIds.length ? ['two items share an id'] : []),
    ...(/^\d+$/.test(String(order.orderId)) ? [] : ['the order’s id is no number']),
    ...shipped.filter((id) => !/^\S+$/.test(String(id))).map((id) => `a shipment holds item “${String(id)}”`),
    ...visit(order, ''),
  ];
  return broken.map((violation) => `${String(order.orderId)}: ${violation}`);
}

const listOf = (value: unknown): readonly Part[] => (Array.isArray(value) ? (value as Part[]) : []);

/** Every object of the answer, all the way down; raw is the gateway's own and promises nothing. */
function* visit(value: unknown, at: string): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) {
    yield* memberViolations(value as Part, at);
    if ('minorUnits' in value) yield* moneyViolations(value as Part, at);
  }
  for (const [name, member] of Object.entries(value)) if (name !== 'raw') yield* visit(member, `${at}.${name}`);
}

function* memberViolations(object: Part, at: string): Generator<string> {
  for (const [name, value] of Object.entries(object)) {
    // Text is sent or it is not: an empty one would be neither.
    if (value === '' && !at.includes('upstream')) yield `${at}.${name} is empty`;
    if (/[a-z](At|By)$/.test(name) && typeof value === 'string' && !INSTANT.test(value))
      yield `${at}.${name} is no instant`;
    // What only one platform has is told in its own codes and words.
    if (/[sS]tatus$/.test(name) && !at.startsWith('.platformOrder')) yield* statusViolations(object, name, at);
  }
}

/** The amount in main and in smallest units, reckoned in integers. */
function* moneyViolations({ amount, currencyCode, minorUnits }: Part, at: string): Generator<string> {
  const isWritten = DECIMAL.test(String(amount)) && DECIMAL.test(String(minorUnits));
  if (!isWritten || !/^[A-Z]{3}$/.test(String(currencyCode))) {
    yield `${at} is no money`;
    return;
  }
  const digits = FRACTION_DIGITS[String(currencyCode)] ?? 2;
  if (inBillionths(amount, digits) !== inBillionths(minorUnits, 0)) yield `${at} says two amounts`;
  if ((String(amount).split('.')[1]?.length ?? 0) < digits) yield `${at} has too few digits`;
}

const inBillionths = (decimal: unknown, shift: number): bigint => {
  const [whole = '', fraction = ''] = String(decimal).split('.');
  return BigInt(whole + fraction.padEnd(9 + shift, '0').slice(0, 9 + shift));
};

/** Beside a status stands the code it was read from; only where there is none may the code be missing. */
function* statusViolations(object: Part, name: string, at: string): Generator<string> {
  const status = object[name];
  if (typeof status !== 'string' || !/^[A-Z]+(_[A-Z]+)*$/.test(status)) yield `${at}.${name} is no status`;
  const code = `${name}Code`;
  const isRead = code in object && status !== 'NONE' && status !== 'UNKNOWN';
  if (isRead && typeof object[code] !== 'string') yield `${at}.${name} is ${String(status)} without a code`;
}
