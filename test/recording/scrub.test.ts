// Tests what is left of people and secrets in a recorded reply: nothing, while its shape stays.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'lossless-json';
import { writeJson } from '../../src/common/json.js';
import { compiledGatewayOf, type gateways } from '../../src/platforms/index.js';
import { scrubReply } from '../../src/recording/scrub.js';
import { createStandIns } from '../../src/recording/standIns.js';
import { fixture } from '../support/fixture.js';
import { GATEWAYS } from '../support/gateways.js';
import { pathsIn, replaceAt } from '../support/jsonPath.js';
import { personalFieldsOf } from '../support/personalFields.js';
import { wireDocument } from '../support/wireDocument.js';

type GatewayType = keyof typeof gateways;

const SECRET = 'a-token+of/6100Zq==';

/** Words as people have them: in Chinese, Latin letters, digits, with masks and marks. None is a part of another. */
const words = fc
  .tuple(
    fc.constantFrom('张伟强', '欧阳娜娜', 'Qwertz', 'Марков', 'y7-Qx', '豆豆**', 'x@y.zw'),
    fc.stringMatching(/^[1-9]\d{9}$/),
  )
  .map(([name, number]) => ({ text: `${name} ${number}`, parts: [name.replace('**', ''), number] }));

const kindsOf = (text: string): string =>
  text
    .replace(/\p{Script=Han}/gu, '汉')
    .replace(/\p{Script=Cyrillic}/gu, 'ж')
    .replace(/\d/g, '1')
    .replace(/[a-z]/g, 'a')
    .replace(/[A-Z]/g, 'A');

/** Replaces what stands at a path such as orders.order[].title in every member of its lists, which has one at least. */
function place(value: unknown, [segment = '', ...rest]: readonly string[], by: string): unknown {
  const name = segment.replace('[]', '');
  const inner = (value as Record<string, unknown> | undefined)?.[name];
  const next = (member: unknown): unknown => (rest.length === 0 ? by : place(member, rest, by));
  return { ...(value as object), [name]: segment.endsWith('[]') ? membersOf(inner).map(next) : next(inner) };
}

const membersOf = (list: unknown): readonly unknown[] => (Array.isArray(list) ? list : [{}]);

describe.each(GATEWAYS)('$type', (gateway) => {
  const { definition } = compiledGatewayOf(gateway.type as GatewayType);
  const personal = personalFieldsOf(gateway);
  const whole = wireDocument(gateway.fields, gateway.fixed);
  const scrub = (body: unknown, text = writeJson(body)) =>
    scrubReply(definition, text, { standIns: createStandIns(), secrets: [SECRET], orderId: gateway.orderId });

  test('nothing that a person wrote or is known by survives, wherever it stands', () => {
    expect(personal.length).toBeGreaterThan(5);
    const someField = fc.constantFrom(...personal.map(({ path }) => path));
    fc.assert(
      fc.property(fc.array(fc.tuple(someField, words), { minLength: 1, maxLength: 8 }), (placed) => {
        const body = placed.reduce((left, [path, given]) => place(left, path.split('.'), given.text), whole);
        const echoed = {
          ...(body as object),
          unknown_member: { deep: [placed[0]?.[1].text, SECRET] },
          msg: `不行 ${SECRET}`,
        };
        const scrubbed = scrub(echoed).text;
        for (const [, { parts }] of placed) for (const part of parts) expect(scrubbed).not.toContain(part);
        expect(scrubbed).not.toContain(SECRET);
      }),
      { numRuns: 25 },
    );
  });

  test('every value keeps its place, its type, its length and its kinds of characters', () => {
    const body = personal.reduce((left, { path }, at) => place(left, path.split('.'), `张三${at} Ab-9*`), whole);
    const { text, isJson } = scrub(body);
    expect(isJson).toBe(true);
    const before = parse(writeJson(body));
    const after = parse(text);
    expect(pathsIn(after)).toEqual(pathsIn(before));
    const shapes = (value: unknown): string =>
      JSON.stringify(value, (_name, member: unknown) => (typeof member === 'string' ? kindsOf(member) : member));
    expect(shapes(after)).toBe(shapes(before));
  });

  test('its own sample stays a reply that is read, with the ids, statuses and amounts that it has', () => {
    const sample = fixture(gateway.type, 'reply.json');
    const { text } = scrub(undefined, sample);
    const received = { status: 200, retryAfter: undefined, receivedAt: new Date(0) };
    const compiled = compiledGatewayOf(gateway.type as GatewayType);
    const select = {
      statusCode: {},
      createdAt: {},
      totals: { total: { amount: {} } },
      items: { productId: {}, quantity: {} },
    };
    const readOf = (reply: string) =>
      compiled.read(definition.parseReply({ ...received, text: reply }).document, select, definition.document.zone)
        .order;
    expect(readOf(text)).toEqual(readOf(sample));
  });
});

