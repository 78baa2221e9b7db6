// The forms that only AliExpress writes values in: amounts as objects, attributes as JSON in a text.

import type Big from 'big.js';
import { parseJson } from '../../common/json.js';
import { isObject, type JsonObject } from '../../common/object.js';
import { type Codec, CURRENCY, type ReadContext, TEXT, toTexts } from '../../mapping/codec.js';
import { type Field, type Leaf, leaf } from '../../mapping/fieldTypes.js';
import { toMembers } from '../../mapping/lists.js';
import { toDecimal, toMoney } from '../../mapping/money.js';
import { isMissing } from '../../mapping/path.js';
import { Money } from '../../order/money.js';

const isSent = (value: unknown): boolean => !isMissing(value);

/** A count of smallest units in main units; undefined where the factor does not divide it exactly. */
function fromCents(cent: unknown, factor: unknown): Big | undefined {
  const [count, units] = [toDecimal(cent), toDecimal(factor)];
  if (!count || !units?.gt(0)) return undefined;
  const main = count.div(units);
  return main.times(units).eq(count) ? main : undefined;
}

/** The currency that an amount names, the order's where it names none, and undefined where it names none that exists. */
function currencyOf(named: readonly unknown[], reading: ReadContext): string | undefined {
  const sent = named.filter(isSent);
  if (sent.length === 0) return reading.currency;
  return sent.map((code) => CURRENCY.decode(code, reading)).find((code): code is string => typeof code === 'string');
}

/** How many digits the smallest unit has: said outright, or by the factor to it, which is a power of ten. */
function digitsOf(said: unknown, factor: unknown, reading: ReadContext): number | undefined {
  const digits = /^\s*([0-8])\s*$/.exec(TEXT.decode(said, reading) ?? '')?.[1];
  if (digits !== undefined) return Number(digits);
  return /^\s*1(0{0,8})\s*$/.exec(TEXT.decode(factor, reading) ?? '')?.[1]?.length;
}

const MONEY: Codec<Money> = {
  unit: 'cent ÷ cent_factor, else amount',
  type: () => Money,
  decode(value, reading) {
    if (!isObject(value)) return undefined;
    if (Object.keys(value).length === 0) return null;
    const { cent, cent_factor: factor } = value;
    const described = isObject(value.currency) ? value.currency : {};
    const counted = fromCents(cent, factor);
    const written = toDecimal(value.amount);
    if (counted && written && !counted.eq(written)) reading.warn('cent and amount disagree; cent was read');
    const main = counted ?? written;
    const currency = currencyOf([value.currency_code, described.currency_code], reading);
    return main && currency
      ? toMoney(main, currency, digitsOf(described.default_fraction_digits, factor, reading))
      : undefined;
  },
};

/** An amount: the object {cent, cent_factor, amount, currency_code, currency}. */
export const money = (paths: string | readonly string[], description?: string): Field<Money | null> & Leaf =>
  leaf(MONEY, paths, description);

/** The same, or a number alone, in the order's currency: whose form is documented nowhere. */
const MONEY_OR_NUMBER: Codec<Money> = {
  ...MONEY,
  unit: 'amount, or a number in main units',
  decode(value, reading) {
    if (isObject(value)) return MONEY.decode(value, reading);
    const main = toDecimal(value);
    return main && toMoney(main, reading.currency);
  },
};

export const moneyOrNumber = (path: string, description: string): Field<Money | null> & Leaf =>
  leaf(MONEY_OR_NUMBER, path, description);

export const SETTLED: Codec<Money> = {
  unit: 'in main units of the settlement currency',
  type: () => Money,
  decode: () => undefined,
};

/** An amount beside its currency. */
export function settled([amount, currency]: readonly unknown[], reading: ReadContext): Money | null {
  if (!isSent(amount)) return null;
  const main = toDecimal(amount);
  const code = CURRENCY.decode(currency, reading);
  if (main && code) return toMoney(main, code);
  reading.warn('pay_amount_by_settlement_cur cannot be read as an amount in settlement_currency');
  return null;
}

/** A lone text where the schema has a list. */
export const LONE_TEXT: Codec<readonly string[]> = {
  unit: 'text',
  type: () => [String],
  decode: toTexts,
};

/** A list of texts, which may be a lone one, or an empty object when empty. */
export const TEXT_LIST: Codec<readonly string[]> = {
  unit: 'list of texts',
  type: () => [String],
  decode: toTexts,
};

/** JSON in a text, also with every quote escaped, as the documentation's examples have it. */
function parseText(text: string): unknown {
  for (const json of [text, `"${text}"`]) {
    try {
      const value = parseJson(json);
      return typeof value === 'string' ? parseJson(value) : value;
    } catch {
      // The other form, then.
    }
  }
  return undefined;
}

/** The chosen attributes {"sku":[{pName, pValue, …}]}; undefined where there is no such JSON. */
export function skuEntries(value: unknown): readonly JsonObject[] | undefined {
  const parsed = typeof value === 'string' ? parseText(value) : value;
  return toMembers(isObject(parsed) ? (parsed.sku ?? []) : parsed)?.filter(isObject);
}

/** The members of JSON in a text, or of an object; undefined where there is none. */
export function extensionOf(value: unknown): JsonObject | undefined {
  const parsed = typeof value === 'string' ? parseText(value) : value;
  return isObject(parsed) ? parsed : undefined;
}
