// Tests the sandbox’s ALIEXPRESS_QIMEN over HTTP: signature, exact ids, both shapes of failure and synthetic orders.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parseJson, writeJson } from '../../src/common/json.js';
import { aliexpressQimen } from '../../src/sandbox/aliexpress/endpoints/aliexpressQimen.js';
import {
  BROKEN_ORDERS,
  BUSINESS_ANSWERS,
  SYSTEM_FAILURES,
  TOP_FAILURES,
} from '../../src/sandbox/aliexpress/special.js';
import { indexOfOrderId, syntheticId, syntheticOrder } from '../../src/sandbox/aliexpress/synthetic/order.js';
import { type Sandbox, startSandbox } from '../../src/sandbox/server.js';
import { signatureOf } from '../../src/sandbox/top/signature.js';
import { beijingTime, call, type Parameters } from '../support/topClient.js';
import { documentedFields, note, type Seen } from '../support/wireFields.js';

const [SAMPLE_ORDER_ID = '', REQUEST_EXAMPLE_ORDER_ID = ''] = Object.keys(aliexpressQimen.documented);

type Json = { readonly [name: string]: Json } & readonly Json[] & string;

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

const { appKey, appSecret, targetAppKey, sellerLoginId } = aliexpressQimen.account;
const open = (): Parameters => ({
  method: 'qimen.aliexpress.trade.findorderbyid',
  app_key: appKey,
  target_app_key: targetAppKey,
  timestamp: beijingTime(),
  v: '2.0',
  format: 'json',
  sign_method: 'hmac-sha256',
});

type Changes = { readonly [name: string]: string };
const post = (open_: Changes, form: Changes, secret: string = appSecret, url = sandbox.url) =>
  call(`${url}${aliexpressQimen.path}`, { ...open(), ...open_ }, { id: sellerLoginId, ...form }, secret);
const ask = (orderId: string, changes: Changes = {}, secret?: string, url?: string) =>
  post(changes, { param1: `{"order_id":${orderId}}` }, secret, url);

const read = async (reply: Response | Promise<Response>): Promise<Json> =>
  parseJson(await (await reply).text()) as Json;
const failureOf = async (reply: Promise<Response>) => (await read(reply)).response;

test.each([
  ['md5', 'F13AAC2F0F8511894CC4E38E5B53953A'],
  ['hmac-sha256', '2DCBE1F09B25CADA944074B6FE2D818F5B297FA94E0BB3E0C2785A792AE56068'],
] as const)('the sandbox computes the published %s signature of a Qimen request', (sign_method, published) => {
  const parameters = {
    method: 'qimen.aliexpress.trade.findorderbyid',
    app_key: '12345678',
    target_app_key: '87654321',
    timestamp: '2016-01-01 12:00:00',
    format: 'json',
    v: '2.0',
    sign_method,
    id: 'cn12343523',
    param1: '{"order_id":1160045760122535}',
  };
  expect(signatureOf(new Map(Object.entries(parameters)), sign_method, 'helloworld')).toBe(published);
});

describe('request checks', () => {
  test.each([
    ['an unknown app key', { app_key: '1' }, 29, 'Invalid app Key'],
    ['an unknown method', { method: 'qimen.other' }, 22, 'Invalid method'],
    ['an expired timestamp', { timestamp: '2016-01-01 12:00:00' }, 31, 'Invalid timestamp'],
    ['no target app key', { target_app_key: '' }, 40, 'Missing required arguments:target_app_key'],
    ['another target app key', { target_app_key: '1' }, 41, 'Invalid arguments:target_app_key'],
  ])('a request with %s is refused', async (_what, changes, code, message) => {
    const reply = await ask(SAMPLE_ORDER_ID, changes);
    expect(reply.status).toBe(200);
    expect((await read(reply)).response).toMatchObject({ flag: 'failure', code, message });
  });

  test('a request signed with another secret is refused with Invalid signature', async () => {
    const failure = await failureOf(ask(SAMPLE_ORDER_ID, {}, 'another'));
    expect(failure).toEqual({
      flag: 'failure',
      code: 25,
      message: 'Invalid signature',
      request_id: expect.any(String),
    });
  });

  test.each([
    ['in quotes', `{"order_id":"${SAMPLE_ORDER_ID}"}`],
    ['in exponent notation', '{"order_id":8.2186657375804e13}'],
    ['with a fraction', `{"order_id":${SAMPLE_ORDER_ID}.0}`],
    ['outside an object', SAMPLE_ORDER_ID],
    ['under another name', `{"orderId":${SAMPLE_ORDER_ID}}`],
  ])('an order id %s is refused', async (_what, param1) => {
    expect(await failureOf(post({}, { param1 }))).toMatchObject({ code: 41, sub_code: 'isv.invalid-parameter:param1' });
  });

  test('a rounded order id is answered with ORDER_NOT_EXIST', async () => {
    const rounded = `${Number(syntheticId(5))}`;
    expect(rounded).not.toBe(syntheticId(5));
    expect(await read(ask(rounded))).toMatchObject({ result_success: false, error_code: 'ORDER_NOT_EXIST' });
    expect((await read(ask(syntheticId(5)))).result?.id).toBe(syntheticId(5));
  });

  test('a request without param1, without a seller or with an unknown seller is refused', async () => {
    const param1 = `{"order_id":${SAMPLE_ORDER_ID}}`;
    expect(await failureOf(post({}, { param1: '' }))).toMatchObject({ code: 40 });
    expect(await failureOf(post({}, { param1, id: '' }))).toMatchObject({ code: 40 });
    expect(await read(post({}, { param1, id: 'cn1' }))).toEqual({
      result_success: false,
      error_code: 'SELLER_NOT_EXIST',
      error_message: 'seller does not exist',
    });
  });
});

