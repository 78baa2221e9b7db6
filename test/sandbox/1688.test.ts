// Tests the sandbox’s 1688 gateways over HTTP: their checks, special orders, subtrees and synthetic orders.

import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parseJson, writeJson } from '../../src/common/json.js';
import { snakeCase } from '../../src/mapping/spelling.js';
import { damaijia168 } from '../../src/sandbox/1688/endpoints/damaijia168.js';
import { fw199 } from '../../src/sandbox/1688/endpoints/fw199.js';
import { vvTool } from '../../src/sandbox/1688/endpoints/vvTool.js';
import { BROKEN_ORDERS, SPECIAL_ORDERS } from '../../src/sandbox/1688/special.js';
import { indexOfOrderId, syntheticId, syntheticOrder } from '../../src/sandbox/1688/synthetic/order.js';
import { type Sandbox, startSandbox } from '../../src/sandbox/server.js';
import { documentedFields, note, type Seen } from '../support/wireFields.js';

const [VV_TOOL_ORDER, FW199_ORDER, DAMAIJIA168_ORDER] = [vvTool, fw199, damaijia168].map(
  (endpoint) => Object.keys(endpoint.documented)[0] ?? '',
) as [string, string, string];

type Json = { readonly [name: string]: Json } & readonly Json[] & string;
type Fields = Readonly<Record<string, unknown>>;

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ requestsPerSecond: 100_000 });
});
afterAll(() => sandbox.close());

const post = (path: string, headers: Record<string, string>, body: string, at = sandbox.url) =>
  fetch(`${at}${path}`, { method: 'POST', headers, body });

const json = { 'content-type': 'application/json' };
const vvHeaders = { ...json, authorization: 'Bearer sandbox-vv-tool-token' };
const damaijiaHeaders = { ...json, authorization: 'sandbox-damaijia168-token' };
const vvBody = (fields: Fields) => JSON.stringify({ shop_id: '12152545454', ...fields });
const damaijiaBody = (fields: Fields) => JSON.stringify({ web_site: '1688', ...fields });

function fwBody(fields: Record<string, string>, secret: string = fw199.account.appSecret): string {
  const { appId: appid, sellerNick: seller_nick, webSite } = fw199.account;
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signed: Record<string, string> = { appid, seller_nick, webSite, timestamp, ...fields };
  const text = Object.keys(signed)
    .sort()
    .reduce((joined, name) => `${joined}${name}${signed[name]}`, secret);
  const sign = createHash('md5')
    .update(text + secret)
    .digest('hex');
  return String(new URLSearchParams({ ...signed, sign }));
}

const formHeaders = { 'content-type': 'application/x-www-form-urlencoded' };
const askVv = (fields: Fields, headers: Record<string, string> = vvHeaders) =>
  post(vvTool.path, headers, vvBody(fields));
const askFw = (fields: Record<string, string>, secret?: string) =>
  post(fw199.path, formHeaders, fwBody(fields, secret));
const askDamaijia = (fields: Fields, headers: Record<string, string> = damaijiaHeaders) =>
  post(damaijia168.path, headers, damaijiaBody(fields));

const read = async (reply: Response | Promise<Response>): Promise<Json> =>
  parseJson(await (await reply).text()) as Json;

/** The three gateways, each called in its own way; a refusal's code and text, wherever the gateway puts them. */
const GATEWAYS = [
  {
    gateway: 'VV_TOOL',
    ask: (id: string, includeFields?: string) => askVv({ order_id: id, include_fields: includeFields }),
    refusal: ({ code, msg }: Json): unknown[] => [code, msg],
  },
  {
    gateway: 'FW199',
    ask: (id: string, includeFields?: string) => askFw({ orderId: id, ...(includeFields && { includeFields }) }),
    refusal: ({ code, message }: Json): unknown[] => [code, message],
  },
  {
    gateway: 'DAMAIJIA168',
    ask: (id: string, includeFields?: string) => askDamaijia({ order_id: id, include_fields: includeFields }),
    refusal: ({ status, msg }: Json): unknown[] => [status, msg],
  },
] as const;

