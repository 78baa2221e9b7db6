// Property tests of ids, amounts and times: what must hold of every value, not of a few chosen ones.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseJson } from '../../src/common/json.js';
import { DECIMAL, FEN, ID_LIST, ID_TEXT, type ReadContext, TIME, YUAN } from '../../src/mapping/codec.js';
import { toDecimal, toMoney } from '../../src/mapping/money.js';
import { BEIJING, toInstant, zoneOf } from '../../src/mapping/time.js';
import { fromGlobalId, toGlobalId } from '../../src/order/globalId.js';
import { shopOf, smallReply } from '../support/gateway.js';
import { GATEWAYS } from '../support/gateways.js';
import { type Graphql, startGraphql } from '../support/graphql.js';
import { type StubGateway, startStubGateway } from '../support/stubGateway.js';

const MAX_LONG = 2n ** 63n - 1n;

/** Ids of every length, and many near the places where a float begins to round. */
const anyId = fc.oneof(
  fc.bigInt({ min: 0n, max: MAX_LONG }),
  fc.integer({ min: 0, max: 62 }).chain((bits) => fc.bigInt({ min: 0n, max: 2n ** BigInt(bits + 1) - 1n })),
  fc.bigInt({ min: 2n ** 53n - 5n, max: 2n ** 53n + 5n }),
  fc.constantFrom(0n, MAX_LONG, MAX_LONG - 1n),
);

const context = (currency: string): ReadContext => ({ currency, zone: BEIJING, place: 0, warn: () => {} });

describe('ids', () => {
  let stubGateway: StubGateway;
  let graphql: Graphql;

  beforeAll(async () => {
    stubGateway = await startStubGateway();
    graphql = await startGraphql({ settings: { shops: GATEWAYS.map((gateway) => shopOf(gateway, stubGateway.url)) } });
  });
  afterAll(async () => {
    await graphql.close();
    await stubGateway.close();
  });

  test.each(GATEWAYS)('ids of any length pass $type exactly, from the query to the wire and back', async (gateway) => {
    const { type, callOf } = gateway;
    stubGateway.respondWith((request) => {
      const { orderId } = callOf(request);
      return { body: smallReply(gateway, orderId, String(MAX_LONG - BigInt(orderId))) };
    });
    const text = 'query($refs: [OrderRef!]!) { orders(refs: $refs) { id orderId items { itemId } } }';
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(anyId, { minLength: 1, maxLength: 20 }), async (ids) => {
        stubGateway.take();
        const refs = ids.map((id) => ({ shop: type, orderId: String(id) }));
        const { data, errors } = await graphql.query(text, { refs });
        expect(errors).toEqual([]);
        expect(stubGateway.take().map((request) => callOf(request).orderId)).toEqual(ids.map(String));
        expect(data?.orders).toEqual(
          ids.map((id) => ({
            id: toGlobalId({ shop: type, orderId: String(id) }),
            orderId: String(id),
            items: [{ itemId: String(MAX_LONG - id) }],
          })),
        );
      }),
      { numRuns: 40 },
    );
  });

  test('a global id decodes to the key that it was made of, and other texts to none', () => {
    const shop = fc.stringMatching(/^[A-Za-z0-9._-]{1,64}$/);
    const outer = fc.option(fc.string({ minLength: 1, maxLength: 64 }), { nil: undefined });
    fc.assert(
      fc.property(shop, anyId, outer, (name, id, outOrderId) => {
        fc.pre(outOrderId === undefined || !outOrderId.includes('\n'));
        const key = { shop: name, orderId: String(id), ...(outOrderId === undefined ? {} : { outOrderId }) };
        expect(fromGlobalId(toGlobalId(key))).toEqual(key);
      }),
    );
    fc.assert(fc.property(fc.string(), (text) => fromGlobalId(text) === undefined || text.length > 8));
  });

  test('an id reads the same from a JSON number and from a text', () => {
    fc.assert(
      fc.property(anyId, (id) => {
        const { number, text } = parseJson(`{"number":${id},"text":" ${id} "}`) as { number: unknown; text: unknown };
        expect(ID_TEXT.decode(number, context('CNY'))).toBe(String(id));
        expect(ID_TEXT.decode(text, context('CNY'))).toBe(String(id));
      }),
    );
  });

  test('a number that is no integer, or has more than 64 digits, is no id', () => {
    for (const none of [1.5, 1507271159060001.5, 1e-7, 1e64, 1.8e300, Number.POSITIVE_INFINITY])
      expect([none, ID_TEXT.decode(none, context('CNY'))]).toEqual([none, undefined]);
    expect(ID_TEXT.decode(1e23, context('CNY'))).toBe(`1${'0'.repeat(23)}`);
  });

  test('a text with a list of ids yields all of them exactly', () => {
    const separator = fc.stringMatching(/^[ \n\t]{0,3},[ \n\t]{0,3}$/);
    fc.assert(
      fc.property(fc.array(anyId), separator, (ids, between) => {
        expect(ID_LIST.decode(ids.join(between), context('CNY'))).toEqual(ids.map(String));
      }),
    );
  });
});

