// Tests that only callers with pii:read get personal data: a sentinel in every personal field of every gateway.
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { GraphQLNamedType } from 'graphql';
import { writeJson } from '../../src/common/json.js';
import type { PersonalKind } from '../../src/order/personal.js';
import { schema } from '../../src/query/schema.js';
import { allFields } from '../support/allFields.js';
import { replyAround, shopOf, smallReply } from '../support/gateway.js';
import { VV_TOOL } from '../support/gateways/vvTool.js';
import { GATEWAYS } from '../support/gateways.js';
import { type Answer, type Graphql, startGraphql } from '../support/graphql.js';
import type { Part } from '../support/json.js';
import { lineStream } from '../support/lineStream.js';
import { personalFieldsOf } from '../support/personalFields.js';
import { type StubGateway, startStubGateway } from '../support/stubGateway.js';
import { bearer, post } from '../support/twoShops.js';
import { wireDocument } from '../support/wireDocument.js';

interface Sentinel {
  readonly value: unknown;
  /** What of it must stay hidden; where the whole of it comes out, so does this. */
  readonly hidden: string;
}

const JSON_FIELDS = /\.(trade_attr|customization|order_attr|omni_attr|omni_param)$/;

/** A value of its own for every field, so that what comes out tells where it came from. */
function sentinelOf(kind: PersonalKind, { path, type }: { path: string; type: string }, index: number): Sentinel {
  const own = String(1000 + index);
  if (type === 'number') return { value: Number(`7${own}55501`), hidden: `${own}55501` };
  if (JSON_FIELDS.test(path)) return { value: JSON.stringify({ a: [{ b: `密语${own}` }] }), hidden: `密语${own}` };
  const sentinels: Readonly<Record<PersonalKind, readonly [value: string, hidden: string]>> = {
    NAME: [`哨兵${own}`, `兵${own}`],
    PHONE: [`138${own}4321`, `138${own}`],
    EMAIL: [`sentinel${own}@example.com`, `entinel${own}`],
    ADDRESS: [`浙江省 杭州市 哨兵街${own}号`, `哨兵街${own}`],
    ID_NUMBER: [`3301${own}199001018888`, `3301${own}`],
    BIRTHDAY: ['1961-07-23', '07-23'],
    ACCOUNT: [`tb账户${own}`, `账户${own}`],
    TEXT: [`我是张三${own}，电话13812345678`, `张三${own}`],
    HANDLE: [`DEzp750tb98n${own}==`, `DEzp750tb98n${own}`],
  };
  const [value, hidden] = sentinels[kind];
  return { value, hidden };
}

const everything = allFields(schema.getType('Order') as GraphQLNamedType, new Set(['shop']));
const modelled = allFields(schema.getType('Order') as GraphQLNamedType, new Set(['shop', 'raw']));

const ALL = ['orders:read', 'orders:raw', 'pii:read'];
const apiKeys = [
  { key: 'office-key', name: 'office', shops: ['*'], scopes: ALL },
  { key: 'screen-key', name: 'screen', shops: ['*'], scopes: ['orders:read', 'orders:raw'] },
];

let lines: Part[] = [];
const stream = lineStream((line) => {
  lines.push(JSON.parse(line));
});
const audits = (): readonly Part[] => lines.filter(({ audit }) => audit !== undefined);

let stubGateway: StubGateway;
let graphql: Graphql;

beforeAll(async () => {
  stubGateway = await startStubGateway();
  graphql = await startGraphql({
    settings: { shops: GATEWAYS.map((gateway) => shopOf(gateway, stubGateway.url)), auth: { apiKeys } },
    logger: { level: 'trace', stream },
  });
});
afterAll(async () => {
  await graphql.close();
  await stubGateway.close();
});
afterEach(() => {
  lines = [];
  stubGateway.take();
});

const ask = (who: 'office' | 'screen', type: string, orderId: string, selection: string): Promise<Answer> =>
  graphql.send(post(bearer(`${who}-key`), `{ order(shop: "${type}", orderId: "${orderId}") ${selection} }`));