describe('documented orders', () => {
  test('VV_TOOL sends the seller’s view, with an underscore before every capital and with exact ids', async () => {
    const reply = await askVv({ order_id: VV_TOOL_ORDER });
    expect(reply.headers.get('content-type')).toContain('application/json');
    const text = await reply.text();
    expect(text).toContain('"id":2198111437768747370,');
    expect(text).toContain('"sub_item_i_d":2198111437769747370,');
    const { code, data } = parseJson(text) as Json;
    expect(code).toBe(0);
    expect(data).toMatchObject({ ret_codes: ['BUYER_ENCRYPT'], success: 'true', withholding_money: 1 });
    expect(data?.result?.base_info).toMatchObject({
      seller_memo: '【AAL吊牌停发】',
      total_amount: 945,
      close_remark: 'null',
    });
    expect(data?.result?.product_items?.[0]).toMatchObject({ product_i_d: 658613366006, sku_i_d: 4752211429445 });
    expect(data?.result?.native_logistics?.contact_person).toBe('豆*');
  });

  test('VV_TOOL accepts the order id as a JSON integer, and keeps its digits', async () => {
    const reply = await read(post(vvTool.path, vvHeaders, `{"shop_id":"12152545454","order_id":2198111437768747370}`));
    expect(reply.data?.result?.base_info?.id_of_str).toBe('2198111437768747370');
  });

  test('FW199 sends the buyer’s view in camel case, with rounded ids beside their exact string twins', async () => {
    const text = await (await askFw({ orderId: FW199_ORDER })).text();
    expect(text).toContain('"id":4355875836205970000,"idOfStr":"4355875836205969811"');
    expect(text).toContain('"subItemID":4355875836205970000,"subItemIDString":"4355875836205969811"');
    const { code, message, data, trace_id: trace } = parseJson(text) as Json;
    expect([code, message, trace, data?.success]).toEqual([0, 'ok', '', 'true']);
    expect(data?.result?.baseInfo).toMatchObject({ outOrderId: 'bxg-1003', totalAmount: 98, payTimeout: 432000 });
  });

  test('FW199 echoes the outer order id of the request', async () => {
    const reply = await read(askFw({ orderId: FW199_ORDER, outOrderId: 'mine-7' }));
    expect(reply.data?.result?.baseInfo?.outOrderId).toBe('mine-7');
  });

  test('DAMAIJIA168 sends the buyer’s view in snake case, with rounded ids, two of them without a string twin', async () => {
    const text = await (await askDamaijia({ order_id: DAMAIJIA168_ORDER, edition: '1' })).text();
    for (const id of [
      '"id":58218860983545944',
      '"sub_item_id":128403042259997710',
      '"sub_item_id":58218860985545944',
    ]) {
      expect(text).toContain(id);
    }
    const { status, data } = parseJson(text) as Json;
    expect([status, data?.deduct_money]).toEqual([0, 1]);
    const items = data?.result?.product_items as Json;
    expect(items.map((item) => item.sub_item_idstring)).toEqual(['128403042259997715', undefined, undefined]);
    expect(items[0]?.gmt_pay_expire_time).toBe('2018-02-07 15: 27: 58');
    expect(data?.result?.native_logistics?.logistics_items?.[0]?.sub_item_ids).toContain(',\n        5821886098');
  });

  test('each view leaves out the memo and the remark icon of the other view', async () => {
    const index = 2; // encrypted, with the seller's memo; order 0 has the buyer's
    const seller = await read(askVv({ order_id: syntheticId(index) }));
    const buyer = await read(askFw({ orderId: syntheticId(index) }));
    expect(Object.keys(seller.data?.result?.base_info ?? {})).toEqual(
      expect.arrayContaining(['seller_memo', 'seller_remark_icon', 'ccid']),
    );
    expect(Object.keys(seller.data?.result?.native_logistics ?? {})).toContain('caid');
    expect(writeJson(buyer)).not.toMatch(/sellerMemo|sellerRemarkIcon|ccid|caid/);
    expect(await (await askVv({ order_id: syntheticId(0) })).text()).not.toMatch(/buyer_memo|buyer_remark_icon/);
    expect(await (await askFw({ orderId: syntheticId(0) })).text()).toMatch(/buyerMemo.*buyerRemarkIcon/);
  });
});