test('the same person has the same stand-in in two replies, and another in another recording', () => {
  const { definition } = compiledGatewayOf('TAOBAO_TOP');
  const reply = (tid: number) =>
    JSON.stringify({ r: { trade: { tid, receiver_name: '张伟强', buyer_nick: '张伟强' } } });
  const standIns = createStandIns();
  const nameIn = (tid: number, using = standIns): readonly string[] => {
    const { text } = scrubReply(definition, reply(tid), { standIns: using, secrets: [], orderId: String(tid) });
    const { receiver_name, buyer_nick } = JSON.parse(text).r.trade as Record<string, string>;
    return [String(receiver_name), String(buyer_nick)];
  };
  const [name, nick] = nameIn(1);
  expect(name).toMatch(/^\p{Script=Han}{3}$/u);
  expect(nick).toBe(name);
  expect(nameIn(2)).toEqual([name, name]);
  expect(nameIn(1, createStandIns())).not.toEqual([name, name]);
});

test.each([
  ['13812345678', /^1[3-9]\d{9}$/],
  ['138****5678', /^\d{3}\*{4}\d{4}$/],
  ['豆*', /^\p{Script=Han}\*$/u],
  ['b2b-2248544159', /^b2b-\d{10}$/],
  ['zhang.san@example.com', /^[a-z]{5}\.[a-z]{3}@[a-z]{7}\.[a-z]{3}$/],
  ['0571-81895955', /^\d{4}-\d{8}$/],
])('the stand-in of %s has its shape and is another', (text, shape) => {
  const standIn = createStandIns().of(text);
  expect(standIn).toMatch(shape);
  expect(standIn).not.toBe(text);
});

test('a long number stays a number with as many digits, and an order’s id stays as it is', () => {
  const { definition } = compiledGatewayOf('VV_TOOL');
  const text =
    '{"code":0,"data":{"result":{"base_info":{"id":2198111437768747370,"buyer_sub_id":1234567890123456789}}}}';
  const scrubbed = scrubReply(definition, text, {
    standIns: createStandIns(),
    secrets: [],
    orderId: '2198111437768747370',
  }).text;
  expect(scrubbed).toContain('"id": 2198111437768747370');
  expect(scrubbed).toMatch(/"buyer_sub_id": [1-9]\d{18}\b/);
  expect(scrubbed).not.toContain('1234567890123456789');
});

test('a reply that is no JSON is replaced whole', () => {
  const { definition } = compiledGatewayOf('VV_TOOL');
  const { text, isJson } = scrubReply(definition, '<b>张三 500</b>', {
    standIns: createStandIns(),
    secrets: [],
    orderId: '1',
  });
  expect(isJson).toBe(false);
  expect(text).toMatch(/^<[a-z]>\p{Script=Han}{2} \d{3}<\/[a-z]>$/u);
  expect(text).not.toContain('张三');
});

test('a value in the place of an amount that is words has a stand-in', () => {
  const { definition } = compiledGatewayOf('TAOBAO_TOP');
  const body = replaceAt({ r: { trade: { tid: 1, payment: '' } } }, ['r', 'trade', 'payment'], '张伟强收');
  const { text } = scrubReply(definition, JSON.stringify(body), {
    standIns: createStandIns(),
    secrets: [],
    orderId: '1',
  });
  expect(text).not.toContain('张伟强');
});