test('the documented example order has every documented field except tags', async () => {
  const body = await read(ask(SAMPLE_ORDER_ID));
  expect(body).toMatchObject({ result_success: true, error_code: 'SYSTEM_ERROR', settlement_currency: 'USD' });
  expect(body.result).toMatchObject({ id: 82186657375804, order_status: 'FINISH', gmt_create: '2016-12-12 12:12' });
  expect(body.result?.order_amount).toMatchObject({ cent: 10000, amount: '100', currency: { numeric_code: 840 } });
  expect(body.result?.logistic_info_list?.tp_open_logistic_info_dto?.[0]?.gmt_send).toBe('妥投时间');
  const child = body.result?.child_order_list?.tp_open_child_order_dto?.[0];
  expect(child?.product_attributes).toBe('{"sku":[]}');
  expect(child?.refund_info?.refund_cash_amt).toMatchObject({ cent: '1', currency: { numeric_code: '840' } });
  const product = body.result?.child_order_ext_info_list?.tp_open_order_product_info_dto?.[0];
  expect(JSON.parse(product?.sku ?? '')).toMatchObject({
    sku: [{ pName: 'Color', pValue: 'White' }, { pName: 'Size' }],
  });
  const seen: Seen = new Map();
  note(JSON.parse(await (await ask(SAMPLE_ORDER_ID)).text()), seen);
  const missing = documentedFields('ALIEXPRESS_QIMEN').filter(({ path, type }) => !seen.get(path)?.has(type));
  expect(missing.map(({ path }) => path)).toEqual(['result.child_order_list.tp_open_child_order_dto[].tags.string[]']);
  expect((await read(ask(REQUEST_EXAMPLE_ORDER_ID))).result?.id).toBe(REQUEST_EXAMPLE_ORDER_ID);
});

describe('special orders', () => {
  test.each(Object.entries(SYSTEM_FAILURES))(
    'the special order %s is answered with its system failure',
    async (id, { code, msg, sub_code }) => {
      const { response } = JSON.parse(await (await ask(id)).text());
      expect(response).toMatchObject({ flag: 'failure', code, message: msg, request_id: expect.any(String) });
      expect(response.sub_code).toBe(sub_code);
    },
  );

  test.each(Object.entries(TOP_FAILURES))(
    'the special order %s is answered with an error_response of TOP',
    async (id, refusal) => {
      expect((await read(ask(id))).error_response).toMatchObject(refusal);
    },
  );

  test.each(Object.entries(BUSINESS_ANSWERS))(
    'the special order %s is answered with its business result',
    async (id, { result, ...rest }) => {
      const body = JSON.parse(await (await ask(id)).text());
      expect(body).toMatchObject(rest);
      expect(body.result === undefined).toBe(result === undefined);
    },
  );

  const idOf = (breakage: string) => Object.entries(BROKEN_ORDERS).find(([, way]) => way === breakage)?.[0] ?? '';

  test('ALIEXPRESS_QIMEN answers its broken orders with HTTP 500, truncated JSON, a connection reset or a wrong document', async () => {
    const page = await ask(idOf('serverError'));
    expect([page.status, page.headers.get('content-type')]).toEqual([500, 'text/html; charset=utf-8']);
    const truncated = await (await ask(idOf('truncated'))).text();
    expect(() => parseJson(truncated)).toThrow(SyntaxError);
    await expect(ask(idOf('reset'))).rejects.toThrow();
    expect((await read(ask(idOf('otherOrder')))).result?.id).toBe(syntheticId(0));
    expect(await read(ask(idOf('noResult')))).toEqual({ result_success: true });
    expect(await read(ask(idOf('empty')))).toEqual({});
  });

  test('a request for the silent order ends when the sandbox closes', async () => {
    const closing = await startSandbox();
    const settled = ask(idOf('silent'), {}, appSecret, closing.url)
      .then(() => 'answered')
      .catch(() => 'ended');
    await new Promise((resolve) => setTimeout(resolve, 100));
    await closing.close();
    expect(await settled).toBe('ended');
  });
});