/** An amount as its digits without the point, and how many stand after it. */
const anyAmount = fc.record({
  unscaled: fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
  scale: fc.integer({ min: 0, max: 12 }),
});

function written(unscaled: bigint, scale: number): string {
  const digits = String(unscaled < 0n ? -unscaled : unscaled).padStart(scale + 1, '0');
  const point = digits.length - scale;
  return `${unscaled < 0n ? '-' : ''}${digits.slice(0, point)}${scale > 0 ? `.${digits.slice(point)}` : ''}`;
}

/** A decimal's value in units of 10^-40, exactly. */
function exactly(decimal: string): bigint {
  const [whole = '', fraction = ''] = decimal.split('.');
  return BigInt(whole + fraction.padEnd(40, '0'));
}

const DIGITS = { CNY: 2, USD: 2, EUR: 2, JPY: 0, KRW: 0, KWD: 3 } as const;
const anyCurrency = fc.constantFrom(...(Object.keys(DIGITS) as (keyof typeof DIGITS)[]));

describe('money', () => {
  test('a decimal text is exact in main and in smallest units', () => {
    fc.assert(
      fc.property(anyAmount, anyCurrency, ({ unscaled, scale }, currency) => {
        const text = written(unscaled, scale);
        const money = YUAN.decode(text, context(currency));
        const digits = DIGITS[currency];
        expect(money?.currencyCode).toBe(currency);
        expect(exactly(money?.amount ?? '')).toBe(exactly(text));
        expect(exactly(money?.minorUnits ?? '')).toBe(exactly(text) * 10n ** BigInt(digits));
        expect((money?.amount.split('.')[1] ?? '').length).toBe(Math.max(digits, shortest(text)));
        expect(money?.amount).toMatch(/^-?\d+(\.\d+)?$/);
        expect(money?.minorUnits).toMatch(/^-?\d+(\.\d+)?$/);
      }),
    );
  });

  /** Digits after the point without the zeros at the end. */
  const shortest = (text: string): number => (text.split('.')[1] ?? '').replace(/0+$/, '').length;

  test('an amount in fen is exactly a hundredth of the same amount in yuan', () => {
    fc.assert(
      fc.property(anyAmount, ({ unscaled, scale }) => {
        const fen = FEN.decode(written(unscaled, scale), context('CNY'));
        expect(fen).toEqual(YUAN.decode(written(unscaled, scale + 2), context('CNY')));
      }),
    );
  });

  test('a JSON number that no float wrote is read as the decimal that is written', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 22n), max: 10n ** 22n }),
        fc.integer({ min: 0, max: 6 }),
        (unscaled, scale) => {
          const text = written(unscaled, scale);
          fc.pre(unscaled !== 0n || !text.startsWith('-'));
          // Floats are written with 16 digits or 17, and sometimes with all that they have.
          const digits = text.replace(/\D/g, '').replace(/^0+/, '').length;
          fc.pre(digits < 16 || scale === 0 || (digits > 17 && Number(text).toPrecision(digits) !== text));
          const { amount } = parseJson(`{"amount":${text}}`) as { amount: unknown };
          expect(exactly(YUAN.decode(amount, context('CNY'))?.amount ?? '')).toBe(exactly(text));
        },
      ),
    );
  });

  test('any finite number is read as an amount, and never written in exponent notation', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        const { value } = parseJson(`{"value":${JSON.stringify(number)}}`) as { value: unknown };
        expect(Number(DECIMAL.decode(value, context('CNY')))).toBe(number + 0);
        expect(DECIMAL.decode(value, context('CNY'))).toMatch(/^-?\d+(\.\d+)?$/);
      }),
      // The longest that are written out, on either side of the bound.
      {
        examples: ['1.0000000000000002e+63', '-1.0000000000000002e+63', '-1.0000000000000002e+62'].map((text) => [
          Number(text),
        ]),
      },
    );
  });

  test('a value that is no decimal is read as no amount', () => {
    const notDecimal = fc.oneof(
      fc.string().filter((text) => !/^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?\s*$/i.test(text)),
      fc.constantFrom('', ' ', '-', '.', '1,000', '¥6', '6元', '0x1f', 'Infinity', 'NaN', '1e9999', '--1', '1.2.3'),
      fc.constantFrom(null, undefined, true, {}, [], [1], Number.NaN, Number.POSITIVE_INFINITY),
    );
    fc.assert(fc.property(notDecimal, (value) => toDecimal(value) === undefined));
  });

  test('fraction digits sent by the gateway take precedence over those of the currency', () => {
    const amount = toDecimal('12.5');
    expect(amount && toMoney(amount, 'USD', 3)).toEqual({ amount: '12.500', currencyCode: 'USD', minorUnits: '12500' });
  });
});

