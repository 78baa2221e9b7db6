// Tests the sandbox’s TAOBAO_TOP over HTTP: signature, session, fields, special trades and synthetic trades.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parseJson, writeJson } from '../../src/common/json.js';
import { type Sandbox, startSandbox } from '../../src/sandbox/server.js';
import { sampleOrder } from '../../src/sandbox/taobao/documented/order.js';
import { sampleTrade } from '../../src/sandbox/taobao/documented/trade.js';
import { taobaoTop } from '../../src/sandbox/taobao/endpoints/taobaoTop.js';
import { BROKEN_TRADES, SPECIAL_TRADES } from '../../src/sandbox/taobao/special.js';
import { indexOfTradeId, syntheticId, syntheticTrade } from '../../src/sandbox/taobao/synthetic/trade.js';
import { signatureOf } from '../../src/sandbox/top/signature.js';
import { beijingTime, call, type Parameters, sign } from '../support/topClient.js';
import { documentedFields, note, type Seen } from '../support/wireFields.js';

const [SAMPLE_TRADE_ID = ''] = Object.keys(taobaoTop.documented);

type Json = { readonly [name: string]: Json } & readonly Json[] & string;

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

const { appKey, appSecret, sessionKey } = taobaoTop.account;
const open = (): Parameters => ({
  method: 'taobao.trade.fullinfo.get.customization',
  app_key: appKey,
  session: sessionKey,
  timestamp: beijingTime(),
  v: '2.0',
  format: 'json',
  sign_method: 'hmac-sha256',
});

type Changes = { readonly [name: string]: string | undefined };
const change = (parameters: Parameters, changes: Changes): Parameters =>
  Object.fromEntries(
    Object.entries({ ...parameters, ...changes }).filter(([, value]) => value !== undefined),
  ) as Parameters;

const ask = (form: Changes, changes: Changes = {}, secret: string = appSecret, url = sandbox.url) =>
  call(
    `${url}${taobaoTop.path}`,
    change(open(), changes),
    change({ fields: 'tid', tid: SAMPLE_TRADE_ID }, form),
    secret,
  );

const read = async (reply: Response | Promise<Response>): Promise<Json> =>
  parseJson(await (await reply).text()) as Json;
const tradeOf = async (reply: Promise<Response>) =>
  (await read(reply)).trade_fullinfo_get_customization_response?.trade;
const errorOf = async (reply: Promise<Response>) => (await read(reply)).error_response;

const ALL_FIELDS = Object.keys(sampleTrade).join(',');

describe('request signature', () => {
  const vector = new Map(
    Object.entries({
      method: 'taobao.item.seller.get',
      app_key: '12345678',
      session: 'test',
      timestamp: '2016-01-01 12:00:00',
      format: 'json',
      v: '2.0',
      fields: 'num_iid,title,nick,price,num',
      num_iid: '11223344',
      empty: '',
      sign: 'ignored',
    }),
  );

  test.each([
    ['md5', '66987CB115214E59E6EC978214934FB8'],
    ['hmac', 'D56D7858309C31B6251083A874D48273'],
    ['hmac-sha256', '04DB15AD0774D5CFCE2C837DE43E3FCEA9011ED74F3038FB6AB5F3C4CEA119E8'],
  ] as const)('the %s signature of the published request is the published one', (method, published) => {
    const parameters = new Map([...vector, ['sign_method', method]]);
    expect(signatureOf(parameters, method, 'helloworld')).toBe(published);
    parameters.delete('sign');
    expect(sign(Object.fromEntries(parameters), 'helloworld')).toBe(published);
  });

  test.each(['md5', 'hmac', 'hmac-sha256'])('a request signed with %s is answered', async (sign_method) => {
    expect((await tradeOf(ask({}, { sign_method })))?.tid).toBe(2231958349);
  });

  test('common and business parameters are accepted in the query string and in the form alike', async () => {
    const all: Parameters = { ...open(), fields: 'tid_str', tid: SAMPLE_TRADE_ID };
    const trade = { tid_str: SAMPLE_TRADE_ID };
    expect(await tradeOf(call(`${sandbox.url}${taobaoTop.path}`, all, {}, appSecret))).toEqual(trade);
    const { method = '', ...rest } = all;
    expect(await tradeOf(call(`${sandbox.url}${taobaoTop.path}`, { method }, rest, appSecret))).toEqual(trade);
  });
});

