// Tests what is peculiar to ALIBABA_1688: its two views and three interfaces, whose orders it takes, and what only its pages
// document.
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { alibaba1688 } from '../../support/documents/1688.js';
import { SECRET } from '../../support/gateway.js';
import { ALIBABA_1688 } from '../../support/gateways/alibaba1688.js';
import { type Graphql, startGraphql } from '../../support/graphql.js';
import type { Part } from '../../support/json.js';
import { calledOpen1688 } from '../../support/open1688Client.js';
import { type StubGateway, startStubGateway } from '../../support/stubGateway.js';

const ID = '2198765432109876520';
const CLOCK = new Date('2026-09-15T02:20:11.000Z');

let stubGateway: StubGateway;
let graphql: Graphql;

const shop = (id: string, settings: Part): Part => ({
  id,
  name: id,
  gateways: [{ ...ALIBABA_1688.settings, url: stubGateway.url, ...settings }],
});

beforeAll(async () => {
  stubGateway = await startStubGateway();
  const shops = [
    shop('seller', {}),
    shop('older', { interface: 'alibaba.trade.get.sellerView', appKey: '1000002' }),
    shop('buyer', { view: 'BUYER', appKey: '1000003' }),
    shop('abroad', { view: 'BUYER', webSite: 'alibaba', appKey: '1000004' }),
    shop('unconnected', { accessToken: undefined }),
    shop('owned', { memberId: 'b2b-1', appKey: '1000005' }),
    shop('bought', { memberId: 'b2b-1', view: 'BUYER', appKey: '1000006' }),
    shop('renewed', { refreshToken: 'refresh-1', appKey: '1000007' }),
  ];
  graphql = await startGraphql({ settings: { shops, cache: { maxBytes: 0 } }, now: () => CLOCK });
});
afterAll(async () => {
  await graphql.close();
  await stubGateway.close();
});
afterEach(() => {
  stubGateway.take();
});

const answer = (document: Part): void =>
  stubGateway.respondWith(() => ({ body: JSON.stringify({ result: document, success: 'true' }) }));

const documentWith = (baseInfo: Part, more: Part = {}): Part => {
  const small = alibaba1688.small(ID, '7') as { readonly baseInfo: Part };
  return { ...small, ...more, baseInfo: { ...small.baseInfo, ...baseInfo } };
};

async function ask(from: string, selection: string, more = '') {
  return graphql.query(`{ order(shop: "${from}", orderId: "${ID}"${more}) { ${selection} } }`);
}

const called = () => stubGateway.take().map((request) => calledOpen1688(request));

describe('requests', () => {
  const WHOLE = `status guarantees { value } ratings { ofSeller { stars } } platformOrder { ... on Alibaba1688Order {
    downstreamChannel shippingRisk invoicingSetting { statusCode }
    items { canSendGoods pickupRisk downstreamLines { id } } } }`;
  const system = { access_token: `token-${SECRET}`, _aop_timestamp: String(CLOCK.getTime()), orderId: ID };

  test.each([
    [
      'seller',
      'alibaba.trade.ec.getOrder.sellerView',
      {
        includeFields: 'GuaranteesTerms,RateDetail,CanSendCheck,OutSubOrderInfo',
        needSendGoodsOverdueRisk: 'true',
        needDeliverGoodsOverdueRisk: 'true',
        needOutChannel: 'true',
      },
    ],
    [
      'older',
      'alibaba.trade.get.sellerView',
      { includeFields: 'GuaranteesTerms,RateDetail,CanSendCheck', webSite: '1688' },
    ],
    [
      'buyer',
      'alibaba.trade.get.buyerView',
      {
        includeFields: 'GuaranteesTerms,RateDetail,InvoicingSetting',
        webSite: '1688',
        attributeKeys: '["channel"]',
        outOrderId: 'mine-7',
      },
    ],
  ])('the shop %s is asked by %s for what is selected and that this interface has', async (from, name, parameters) => {
    answer(documentWith({}));
    const { errors, data } = await ask(
      from,
      `${WHOLE} view attributes(keys: ["channel"]) { key }`,
      ', outOrderId: "mine-7"',
    );
    expect(errors).toEqual([]);
    expect(data?.order?.view).toBe(from === 'buyer' ? 'BUYER' : 'SELLER');
    const [call, ...others] = called();
    expect(others).toEqual([]);
    expect(call?.name).toBe(name);
    const { includeFields = '', ...rest } = call?.parameters ?? {};
    const { includeFields: expected, ...also } = parameters;
    expect(includeFields.split(',').sort()).toEqual(expected.split(',').sort());
    expect(rest).toEqual({ ...system, ...also });
  });

  test('the international site is named where the settings say so', async () => {
    answer(documentWith({}));
    await ask('abroad', 'status');
    expect(called()).toMatchObject([{ parameters: { webSite: 'alibaba', includeFields: 'GuaranteesTerms' } }]);
  });
});

