// Tests the sandbox's open platform over HTTP: that it refuses what the original would, in its order, and sends what was
// requested alone.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parseJson } from '../../src/common/json.js';
import { alibaba1688 } from '../../src/sandbox/1688/endpoints/alibaba1688.js';
import { SPECIAL_OPEN_ORDERS } from '../../src/sandbox/1688/open/refusals.js';
import { BROKEN_ORDERS } from '../../src/sandbox/1688/special.js';
import { syntheticId } from '../../src/sandbox/1688/synthetic/order.js';
import { type Sandbox, startSandbox } from '../../src/sandbox/server.js';
import type { Part } from '../support/json.js';
import { callOpen1688, type Parameters, signOpen1688 } from '../support/open1688Client.js';

const { appKey, appSecret, accessToken } = alibaba1688.account;
const [DOCUMENTED = ''] = Object.keys(alibaba1688.documented);
const SELLER = 'alibaba.trade.ec.getOrder.sellerView';
const OLDER = 'alibaba.trade.get.sellerView';
const BUYER = 'alibaba.trade.get.buyerView';

let sandbox: Sandbox;
let address: string;
beforeAll(async () => {
  sandbox = await startSandbox();
  address = `${sandbox.url}${alibaba1688.path}`;
});
afterAll(() => sandbox.close());

const call = (name: string, parameters: Parameters, secret: string = appSecret) =>
  callOpen1688(address, name, { access_token: accessToken, ...parameters }, secret, appKey);
const read = async (reply: Promise<Response>): Promise<Part> => parseJson(await (await reply).text()) as Part;
const codeOf = ({ error_code, errorCode }: Part): unknown => error_code ?? errorCode;

const post = (path: string, parameters: Parameters) =>
  fetch(`${address}/${path}`, { method: 'POST', body: new URLSearchParams(parameters) });

describe('checks', () => {
  const path = `param2/1/com.alibaba.trade/${SELLER}/${appKey}`;

  test('a call without a signature, or with that of another secret, path or encoding, is refused as such', async () => {
    const parameters = {
      access_token: accessToken,
      orderId: DOCUMENTED,
      includeFields: 'GuaranteesTerms,NativeLogistics',
    };
    const signed = (over: string, values: Parameters = parameters, secret: string = appSecret) =>
      post(path, { ...parameters, _aop_signature: signOpen1688(over, values, secret) });
    expect(codeOf(await read(post(path, parameters)))).toBe('gw.SignatureMissing');
    for (const reply of [
      signed(path, parameters, 'another'),
      signed(`/openapi/${path}`),
      signed(path, { ...parameters, includeFields: encodeURIComponent(parameters.includeFields) }),
      signed(path, { orderId: DOCUMENTED }),
    ])
      expect(codeOf(await read(reply))).toBe('gw.SignatureInvalid');
    expect(codeOf(await read(signed(path)))).toBeUndefined();
    const bare = `param2/1/com.alibaba.trade/${SELLER}`;
    expect(codeOf(await read(post(bare, { _aop_signature: signOpen1688(bare, {}, appSecret) })))).toBe(
      'gw.AppKeyMissing',
    );
  });

  test('parameters of the query and of the form are signed together', async () => {
    const parameters = { access_token: accessToken, orderId: DOCUMENTED };
    const query = new URLSearchParams({ orderId: DOCUMENTED });
    const form = { access_token: accessToken, _aop_signature: signOpen1688(path, parameters, appSecret) };
    expect(codeOf(await read(post(`${path}?${query}`, form)))).toBeUndefined();
  });

  test('the first of several mistakes is told: signature, interface, token, parameters, order', async () => {
    const wrong = { access_token: 'another', orderId: '1' };
    const at = (name: string, parameters: Parameters, secret?: string) => read(call(name, parameters, secret));
    expect(codeOf(await at('alibaba.trade.none', wrong, 'another'))).toBe('gw.SignatureInvalid');
    expect(codeOf(await at('alibaba.trade.none', wrong))).toBe('gw.APIUnsupported');
    expect(codeOf(await at(BUYER, wrong))).toBe('401');
    expect(codeOf(await at(BUYER, { orderId: '1' }))).toBe('gw.ParamMissing');
    expect(codeOf(await at(BUYER, { orderId: '1', webSite: '1688' }))).toBe('ORDER_NOT_EXIST');
    expect((await call(BUYER, wrong)).status).toBe(401);
  });

  test.each([
    ['no order', SELLER, { orderId: '' }, 'gw.ParamMissing'],
    ['an order that is no number', SELLER, { orderId: 'abc' }, 'PARAM_INVALID'],
    ['a webSite where there is no such parameter', SELLER, { webSite: '1688' }, 'PARAM_INVALID'],
    ['attributeKeys in the seller’s view', SELLER, { attributeKeys: '[]' }, 'PARAM_INVALID'],
    ['a flag that is no text of a boolean', SELLER, { needOutChannel: '1' }, 'PARAM_INVALID'],
    ['a domain of the other view', SELLER, { includeFields: 'InvoicingSetting' }, 'PARAM_INVALID'],
    ['a timestamp that is no number', SELLER, { _aop_timestamp: '2026-09-15' }, 'PARAM_INVALID'],
    ['no webSite', OLDER, {}, 'gw.ParamMissing'],
    ['a domain of the newer interface', OLDER, { webSite: '1688', includeFields: 'OutSubOrderInfo' }, 'PARAM_INVALID'],
    ['a flag of the newer interface', OLDER, { webSite: '1688', needOutChannel: 'true' }, 'PARAM_INVALID'],
    ['a domain of the other view', BUYER, { webSite: '1688', includeFields: 'CanSendCheck' }, 'PARAM_INVALID'],
    ['attributeKeys that are no list', BUYER, { webSite: '1688', attributeKeys: 'channel' }, 'PARAM_INVALID'],
    ['the international site', BUYER, { webSite: 'alibaba' }, 'PARAM_INVALID'],
  ])('a call with %s is refused by %s', async (_what, name, parameters, code) => {
    const reply = await read(call(name, { orderId: DOCUMENTED, ...parameters } as Parameters));
    expect(codeOf(reply)).toBe(code);
    expect(reply).not.toHaveProperty('result');
  });
});