describe.each(GATEWAYS)('$type', (gateway) => {
  const { type, orderId, fields, platformFields, fixed, below } = gateway;
  const documented = [...fields, ...platformFields];
  const personal = personalFieldsOf(gateway).map((field, index) => ({
    ...field,
    ...sentinelOf(field.kind, field, index),
  }));
  const sentinels = Object.fromEntries(personal.map(({ path, value }) => [path, value]));
  const reply = writeJson(
    wireDocument([...documented, { path: `${below}news`, type: 'string' }], {
      ...fixed,
      ...sentinels,
      [`${below}news`]: '无人知晓',
    }),
  );

  /** Where the raw document of those who may read it differs from that of anyone else. */
  async function masksInRaw(): Promise<readonly string[]> {
    const [plain, masked] = await Promise.all(
      (['office', 'screen'] as const).map(async (who) => (await ask(who, type, orderId, '{ raw }')).data?.order?.raw),
    );
    return differences(plain, masked);
  }

  test('a caller with pii:read gets every personal field', async () => {
    stubGateway.respondWith(() => ({ body: reply }));
    const { text, errors } = await ask('office', type, orderId, modelled);
    expect(errors).toEqual([]);
    expect(personal.filter(({ hidden }) => !text.includes(hidden)).map(({ path }) => path)).toEqual([]);
  });

  test('personal data reaches neither answers nor logs for a caller without pii:read', async () => {
    stubGateway.respondWith(() => ({ body: reply }));
    const { text, errors, data } = await ask('screen', type, orderId, everything);
    expect(errors).toEqual([]);
    const shown = `${text} ${JSON.stringify(lines)}`;
    expect(personal.filter(({ hidden }) => shown.includes(hidden)).map(({ path }) => path)).toEqual([]);
    expect(shown).not.toContain('无人知晓');
    expect(data?.order?.raw).toBeDefined();
    expect(data?.order?.privacy).toBe('MASKED');
    expect(audits()).toEqual([]);
  });

  test('the masked raw document keeps its shape and all documented fields that are not personal', async () => {
    stubGateway.respondWith(() => ({ body: reply }));
    const hidden = new Set(personal.map(({ path }) => path.slice(below.length)));
    expect((await masksInRaw()).filter((path) => !hidden.has(path))).toEqual(['news']);
  });

  test('the audit log records who read which personal fields, without their values', async () => {
    stubGateway.respondWith(() => ({ body: reply }));
    const { text } = await ask('office', type, orderId, modelled);
    expect(text).toContain('PLAIN');
    const [line, ...more] = audits();
    expect(more).toEqual([]);
    expect(line).toMatchObject({ level: 30, caller: 'office', shop: type, orderId, requestId: expect.any(String) });
    expect(line?.time).toEqual(expect.any(Number));
    expect(line?.fields).toContain('receiver.name');
    expect(JSON.stringify(line)).not.toMatch(/哨兵|张三|sentinel/);
    expect(String(line?.fields)).toMatch(/^\w+(\.\w+)+(,\w+(\.\w+)+)*$/);
  });

  test('the audit log records the raw document as raw', async () => {
    stubGateway.respondWith(() => ({ body: reply }));
    await ask('office', type, orderId, '{ raw status }');
    expect(audits()).toMatchObject([{ fields: ['raw'] }]);
  });

  test('the audit log records no field that is not requested or not there', async () => {
    stubGateway.respondWith(() => ({ body: smallReply(gateway, orderId) }));
    await ask('office', type, orderId, '{ status totals { total { amount } } privacy }');
    expect(audits()).toEqual([]);
  });

  test('texts in place of booleans and dates are hidden in the masked raw document', async () => {
    const wordless = documented.filter(
      ({ path, type: wireType }) =>
        path.startsWith(below) && /^(boolean|date)$/.test(wireType) && !path.endsWith('_rate'),
    );
    const words = Object.fromEntries(wordless.map(({ path }) => [path, '我是张三，电话13812345678']));
    stubGateway.respondWith(() => ({ body: writeJson(wireDocument(documented, { ...fixed, ...words })) }));
    const changed = new Set(await masksInRaw());
    expect(wordless.length).toBeGreaterThan(2);
    expect(wordless.map(({ path }) => path.slice(below.length)).filter((path) => !changed.has(path))).toEqual([]);
  });

  test('texts in place of objects and lists are hidden in the masked raw document', async () => {
    const named = insideOf(JSON.parse(smallReply(gateway, orderId)), below);
    const tops = documented.flatMap(({ path }) => /^(\w+)(?:\[\])?\./.exec(path.slice(below.length))?.[1] ?? []);
    const words = Object.fromEntries(tops.map((name) => [name, `我是张三，这里是${name}`]));
    stubGateway.respondWith(() => ({ body: replyAround(gateway, JSON.stringify({ ...words, ...named })) }));
    const { data } = await ask('screen', type, orderId, '{ raw }');
    expect(data?.order?.raw).toMatchObject(
      Object.fromEntries(Object.keys(words).flatMap((name) => (name in named ? [] : [[name, '***']]))),
    );
  });
});

const insideOf = (reply: unknown, below: string): Part =>
  below
    .split('.')
    .filter((name) => name !== '')
    .reduce((part, name) => part[name] as Part, reply as Part);

/** The paths at which two documents of one shape differ, lists marked as in the lists of fields. */
function differences(one: unknown, other: unknown, path = ''): readonly string[] {
  if (typeof one !== 'object' || one === null) return one === other ? [] : [path];
  if (typeof other !== 'object' || other === null) return [path];
  const names = Object.keys(one);
  expect(Object.keys(other)).toEqual(names);
  return names.flatMap((name) =>
    differences(
      (one as Part)[name],
      (other as Part)[name],
      Array.isArray(one) ? `${path}[]` : path === '' ? name : `${path}.${name}`,
    ),
  );
}