describe('request checks', () => {
  const order_id = VV_TOOL_ORDER;
  const bare = { authorization: 'sandbox-vv-tool-token' };

  test.each([
    ['no token', {}, json, 302],
    ['a token without Bearer', {}, { ...json, ...bare }, 302],
    ['an unknown shop', { shop_id: '1' }, vvHeaders, 103],
    ['no shop', { shop_id: undefined }, vvHeaders, 100],
    ['an id that is not a number', { order_id: 'abc' }, vvHeaders, 100],
    ['an id of 33 digits', { order_id: '1'.repeat(33) }, vvHeaders, 100],
    ['an id that is a fraction', { order_id: 1.5 }, vvHeaders, 100],
    ['an unknown subtree in include_fields', { include_fields: 'NativeLogistics,Everything' }, vvHeaders, 100],
    ['include_fields as a list', { include_fields: ['RateDetail'] }, vvHeaders, 100],
    ['the content type text/plain', {}, { ...vvHeaders, 'content-type': 'text/plain' }, 100],
    ['the id of an order that does not exist', { order_id: '1' }, vvHeaders, 100],
  ])('VV_TOOL refuses a request with %s', async (_what, fields, headers, code) => {
    expect((await read(askVv({ order_id, ...fields }, headers))).code).toBe(code);
  });

  test('VV_TOOL refuses a request whose body is not JSON', async () => {
    expect((await read(post(vvTool.path, vvHeaders, '{'))).code).toBe(100);
  });

  test.each([
    ['a token after Bearer', {}, { ...json, authorization: 'Bearer sandbox-damaijia168-token' }, 302],
    ['no web_site', { web_site: undefined }, damaijiaHeaders, 100],
    ['an unknown edition', { edition: '3' }, damaijiaHeaders, 100],
    ['attribute_keys as a string', { attribute_keys: 'channel' }, damaijiaHeaders, 100],
    ['the web_site alibaba', { web_site: 'alibaba' }, damaijiaHeaders, 100],
    ['an unknown subtree in include_fields', { include_fields: 'Everything' }, damaijiaHeaders, 100],
    ['the id of an order that does not exist', { order_id: '1' }, damaijiaHeaders, 100],
  ])('DAMAIJIA168 refuses a request with %s', async (_what, fields, headers, status) => {
    expect((await read(askDamaijia({ order_id, ...fields }, headers))).status).toBe(status);
  });

  test.each([
    ['the signature of another secret', {}, 'another', '签名错误'],
    ['an unknown appid', { appid: '1' }, undefined, 'appid不存在'],
    ['an expired timestamp', { timestamp: '1633618722' }, undefined, '时间戳已过期'],
    ['a timestamp that is not a number', { timestamp: 'now' }, undefined, '时间戳已过期'],
    ['an unknown seller', { seller_nick: 'b2b-1' }, undefined, '旺旺账号不存在'],
    ['an empty webSite', { webSite: '' }, undefined, '请求参数错误:缺少参数webSite'],
    ['an unknown subtree in includeFields', { includeFields: 'Everything' }, undefined, '请求参数错误'],
    ['attributeKeys that are not a list', { attributeKeys: 'channel' }, undefined, '请求参数错误'],
    ['the id of an order that does not exist', { orderId: '1' }, undefined, '请求参数错误:订单不存在'],
  ])('FW199 refuses a request with %s', async (_what, fields, secret, message) => {
    const reply = await read(askFw({ orderId: order_id, ...fields } as Record<string, string>, secret));
    expect([reply.code === (0 as unknown), reply.message]).toEqual([false, message]);
  });

  test('VV_TOOL admits ten requests a second, and refuses more with 429 and Retry-After', async () => {
    const strict = await startSandbox();
    const ask = () => post(vvTool.path, vvHeaders, vvBody({ order_id }), strict.url);
    const replies = await Promise.all(Array.from({ length: 12 }, ask));
    const refused = replies.filter(({ status }) => status === 429);
    expect(refused.length).toBe(2);
    expect(refused[0]?.headers.get('retry-after')).toBe('1');
    expect(await refused[0]?.json()).toMatchObject({ code: 429, msg: '请求过于频繁,频率限制: 10 次/秒' });
    await new Promise((resolve) => setTimeout(resolve, 1010));
    expect((await ask()).status).toBe(200);
    await strict.close();
  });
});

