// Tests how calls to 1688's open platform are signed: by its own sample, and by others that were computed from its rules.
import { describe, expect, test } from '@jest/globals';
import { buildRequest, sign } from '../../src/protocols/open1688.js';
import { signOpen1688 } from '../support/open1688Client.js';

const TOKEN = 'f14da3b8-b0b1-4f73-a5de-9bed637e0188';

const VECTORS = [
  {
    what: 'the sample of the platform’s page',
    secret: 'test123',
    path: 'param2/1/system/currentTime/1000000',
    parameters: { b: '2', a: '1' },
    signature: '33E54F4F7B989E3E0E912D3FBD2F1A03CA7CCE88',
  },
  {
    what: 'a list of orders, whose page stands before its pageSize',
    secret: 'app-secret',
    path: 'param2/1/com.alibaba.trade/alibaba.trade.getBuyerOrderList/5890829',
    parameters: { pageSize: '20', page: '1', access_token: 'token-123' },
    signature: '7B91F432F48774204045D86636AFD333B71E95FB',
  },
  {
    what: 'an order in the buyer’s view',
    secret: 'test123',
    path: 'param2/1/com.alibaba.trade/alibaba.trade.get.buyerView/1000000',
    parameters: {
      orderId: '58218860983545941',
      webSite: '1688',
      includeFields: 'GuaranteesTerms,NativeLogistics',
      access_token: TOKEN,
      _aop_timestamp: '1790841600000',
    },
    signature: '0D3D44879E523AA42D48768D34435E9EA727B44C',
  },
  {
    what: 'a list with values that a form encodes',
    secret: 'test123',
    path: 'param2/1/com.alibaba.trade/alibaba.trade.getSellerOrderList/1000000',
    parameters: {
      access_token: TOKEN,
      isHis: 'false',
      modifyStartTime: '20260901000000000+0800',
      modifyEndTime: '20260901003000000+0800',
      needMemoInfo: 'true',
      page: '1',
      pageSize: '20',
      productName: '测试 &=+',
    },
    signature: 'F1CA235A80573D72ECC157F30B2B4B66F2968B29',
  },
] as const;

describe.each(VECTORS)('$what', ({ secret, path, parameters, signature }) => {
  test('the signature is that of the vector', () => {
    expect(sign(path, parameters, secret)).toBe(signature);
    expect(sign(path, { ...parameters, _aop_signature: 'of an earlier call' }, secret)).toBe(signature);
    // What the contract suite holds requests against.
    expect(signOpen1688(path, parameters, secret)).toBe(signature);
  });
});

test('pairs are sorted as texts, and not by their names', () => {
  expect(sign('p', { a: '2', a1: '' }, 's')).toBe(sign('p', { a1: '', a: '2' }, 's'));
  // a1 + 0 stands before a + 2.
  expect(sign('p', { a: '2', a1: '0' }, 's')).toBe(sign('pa10a2', {}, 's'));
});

test('a call is a form posted to protocol, version, namespace, interface and application below the address', () => {
  const { url, headers, body } = buildRequest(
    {
      url: 'https://gw.open.1688.com/openapi/',
      namespace: 'com.alibaba.trade',
      name: 'alibaba.trade.get.buyerView',
      appKey: '1000000',
      appSecret: 'test123',
      accessToken: TOKEN,
      parameters: {
        orderId: '58218860983545941',
        includeFields: 'GuaranteesTerms,NativeLogistics',
        webSite: '1688',
        attributeKeys: undefined,
        outOrderId: '',
      },
    },
    new Date(1_790_841_600_000),
  );
  expect(url).toBe('https://gw.open.1688.com/openapi/param2/1/com.alibaba.trade/alibaba.trade.get.buyerView/1000000');
  expect(headers).toEqual({ 'content-type': 'application/x-www-form-urlencoded;charset=utf-8' });
  expect(Object.fromEntries(new URLSearchParams(body))).toEqual({
    orderId: '58218860983545941',
    includeFields: 'GuaranteesTerms,NativeLogistics',
    webSite: '1688',
    access_token: TOKEN,
    _aop_timestamp: '1790841600000',
    _aop_signature: '0D3D44879E523AA42D48768D34435E9EA727B44C',
  });
});