describe('Order.privacy', () => {
  const ORDER = '2198111437768747370';
  const answered = async (who: 'office' | 'screen', logistics: Part | undefined, ret_codes: readonly string[] = []) => {
    const result = { base_info: { id: ORDER, id_of_str: ORDER }, native_logistics: logistics };
    stubGateway.respondWith(() => ({
      body: JSON.stringify({ code: 0, data: { success: 'true', result, ret_codes } }),
    }));
    const { data } = await ask(who, VV_TOOL.type, ORDER, '{ privacy }');
    return data?.order?.privacy;
  };
  const PLAIN = { contact_person: '张三', mobile: '13812348888', caid: 'reference' };
  const MASKED = { contact_person: '豆*', mobile: '180****8789', address: '浙江省 杭州市 西湖区 三墩镇' };

  test.each([
    ['PLAIN', 'office', PLAIN, []],
    ['MASKED', 'screen', PLAIN, []],
    ['MASKED', 'office', MASKED, []],
    ['ENCRYPTED', 'office', MASKED, ['BUYER_ENCRYPT']],
    ['ENCRYPTED', 'screen', MASKED, ['BUYER_ENCRYPT']],
    ['ENCRYPTED', 'office', { contact_person: '~aGVsbG8gd29ybGQ=~1~' }, []],
    ['ENCRYPTED', 'office', { mobile: '$138$aGVsbG8gd29ybGQ=$1$' }, []],
    ['ABSENT', 'office', undefined, []],
    ['ABSENT', 'office', { province: '浙江省', city: '杭州市', caid: 'reference' }, []],
    ['ABSENT', 'screen', undefined, ['BUYER_ENCRYPT']],
  ] as const)('Order.privacy is %s for the %s (case %#)', async (privacy, who, logistics, codes) => {
    expect(await answered(who, logistics, codes)).toBe(privacy);
  });

  test('Order.privacy needs the subtree of the receiver and no other', async () => {
    await answered('office', PLAIN);
    expect(stubGateway.take().map((request) => VV_TOOL.callOf(request).subtrees)).toEqual([['NativeLogistics']]);
  });

  test('what the gateway has masked is given as it is, and references to decrypt are given with pii:read alone', async () => {
    const result = {
      base_info: { id: ORDER, id_of_str: ORDER, ccid: 'ccid-reference' },
      native_logistics: { ...MASKED, caid: 'caid-reference' },
    };
    stubGateway.respondWith(() => ({ body: JSON.stringify({ code: 0, data: { success: 'true', result } }) }));
    const selection = `{ receiver { name mobile address encryptionReference }
      platformOrder { ... on Alibaba1688Order { contactEncryptionReference } } raw }`;
    const { data } = await ask('screen', VV_TOOL.type, ORDER, selection);
    expect(data?.order).toEqual({
      receiver: {
        name: '豆*',
        mobile: '180****8789',
        address: '浙江省 杭州市 ***',
        encryptionReference: null,
      },
      platformOrder: { contactEncryptionReference: null },
      raw: {
        base_info: { id: ORDER, id_of_str: ORDER, ccid: '***' },
        native_logistics: { ...MASKED, address: '浙江省 杭州市 ***', caid: '***' },
      },
    });
    const { data: plain } = await ask('office', VV_TOOL.type, ORDER, selection);
    expect(plain?.order).toMatchObject({
      receiver: { encryptionReference: 'caid-reference' },
      platformOrder: { contactEncryptionReference: 'ccid-reference' },
    });
    expect(audits().at(-1)?.fields).toEqual(
      expect.arrayContaining(['receiver.encryptionReference', 'platformOrder.contactEncryptionReference']),
    );
  });

  test('the audit log records no field whose value the gateway has masked', async () => {
    stubGateway.respondWith(() => ({
      body: JSON.stringify({
        code: 0,
        data: { success: 'true', result: { base_info: { id_of_str: ORDER }, native_logistics: MASKED } },
      }),
    }));
    await ask('office', VV_TOOL.type, ORDER, '{ receiver { name mobile } }');
    expect(audits()).toEqual([]);
    await ask('office', VV_TOOL.type, ORDER, '{ receiver { name address } }');
    expect(audits()).toMatchObject([{ fields: ['receiver.address'] }]);
  });

  test('the audit log records a query of many orders once for each order', async () => {
    const refs = ['1', '2', '3'].map((id) => `{ shop: "VV_TOOL", orderId: "${id}" }`).join(' ');
    stubGateway.respondWith((request) => ({
      body: JSON.stringify({
        code: 0,
        data: {
          success: 'true',
          result: { base_info: { id_of_str: VV_TOOL.callOf(request).orderId }, native_logistics: PLAIN },
        },
      }),
    }));
    const query = `{ orders(refs: [${refs}]) { receiver { name } } again: order(shop: "VV_TOOL", orderId: "1") { notes { remark } } }`;
    await graphql.send(post(bearer('office-key'), query));
    expect(audits().map(({ orderId, fields }) => [orderId, fields])).toEqual(
      ['1', '2', '3'].map((id) => [id, ['receiver.name']]),
    );
    expect(new Set(audits().map(({ requestId }) => requestId)).size).toBe(1);
  });
});