describe('request checks', () => {
  test.each([
    ['no app key', { app_key: undefined }, 28, 'Missing app key'],
    ['an unknown app key', { app_key: '1' }, 29, 'Invalid app Key'],
    ['no method', { method: undefined }, 21, 'Missing method'],
    ['an unknown method', { method: 'taobao.trade.get' }, 22, 'Invalid method'],
    ['no timestamp', { timestamp: undefined }, 30, 'Missing timestamp'],
    ['an expired timestamp', { timestamp: beijingTime(Date.now() - 660_000) }, 31, 'Invalid timestamp'],
    ['a timestamp in UTC', { timestamp: beijingTime(Date.now() - 8 * 3_600_000) }, 31, 'Invalid timestamp'],
    ['a timestamp in ISO format', { timestamp: new Date().toISOString() }, 31, 'Invalid timestamp'],
    ['no version', { v: undefined }, 32, 'Missing version'],
    ['an unknown version', { v: '1.0' }, 34, 'Unsupported version'],
    ['the format XML', { format: 'xml' }, 23, 'Invalid format'],
    ['no sign method', { sign_method: undefined }, 40, 'Missing required arguments:sign_method'],
    ['an unknown sign method', { sign_method: 'sha1' }, 41, 'Invalid arguments:sign_method'],
    ['no session', { session: undefined }, 26, 'Missing session'],
    ['an unknown session', { session: 'other' }, 27, 'Invalid session'],
  ])('a request with %s is refused', async (_what, changes, code, msg) => {
    const reply = await ask({}, changes);
    expect(reply.status).toBe(200);
    expect((await read(reply)).error_response).toMatchObject({ code, msg, request_id: expect.any(String) });
  });

  test('a request with a wrong signature, or without one, is refused', async () => {
    expect(await errorOf(ask({}, {}, 'another'))).toMatchObject({ code: 25, msg: 'Invalid signature' });
    const unsigned = fetch(`${sandbox.url}${taobaoTop.path}?${new URLSearchParams(open())}`, { method: 'POST' });
    expect(await errorOf(unsigned)).toMatchObject({ code: 24, msg: 'Missing signature' });
  });

  test('a timestamp nine minutes early or late is accepted', async () => {
    for (const off of [-540_000, 540_000]) {
      expect(await tradeOf(ask({}, { timestamp: beijingTime(Date.now() + off) }))).toEqual({ tid: 2231958349 });
    }
  });

  test.each([
    ['no fields', { fields: undefined }, 40, 'isv.missing-parameter:fields'],
    ['no tid', { tid: undefined }, 40, 'isv.missing-parameter:tid'],
    ['a tid that is not a number', { tid: 'abc' }, 41, 'isv.invalid-parameter:tid'],
    ['a tid beyond 64 bits', { tid: '9223372036854775808' }, 41, 'isv.invalid-parameter:tid'],
    ['an unknown field', { fields: 'tid,everything' }, 41, 'isv.invalid-parameter:fields'],
    ['an unknown member of orders', { fields: 'orders.everything' }, 41, 'isv.invalid-parameter:fields'],
    ['a member of another list', { fields: 'promotion_details.id' }, 41, 'isv.invalid-parameter:fields'],
    [
      'a field path that names the wrapper of a list',
      { fields: 'orders.order.title' },
      41,
      'isv.invalid-parameter:fields',
    ],
    ['an empty field name', { fields: 'tid,' }, 41, 'isv.invalid-parameter:fields'],
    ['the tid of a trade that does not exist', { tid: '1' }, 15, 'isv.trade-not-exist'],
    ['the id of a line as its tid', { tid: `${BigInt(syntheticId(0)) + 1_000_000n}` }, 15, 'isv.invalid-parameter:tid'],
  ])('a request with %s is refused', async (_what, form, code, sub_code) => {
    expect(await errorOf(ask(form))).toMatchObject({ code, sub_code });
  });

  test('a request that sends a parameter twice is refused', async () => {
    expect(await errorOf(call(`${sandbox.url}${taobaoTop.path}`, open(), { v: '2.0' }, appSecret))).toMatchObject({
      code: 41,
      sub_msg: 'sent more than once',
    });
  });
});