describe('whose orders it takes', () => {
  test('a shop without an access token is not authorized, and its gateway is not called', async () => {
    const { errors } = await ask('unconnected', 'status');
    expect(errors[0]?.extensions).toMatchObject({ code: 'SHOP_NOT_AUTHORIZED', retryable: false, shop: 'unconnected' });
    expect(stubGateway.take()).toEqual([]);
  });

  test.each([
    ['owned', 'sellerID'],
    ['bought', 'buyerID'],
  ])('the shop %s takes orders of its own member alone', async (from, member) => {
    answer(documentWith({ [member]: 'b2b-1' }));
    expect((await ask(from, 'statusCode')).errors).toEqual([]);
    answer(documentWith({ [member]: 'b2b-2' }));
    const { errors, data, text } = await ask(from, 'statusCode');
    expect(data?.order).toBeNull();
    expect(errors[0]?.extensions).toMatchObject({ code: 'UPSTREAM_MALFORMED', retryable: false });
    expect(text).not.toContain('b2b-2');
    // Where the order does not say, nothing speaks against it.
    answer(documentWith({}));
    expect((await ask(from, 'statusCode')).errors).toEqual([]);
  });

  test('a token that is refused is renewed, the call made once more, and the new token’s member is held to', async () => {
    const grant = { access_token: 'token-2', expires_in: '36000', memberId: 'b2b-9' };
    const answerAs = (sellerID: string) =>
      stubGateway.respondWith((request) => {
        if (request.url.includes('system.oauth2/getToken/')) return { body: JSON.stringify(grant) };
        if (!request.body.includes('access_token=token-2'))
          return { status: 401, body: '{"error_code":"401","error_message":"Request need user authorized"}' };
        return { body: JSON.stringify({ result: documentWith({ sellerID }), success: 'true' }) };
      });
    answerAs('b2b-9');
    const { errors, data } = await ask('renewed', 'orderId statusCode');
    expect(errors).toEqual([]);
    expect(data?.order).toEqual({ orderId: ID, statusCode: 'waitsellersend' });
    expect(stubGateway.take().map(({ url }) => url.split('/').at(-2))).toEqual([
      'alibaba.trade.ec.getOrder.sellerView',
      'getToken',
      'alibaba.trade.ec.getOrder.sellerView',
    ]);
    answerAs('b2b-10');
    expect((await ask('renewed', 'statusCode')).errors[0]?.extensions).toMatchObject({ code: 'UPSTREAM_MALFORMED' });
    expect(called()).toHaveLength(1);
  });
});