describe('special orders', () => {
  const cases = GATEWAYS.flatMap((target) =>
    Object.entries(SPECIAL_ORDERS).map(([id, refusal]) => ({ target, gateway: target.gateway, id, ...refusal })),
  );

  test.each(cases)('$gateway refuses the special order $id with code $code', async ({ target, id, code, message }) => {
    const reply = await target.ask(id);
    expect(reply.status).toBe(200);
    const [said, text] = target.refusal(await read(reply));
    expect(said).toBe(code);
    expect(String(text).replaceAll(' ', '')).toBe(message.replaceAll(' ', ''));
  });

  const idOf = (breakage: string) => Object.entries(BROKEN_ORDERS).find(([, way]) => way === breakage)?.[0] ?? '';

  test.each(GATEWAYS)(
    '$gateway answers its broken orders with HTTP 500, truncated JSON, a connection reset or a wrong document',
    async ({ ask }) => {
      const page = await ask(idOf('serverError'));
      expect([page.status, page.headers.get('content-type')]).toEqual([500, 'text/html; charset=utf-8']);
      const truncated = await (await ask(idOf('truncated'))).text();
      expect(() => parseJson(truncated)).toThrow(SyntaxError);
      await expect(ask(idOf('reset'))).rejects.toThrow();
      expect(await read(ask(idOf('unsuccessful')))).toMatchObject({ data: { success: 'false', result: null } });
      expect(await (await ask(idOf('otherOrder'))).text()).toContain(`"${syntheticId(0)}"`);
      expect(await read(ask(idOf('noData')))).toHaveProperty('data', null);
    },
  );

  test('a request for the silent order ends when the sandbox closes', async () => {
    const closing = await startSandbox();
    const silent = post(vvTool.path, vvHeaders, vvBody({ order_id: idOf('silent') }), closing.url);
    const settled = silent.then(() => 'answered').catch(() => 'ended');
    await new Promise((resolve) => setTimeout(resolve, 100));
    await closing.close();
    expect(await settled).toBe('ended');
  });
});

describe('subtrees', () => {
  const index = 37; // complete and rated both ways, with an invoice and guarantees
  const SIGNS = {
    GuaranteesTerms: /guarantees_?terms/i,
    NativeLogistics: /native_?logistics/i,
    RateDetail: /star_?level/i,
    OrderInvoice: /invoice_?company/i,
  };
  const shown = (text: string) =>
    Object.entries(SIGNS)
      .filter(([, sign]) => sign.test(text))
      .map(([name]) => name);

  test.each(GATEWAYS)('$gateway sends the requested subtrees and no others', async ({ ask }) => {
    const textOf = async (includeFields?: string) => (await ask(syntheticId(index), includeFields)).text();
    for (const name of Object.keys(SIGNS)) expect(shown(await textOf(name))).toEqual([name]);
    expect(shown(await textOf('NativeLogistics,RateDetail'))).toEqual(['NativeLogistics', 'RateDetail']);
    expect(shown(await textOf())).toEqual(['GuaranteesTerms', 'NativeLogistics', 'OrderInvoice']);
    expect(await textOf()).toMatch(/buyer_?rate_?status/i);
  });

  test('the attribute keys of a request select the attributes of the reply', async () => {
    const orderId = syntheticId(5);
    const keys = ['channel', 'traceCode', 'none'];
    const fw = await read(askFw({ orderId, attributeKeys: JSON.stringify(keys) }));
    const damaijia = await read(askDamaijia({ order_id: orderId, attribute_keys: keys }));
    const all = await read(askFw({ orderId, attributeKeys: '[]' }));
    expect(fw.data?.result?.extAttributes?.map(({ key }) => key)).toEqual(['channel', 'traceCode']);
    expect(damaijia.data?.result?.ext_attributes?.map(({ key }) => key)).toEqual(['channel', 'traceCode']);
    expect(all.data?.result?.extAttributes?.length).toBe(4);
  });
});