describe('selection of fields', () => {
  test('a reply has only the requested fields', async () => {
    expect(await tradeOf(ask({ fields: 'tid,status,payment' }))).toEqual({
      tid: 2231958349,
      status: 'TRADE_NO_CREATE_PAY',
      payment: '200.07',
    });
  });

  test('orders are sent whole, or with only the members that the request names', async () => {
    const whole = await tradeOf(ask({ fields: 'orders' }));
    expect(Object.keys(whole?.orders?.order?.[0] ?? {})).toEqual(Object.keys(sampleOrder));
    const both = await tradeOf(ask({ fields: 'orders,orders.title' }));
    expect(both).toEqual(whole);
    const some = await tradeOf(ask({ fields: 'tid,orders.title,orders.oid_str' }));
    expect(some).toEqual({
      tid: 2231958349,
      orders: { order: [{ title: '山寨版测试机器', oid_str: SAMPLE_TRADE_ID }] },
    });
  });

  test('the documented example trade has every documented field with its type', async () => {
    const seen: Seen = new Map();
    note(JSON.parse(await (await ask({ fields: ALL_FIELDS })).text()), seen);
    const wrong = documentedFields('TAOBAO_TOP').filter(({ path, type }) => !seen.get(path)?.has(jsonType(type)));
    expect(wrong).toEqual([]);
    const trade = await tradeOf(ask({ fields: ALL_FIELDS }));
    expect(trade).toMatchObject({ tid_str: SAMPLE_TRADE_ID, trade_attr: '{"payCurrency":"HKD"}', top_hold: 0 });
    expect(trade?.orders?.order?.[0]).toMatchObject({ refund_status: 'SUCCESS(退款成功)' });
    expect(trade?.service_tags?.logistics_tag?.[0]?.logistic_service_tag_list?.logistic_service_tag?.[0]).toEqual({
      service_tag: 'comFee=1211;comTim=1;companyCode=SF;',
      service_type: 'FAST',
    });
  });

  test('a simplified reply has no root member and no wrapped lists', async () => {
    const reply = await read(ask({ fields: 'tid,orders.oid,service_tags' }, { simplify: 'true' }));
    expect(reply).toEqual({
      trade: {
        tid: 2231958349,
        orders: [{ oid: 2231958349 }],
        service_tags: [expect.objectContaining({ logistic_service_tag_list: [expect.anything()] })],
      },
      request_id: expect.any(String),
    });
  });
});

describe('special trades', () => {
  test('the special trades cover every documented error code, as a number and as a string', () => {
    const codes = Object.values(SPECIAL_TRADES);
    const services = new Set(codes.filter(({ code }) => Number(code) === 15).map(({ sub_code }) => sub_code));
    expect(services.size).toBe(20); // nineteen rows, and 15 without a word more
    expect(new Set(codes.map(({ code }) => code))).toEqual(
      new Set(
        [7, 10, 15, ...Array.from({ length: 11 }, (_, place) => 21 + place), 40, 41, 50].flatMap((code) => [
          code,
          `${code}`,
        ]),
      ),
    );
  });

  test.each(Object.entries(SPECIAL_TRADES))(
    'the special trade %s is refused with its documented error',
    async (tid, refusal) => {
      const reply = await ask({ tid });
      expect(reply.status).toBe(200);
      expect(JSON.parse(await reply.text())).toEqual({
        error_response: { ...refusal, request_id: expect.stringMatching(/^sandbox/) },
      });
    },
  );

  const idOf = (breakage: string) => Object.entries(BROKEN_TRADES).find(([, way]) => way === breakage)?.[0] ?? '';

  test('TAOBAO_TOP answers its broken trades with HTTP 500, truncated JSON, a connection reset or a wrong document', async () => {
    const page = await ask({ tid: idOf('serverError') });
    expect([page.status, page.headers.get('content-type')]).toEqual([500, 'text/html; charset=utf-8']);
    const truncated = await (await ask({ tid: idOf('truncated') })).text();
    expect(() => parseJson(truncated)).toThrow(SyntaxError);
    await expect(ask({ tid: idOf('reset') })).rejects.toThrow();
    expect(await tradeOf(ask({ tid: idOf('otherTrade'), fields: 'tid_str' }))).toEqual({
      tid_str: syntheticId(0),
    });
    expect(await read(ask({ tid: idOf('noTrade') }))).toEqual({
      trade_fullinfo_get_customization_response: { request_id: expect.any(String) },
    });
    expect(await read(ask({ tid: idOf('noRoot') }))).toEqual({});
  });

  test('a request for the silent trade ends when the sandbox closes', async () => {
    const closing = await startSandbox();
    const silent = ask({ tid: idOf('silent') }, {}, appSecret, closing.url);
    const settled = silent.then(() => 'answered').catch(() => 'ended');
    await new Promise((resolve) => setTimeout(resolve, 100));
    await closing.close();
    expect(await settled).toBe('ended');
  });
});

/** A date is a string in JSON. */
const jsonType = (type: string): string => (type === 'date' ? 'string' : type);