describe('what its orders say', () => {
  const UNPAID = { status: 'waitbuyerpay', createTime: '20260915101502000+0800', payTimeout: 432_000 };

  test.each([
    ['its time is a length of seconds', { payTimeoutType: 0 }, '2026-09-20T02:15:02.000Z'],
    ['the kind of its time is not said', {}, '2026-09-20T02:15:02.000Z'],
    ['it was placed elsewhere', { createTime: '20260914191502000-0700' }, '2026-09-20T02:15:02.000Z'],
    ['its time is no length', { payTimeoutType: 1 }, null],
    ['its time is not said', { payTimeout: undefined }, null],
    ['when it was placed is not said', { createTime: undefined }, null],
    ['it is paid', { status: 'waitsellersend' }, null],
    ['it is cancelled', { status: 'cancel' }, null],
  ])('where %s, expiresAt of an order is %j %s', async (_what, changed, expiresAt) => {
    answer(documentWith({ ...UNPAID, ...changed }));
    const { data, warnings } = await ask('buyer', 'expiresAt');
    expect(data?.order).toEqual({ expiresAt });
    expect(warnings).toEqual([]);
  });

  test('BigDecimals are yuan, Longs are fen, and a change of price is the same in both', async () => {
    answer(
      documentWith(
        {
          discount: -317_597,
          totalAmount: 0.03,
          officialSolutionCost: 1250,
          newStepOrderList: [{ adjustFee: -3175.97 }],
        },
        {
          productItems: [
            { price: 98, quantity: 8, itemAmount: 0.01, entryDiscount: -78_399, sharePostage: 1.5, refundForAs: 2.25 },
          ],
          orderInvoiceInfo: { amount: 3, status: 'INIT' },
        },
      ),
    );
    const amount = '{ amount }';
    const { data } = await ask(
      'buyer',
      `totals { total ${amount} discount ${amount} } stages { adjustment ${amount} }
       items { unitPrice ${amount} total ${amount} adjustment ${amount} }
       platformOrder { ... on Alibaba1688Order { officialPickupCost ${amount} invoiceAmount ${amount} invoiceStatusCode
         items { sharedPostage ${amount} afterSaleRefunded ${amount} } } }`,
    );
    expect(data?.order).toEqual({
      totals: { total: { amount: '0.03' }, discount: { amount: '-3175.97' } },
      stages: [{ adjustment: { amount: '-3175.97' } }],
      items: [{ unitPrice: { amount: '98.00' }, total: { amount: '0.01' }, adjustment: { amount: '-783.99' } }],
      platformOrder: {
        officialPickupCost: { amount: '12.50' },
        invoiceAmount: { amount: '0.03' },
        invoiceStatusCode: 'INIT',
        items: [{ sharedPostage: { amount: '1.50' }, afterSaleRefunded: { amount: '2.25' } }],
      },
    });
  });

  test('ids are the texts beside rounded numbers, else the exact digits of the numbers', async () => {
    const rounded = { id: 2198765432109876700, idOfStr: ID };
    const body = JSON.stringify({
      result: documentWith(rounded, {
        productItems: [
          { subItemID: 2198765432110876700, subItemIDString: '2198765432110876520' },
          { subItemID: 'LONG' },
        ],
      }),
      success: 'true',
    });
    stubGateway.respondWith(() => ({ body: body.replace('"LONG"', '2198765432111876520') }));
    const { data } = await ask('seller', 'orderId items { itemId }');
    expect(data?.order).toEqual({
      orderId: ID,
      items: [{ itemId: '2198765432110876520' }, { itemId: '2198765432111876520' }],
    });
  });

  test('the order whose text names another id is refused, even where its number rounds to the one asked for', async () => {
    answer(documentWith({ id: Number(ID), idOfStr: '2198765432109876521' }));
    const { errors } = await ask('seller', 'statusCode');
    expect(errors[0]?.extensions).toMatchObject({ code: 'UPSTREAM_MALFORMED', retryable: false });
  });
});

test('a shop of both sides is asked where the fields that are selected are documented', async () => {
  const both = await startGraphql({
    settings: {
      shops: [
        {
          ...{ id: 'both', name: 'Both' },
          gateways: [{ view: 'BUYER' }, { view: 'SELLER' }].map((settings) => ({
            ...{ ...ALIBABA_1688.settings, url: stubGateway.url },
            ...settings,
          })),
        },
      ],
      cache: { maxBytes: 0 },
    },
  });
  answer(documentWith({}));
  const viewOf = async (selection: string) => {
    const { data, errors } = await both.query(`{ order(shop: "both", orderId: "${ID}") { view ${selection} } }`);
    expect(errors).toEqual([]);
    return data?.order?.view;
  };
  const own = (selection: string) => `platformOrder { ... on Alibaba1688Order { ${selection} } }`;
  expect(await viewOf('status')).toBe('BUYER');
  expect(await viewOf(own('invoicingSetting { statusCode }'))).toBe('BUYER');
  expect(await viewOf(own('buyerOpenUid'))).toBe('SELLER');
  expect(called().map(({ name }) => name)).toEqual([
    'alibaba.trade.get.buyerView',
    'alibaba.trade.get.buyerView',
    'alibaba.trade.ec.getOrder.sellerView',
  ]);
  await both.close();
});