describe('synthetic orders', () => {
  const indexes = Array.from({ length: 200 }, (_, index) => index);

  test('the ids and indexes of a million synthetic orders convert to each other', () => {
    expect(syntheticId(0)).toBe('3100000000000747370');
    for (const index of [0, 1, 7, 999_999]) expect(indexOfOrderId(syntheticId(index))).toBe(index);
    const beyond = BigInt(syntheticId(999_999)) + 10_000_000n;
    for (const id of ['0', '3100000000000747371', String(beyond)]) expect(indexOfOrderId(id)).toBeUndefined();
  });

  test('an index always generates the same order, whatever was generated before', () => {
    const first = writeJson(syntheticOrder(7));
    syntheticOrder(8);
    expect(writeJson(syntheticOrder(7))).toBe(first);
    expect(syntheticOrder(7).document.baseInfo.buyerID).toBe('b2b-2412991829'); // on any machine, on any day
    expect(syntheticOrder(999_999).document.productItems.length).toBeGreaterThan(0);
  });

  test('synthetic orders have every documented status, and one undocumented status', () => {
    const statuses = new Set(indexes.map((index) => syntheticOrder(index).document.baseInfo.status));
    expect([...statuses].sort()).toEqual(
      [
        ...['waitbuyerpay', 'waitsellersend', 'waitlogisticstakein', 'waitbuyerreceive', 'waitbuyersign'],
        ...['signinsuccess', 'confirm_goods', 'success', 'cancel', 'terminated', 'waitqualitycheck'],
      ].sort(),
    );
  });

  test('FW199 rounds the ids of several items to one number, while their string twins stay distinct', async () => {
    const text = await (await askFw({ orderId: syntheticId(12) })).text();
    const rounded = [...text.matchAll(/"subItemID":(\d+)/g)].map(([, id]) => id);
    const exact = [...text.matchAll(/"subItemIDString":"(\d+)"/g)].map(([, id]) => id);
    expect(new Set(rounded).size).toBe(1);
    expect(new Set(exact).size).toBe(rounded.length);
    expect(rounded.length).toBeGreaterThan(1);
  });

  test.each([
    // The table has names of parted words, the wire has an underscore before every capital.
    { ...GATEWAYS[0], tableName: (name: string) => snakeCase(camel(name)) },
    { ...GATEWAYS[1], tableName: (name: string) => name },
    { ...GATEWAYS[2], tableName: (name: string) => name },
  ])(
    'synthetic orders have every field that $gateway documents, with its type',
    async ({ gateway, ask, tableName }) => {
      const seen: Seen = new Map();
      for (const index of indexes) {
        const reply = await ask(syntheticId(index), 'GuaranteesTerms,NativeLogistics,RateDetail,OrderInvoice');
        note(JSON.parse(await reply.text()), seen);
      }
      const named = new Map([...seen].map(([path, types]) => [path.split('.').map(tableName).join('.'), types]));
      const missing = documented(gateway).filter(({ path, type }) => !named.get(path)?.has(type));
      expect(missing).toEqual([]);
    },
  );
});

const camel = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** One table puts this list a level too high; its siblings show where it belongs. */
const documented = (gateway: string) =>
  documentedFields(gateway).map(({ path, type }) => ({
    path: path.replace('result.seller_rate_list', 'result.order_rate_info.seller_rate_list'),
    type,
  }));