describe('synthetic orders', () => {
  const indexes = Array.from({ length: 200 }, (_, index) => index);
  const results = indexes.map((index) => syntheticOrder(index).answer.result as unknown as Json);

  test('the ids and indexes of a million synthetic orders convert to each other', () => {
    expect(syntheticId(0)).toBe('9100000000747371');
    for (const index of [0, 1, 7, 999_999]) expect(indexOfOrderId(syntheticId(index))).toBe(index);
    const beyond = BigInt(syntheticId(999_999)) + 1_000n;
    for (const id of ['0', '9100000000747372', String(beyond)]) expect(indexOfOrderId(id)).toBeUndefined();
  });

  test('an index always generates the same order, whatever was generated before', () => {
    const first = writeJson(syntheticOrder(8));
    syntheticOrder(9);
    expect(writeJson(syntheticOrder(8))).toBe(first);
    expect(String(syntheticOrder(999_999).answer.result?.id)).toBe(syntheticId(999_999));
  });

  test('synthetic orders have every documented field with its type, and no undocumented field', async () => {
    const seen: Seen = new Map();
    for (const index of indexes) note(JSON.parse(await (await ask(syntheticId(index))).text()), seen);
    const missing = documentedFields('ALIEXPRESS_QIMEN').filter(({ path, type }) => !seen.get(path)?.has(type));
    expect(missing).toEqual([]);
    const documented = documentedFields('ALIEXPRESS_QIMEN').map(({ path }) => path);
    // Bare lists stand where the wrapped ones have an object.
    const bare = documented.map((path) => path.replace(/\.(tp_\w+|string)\[\]/g, '[]'));
    const known = new Set([...documented, ...documented.map((path) => path.replace(/\.string\[\]$/, '')), ...bare]);
    expect([...seen.keys()].filter((path) => !known.has(path))).toEqual([]);
  });

  const valuesOf = (name: string) => new Set(results.map((result) => result[name]));

  test('synthetic orders have every status, and currencies of zero, two and three decimals', () => {
    expect([...valuesOf('order_status')].sort()).toEqual(
      [
        ...['PLACE_ORDER_SUCCESS', 'IN_CANCEL', 'WAIT_SELLER_SEND_GOODS', 'SELLER_PART_SEND_GOODS'],
        ...['WAIT_BUYER_ACCEPT_GOODS', 'FUND_PROCESSING', 'IN_ISSUE', 'IN_FROZEN', 'WAIT_SELLER_EXAMINE_MONEY'],
        ...['RISK_CONTROL', 'FINISH', 'WAIT_WAREHOUSE_CHECK'],
      ].sort(),
    );
    const amounts = new Map(results.map(({ order_amount }) => [String(order_amount?.currency_code), order_amount]));
    expect([...amounts.keys()].sort()).toEqual(['JPY', 'KWD', 'RUB', 'USD']);
    expect(amounts.get('JPY')?.cent_factor).toBe(1);
    expect(amounts.get('KWD')?.cent_factor).toBe(1000);
    for (const amount of amounts.values()) {
      expect(Number(amount?.amount) * Number(amount?.cent_factor)).toBeCloseTo(Number(amount?.cent), 6);
    }
    for (const name of ['fund_status', 'loan_status']) expect(valuesOf(name).size).toBe(3);
  });

  test('the product list of a synthetic order follows its child orders, of which there are one to four', () => {
    for (const { child_order_list: children, child_order_ext_info_list: products } of results) {
      expect(products?.map(({ product_id }) => product_id)).toEqual(children?.map(({ product_id }) => product_id));
    }
    const counts = new Set(results.map(({ child_order_list: children }) => children?.length));
    expect([...counts].sort()).toEqual([1, 2, 3, 4]);
  });

  test('some synthetic orders have wrapped lists, and others have bare lists', async () => {
    const wrapped = await read(ask(syntheticId(0)));
    const bare = await read(ask(syntheticId(1)));
    expect(wrapped.result?.child_order_list).toHaveProperty('tp_open_child_order_dto');
    expect(Array.isArray(bare.result?.child_order_list)).toBe(true);
    expect(bare.result?.order_msg_list?.[0]).toMatchObject({ poster: 'buyer' });
  });
});