describe('times', () => {
  const anyInstant = fc.date({
    min: new Date('1970-01-02T00:00:00Z'),
    max: new Date('2099-12-31T00:00:00Z'),
    noInvalidDate: true,
  });
  const anyOffset = fc.integer({ min: -14 * 4, max: 14 * 4 }).map((quarters) => quarters * 15);

  const two = (number: number, width = 2): string => String(number).padStart(width, '0');

  /** The instant's calendar fields at an offset in minutes. */
  function fieldsOf(instant: Date, offset: number) {
    const local = new Date(instant.getTime() + offset * 60_000);
    return {
      day: [two(local.getUTCFullYear(), 4), two(local.getUTCMonth() + 1), two(local.getUTCDate())],
      time: [two(local.getUTCHours()), two(local.getUTCMinutes()), two(local.getUTCSeconds())],
      milliseconds: two(local.getUTCMilliseconds(), 3),
    };
  }

  const zone = (offset: number, colon: string): string => {
    const minutes = Math.abs(offset);
    return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${colon}${two(minutes % 60)}`;
  };

  const read = (text: unknown, at = BEIJING): string | undefined => toInstant(text, at)?.toISOString();
  const upTo = (instant: Date, milliseconds: number): string =>
    new Date(Math.floor(instant.getTime() / milliseconds) * milliseconds).toISOString();

  test('yyyyMMddHHmmssSSSZ is read exactly at any offset', () => {
    fc.assert(
      fc.property(anyInstant, anyOffset, (instant, offset) => {
        const { day, time, milliseconds } = fieldsOf(instant, offset);
        expect(read([...day, ...time, milliseconds, zone(offset, '')].join(''))).toBe(instant.toISOString());
      }),
    );
  });

  test('14 and 17 digits are a calendar time of the zone, from a text and from a number', () => {
    fc.assert(
      fc.property(anyInstant, (instant) => {
        const { day, time, milliseconds } = fieldsOf(instant, 480);
        const digits = [...day, ...time].join('');
        const second = upTo(instant, 1000);
        expect([read(digits), read(Number(digits)), read(`${digits}+0800`)]).toEqual([second, second, second]);
        expect(read(digits + milliseconds)).toBe(instant.toISOString());
      }),
    );
    expect(read('20210706145335', zoneOf('America/Los_Angeles'))).toBe('2021-07-06T21:53:35.000Z');
    for (const none of ['20211306145335', '99999999999999', '16255544153350', 99_999_999_999_999])
      expect([none, read(none)]).toEqual([none, undefined]);
  });

  test('yyyy-MM-dd HH:mm:ss is read as Beijing time, with and without spaces around its colons', () => {
    fc.assert(
      fc.property(anyInstant, fc.constantFrom(':', ': ', ' :', ' : '), (instant, colon) => {
        const { day, time } = fieldsOf(instant, 480);
        expect(read(` ${day.join('-')} ${time.join(colon)} `)).toBe(upTo(instant, 1000));
      }),
    );
  });

  test('yyyy-MM-dd HH:mm is read as Beijing time', () => {
    fc.assert(
      fc.property(anyInstant, (instant) => {
        const { day, time } = fieldsOf(instant, 480);
        expect(read(`${day.join('-')} ${time.slice(0, 2).join(':')}`)).toBe(upTo(instant, 60_000));
      }),
    );
  });

  test('ISO 8601 with an offset is read exactly', () => {
    fc.assert(
      fc.property(anyInstant, anyOffset, fc.constantFrom('', ':'), (instant, offset, colon) => {
        const { day, time, milliseconds } = fieldsOf(instant, offset);
        const text = `${day.join('-')}T${time.join(':')}.${milliseconds}${zone(offset, colon)}`;
        expect(read(text)).toBe(instant.toISOString());
        expect(read(instant.toISOString())).toBe(instant.toISOString());
      }),
    );
  });

  test('epoch milliseconds are read from a number and from a text', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100_000_000_000, max: 9_999_999_999_999 }), (milliseconds) => {
        const iso = new Date(milliseconds).toISOString();
        expect([read(milliseconds), read(String(milliseconds))]).toEqual([iso, iso]);
      }),
    );
  });

  test('local times of a zone with daylight saving are read right in summer and in winter', () => {
    const losAngeles = zoneOf('America/Los_Angeles');
    expect(read('2021-07-01 12:00:00', losAngeles)).toBe('2021-07-01T19:00:00.000Z');
    expect(read('2021-12-01 12:00:00', losAngeles)).toBe('2021-12-01T20:00:00.000Z');
    const format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'America/Los_Angeles',
      dateStyle: 'short',
      timeStyle: 'medium',
    });
    fc.assert(
      fc.property(anyInstant, (instant) => {
        const local = format.format(instant);
        const again = toInstant(local, losAngeles);
        // In the hour that comes twice, either instant is right: its local time is the same.
        expect(again && format.format(again)).toBe(local);
      }),
    );
  });

  test('impossible dates are read as no time', () => {
    const anyDay = fc.record({
      year: fc.integer({ min: 1970, max: 2100 }),
      month: fc.integer({ min: 0, max: 14 }),
      day: fc.integer({ min: 0, max: 33 }),
      hour: fc.integer({ min: 0, max: 26 }),
    });
    fc.assert(
      fc.property(anyDay, ({ year, month, day, hour }) => {
        const isPossible =
          month >= 1 && month <= 12 && day >= 1 && day <= new Date(year, month, 0).getDate() && hour < 24;
        const dashed = `${year}-${two(month)}-${two(day)} ${two(hour)}:00:00`;
        const compact = `${year}${two(month)}${two(day)}${two(hour)}0000000+0800`;
        expect([read(dashed) !== undefined, read(compact) !== undefined]).toEqual([isPossible, isPossible]);
      }),
    );
    for (const text of [
      '20211021182231000+2500',
      '20211021182231000+0860',
      '2021-10-21 10:60:00',
      '2021-10-21 10:00:60',
    ])
      expect([text, read(text)]).toEqual([text, undefined]);
  });

  test('a value in no known format is read as no time', () => {
    const junk = fc.oneof(
      fc.string({ maxLength: 10 }),
      fc.constantFrom('今天', '2021-10-21', '10:20:12', '20211021', 'null', '0', '-1', '2021-10-21 10:20 someday'),
      fc.constantFrom(null, true, {}, [], -1, 0, 1.5, Number.NaN, 1634813726, 1e300),
    );
    fc.assert(fc.property(junk, (value) => TIME.decode(value, context('CNY')) === undefined));
  });
});