describe('replies', () => {
  const result = async (name: string, parameters: Parameters): Promise<Part> =>
    (await read(call(name, { orderId: DOCUMENTED, ...parameters }))).result as Part;

  test('a reply of the seller’s has the order, success as a text, the codes of masking and exact digits', async () => {
    const text = await (await call(SELLER, { orderId: DOCUMENTED })).text();
    expect(text).toContain(`"id":${DOCUMENTED},"idOfStr":"${DOCUMENTED}"`);
    const { result: _order, ...envelope } = parseJson(text) as Part;
    expect(envelope).toEqual({ success: 'true', retCodes: ['BUYER_ENCRYPT'] });
    const { result: _other, ...buyers } = await read(call(BUYER, { orderId: DOCUMENTED, webSite: '1688' }));
    expect(buyers).toEqual({ success: 'true' });
  });

  /** What each name brings, where it is of the order, and of its first line. */
  const BROUGHT: readonly (readonly [name: string, member: string, isOfLine: boolean])[] = [
    ['GuaranteesTerms', 'guaranteesTerms', false],
    ['NativeLogistics', 'nativeLogistics', false],
    ['OrderInvoice', 'orderInvoiceInfo', false],
    ['CanSendCheck', 'canSendGoods', true],
    ['OutSubOrderInfo', 'bizFenXiaoOutSubOrderInfoList', true],
    ['needSendGoodsOverdueRisk', 'sendGoodsOverdueRisk', false],
    ['needDeliverGoodsOverdueRisk', 'deliverGoodsOverdueRisk', true],
    ['needOutChannel', 'outChannel', false],
  ];
  const partsIn = (order: Part): readonly string[] => {
    const [line] = order.productItems as readonly Part[];
    return BROUGHT.flatMap(([name, member, isOfLine]) =>
      (isOfLine ? line : order)?.[member] === undefined ? [] : [name],
    );
  };

  test('a call that names no domain gets those of its interface, and one that names some gets these', async () => {
    const byDefault = ['GuaranteesTerms', 'NativeLogistics', 'OrderInvoice'];
    expect(partsIn(await result(SELLER, {}))).toEqual([...byDefault, 'CanSendCheck']);
    expect(partsIn(await result(OLDER, { webSite: '1688' }))).toEqual(byDefault);
    for (const domain of ['GuaranteesTerms', 'OrderInvoice', 'CanSendCheck', 'OutSubOrderInfo'])
      expect(partsIn(await result(SELLER, { includeFields: domain }))).toEqual([domain]);
    for (const flag of ['needSendGoodsOverdueRisk', 'needDeliverGoodsOverdueRisk', 'needOutChannel']) {
      expect(partsIn(await result(SELLER, { includeFields: 'RateDetail', [flag]: 'true' }))).toEqual([flag]);
      expect(partsIn(await result(SELLER, { includeFields: 'RateDetail', [flag]: 'false' }))).toEqual([]);
    }
  });

  test('the buyer’s view has neither the seller’s memo nor references to decrypt by, and the attributes asked for', async () => {
    const order = await result(BUYER, { webSite: '1688', attributeKeys: '["none"]', outOrderId: 'mine-7' });
    expect(JSON.stringify(order)).not.toMatch(/sellerMemo|ccid|caid/);
    expect(order).toMatchObject({ extAttributes: [], baseInfo: { outOrderId: 'mine-7' } });
  });

  test.each(Object.entries(SPECIAL_OPEN_ORDERS))('order %s is refused in words and status', async (id, refusal) => {
    const reply = await call(SELLER, { orderId: id });
    expect(reply.status).toBe(refusal.httpStatus ?? 200);
    expect(await reply.json()).toEqual(refusal.envelope);
  });

  test('broken orders break as at the other gateways', async () => {
    const idOf = (breakage: string) => Object.entries(BROKEN_ORDERS).find(([, way]) => way === breakage)?.[0] ?? '';
    const at = (breakage: string) => call(SELLER, { orderId: idOf(breakage) });
    expect((await at('serverError')).status).toBe(500);
    await expect(at('reset')).rejects.toThrow();
    expect(await read(at('unsuccessful'))).toEqual({ result: null, success: 'false' });
    expect(await read(at('noData'))).toEqual({ success: 'true' });
    expect(await (await at('otherOrder')).text()).toContain(`"${syntheticId(0)}"`);
  });
});