describe('synthetic trades', () => {
  const indexes = Array.from({ length: 200 }, (_, index) => index);
  const documents = indexes.map((index) => syntheticTrade(index).document as unknown as Json);

  test('the ids and indexes of a million synthetic trades convert to each other', () => {
    expect(syntheticId(0)).toBe('3200000000000531846');
    for (const index of [0, 1, 7, 999_999]) expect(indexOfTradeId(syntheticId(index))).toBe(index);
    const beyond = BigInt(syntheticId(999_999)) + 100_000_000n;
    for (const id of ['0', '3200000000000531847', String(beyond)]) expect(indexOfTradeId(id)).toBeUndefined();
  });

  test('an index always generates the same trade, whatever was generated before', () => {
    const first = writeJson(syntheticTrade(7));
    syntheticTrade(8);
    expect(writeJson(syntheticTrade(7))).toBe(first);
    expect(syntheticTrade(999_999).document.tid_str).toBe(syntheticId(999_999));
  });

  test('ids beyond the safe integers of JavaScript are sent to the digit', async () => {
    const text = await (await ask({ tid: syntheticId(0), fields: 'tid,orders.oid' })).text();
    expect(text).toContain('"tid":3200000000000531846');
    expect(text).toMatch(/"oid":32\d{17}[,}]/);
  });

  test('synthetic trades have every documented field with its type, and no undocumented field', async () => {
    const seen: Seen = new Map();
    for (const index of indexes) {
      const reply = await ask({ tid: syntheticId(index), fields: ALL_FIELDS });
      note(JSON.parse(await reply.text()), seen);
    }
    const missing = documentedFields('TAOBAO_TOP').filter(({ path, type }) => !seen.get(path)?.has(jsonType(type)));
    expect(missing).toEqual([]);
    const documented = new Set(documentedFields('TAOBAO_TOP').map(({ path }) => path));
    expect([...seen.keys()].filter((path) => !documented.has(path) && !documented.has(`${path}[]`))).toEqual([
      'trade_fullinfo_get_customization_response.request_id',
    ]);
  });

  const valuesOf = (name: string) => new Set(documents.map((document) => document[name] as unknown).filter(Boolean));
  const valuesOfLines = (name: string) => new Set(documents.flatMap(({ orders }) => orders?.map((line) => line[name])));

  test('synthetic trades have every documented status, and one undocumented status', () => {
    expect([...valuesOf('status')].sort()).toEqual(
      [
        ...['TRADE_NO_CREATE_PAY', 'WAIT_BUYER_PAY', 'SELLER_CONSIGNED_PART', 'WAIT_SELLER_SEND_GOODS'],
        ...['WAIT_BUYER_CONFIRM_GOODS', 'TRADE_BUYER_SIGNED', 'TRADE_FINISHED', 'TRADE_CLOSED'],
        ...['TRADE_CLOSED_BY_TAOBAO', 'PAY_PENDING', 'WAIT_PRE_AUTH_CONFIRM', 'PAID_FORBID_CONSIGN'],
        'WAIT_PLATFORM_REVIEW',
      ].sort(),
    );
    expect([...valuesOfLines('refund_status')]).toEqual(
      expect.arrayContaining([
        ...['WAIT_SELLER_AGREE', 'WAIT_BUYER_RETURN_GOODS', 'WAIT_SELLER_CONFIRM_GOODS', 'SELLER_REFUSE_BUYER'],
        ...['CLOSED', 'SUCCESS', 'NO_REFUND', undefined],
      ]),
    );
    expect(valuesOf('step_trade_status').size).toBe(3);
    expect(valuesOf('type').size).toBe(17);
    expect(valuesOf('cod_status').size).toBe(11);
    expect(valuesOf('seller_nick').size).toBe(1);
    for (const hold of ['top_hold', 'team_buy_hold', 'share_group_hold', 'ofp_hold', 'forbid_consign']) {
      expect(valuesOf(hold)).toContain(1);
    }
  });

  test('a held trade masks its receiver’s phone, and a county directly under its province has no city', () => {
    const held = documents.filter(({ status }) => status === 'PAID_FORBID_CONSIGN');
    for (const trade of held) expect(trade.receiver_mobile).toContain('****');
    const county = documents.find((trade) => trade.receiver_district === '济源市');
    expect(county).toMatchObject({ receiver_state: '河南省', receiver_city: undefined });
  });

  test('a trade that is sent in several parcels has a different parcel number on each line', () => {
    const parts = documents.filter((trade) => trade.is_part_consign as unknown);
    const numbers = parts.map(({ orders }) => orders?.map((line) => line.invoice_no).filter(Boolean));
    expect(numbers.some((sent) => (sent?.length ?? 0) > 1)).toBe(true);
    for (const sent of numbers) expect(new Set(sent).size).toBe(sent?.length);
  });

  test('some synthetic trades leave out an empty list, and others send it as {}', async () => {
    const seen = new Set<string>();
    for (const index of indexes.slice(0, 20)) {
      const trade = await tradeOf(ask({ tid: syntheticId(index), fields: 'service_orders' }));
      seen.add(JSON.stringify(trade));
    }
    expect([...seen]).toEqual(expect.arrayContaining(['{}', '{"service_orders":{}}']));
  });
});
