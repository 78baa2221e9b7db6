// Tests what platforms tell of orders: how they are asked, and what is read of their messages.
import { expect, test } from '@jest/globals';
import { messages as of1688 } from '../../src/platforms/1688/messages.js';
import { messages as ofAliExpress } from '../../src/platforms/aliexpress/messages.js';
import type { OrderMessages } from '../../src/platforms/orderMessages.js';
import { messages as ofTaobao } from '../../src/platforms/taobao/messages.js';

const CLOCK = new Date('2026-11-26T09:41:00Z');
const RECEIVED = { status: 200, retryAfter: undefined, receivedAt: CLOCK };

type Queue = Extract<OrderMessages, { readonly kind: 'QUEUE' }>;
type Posts = Extract<OrderMessages, { readonly kind: 'POSTS' }>;
const [taobao, aliExpress, posts] = [ofTaobao as Queue, ofAliExpress as Queue, of1688 as Posts];

const TOP = {
  ...{ type: 'TAOBAO_TOP', url: 'https://gw.api.taobao.com/router/rest', appKey: '12345678', appSecret: 'secret' },
  ...{ sessionKey: 'session', signMethod: 'md5' },
};
const QIMEN = { ...TOP, url: 'https://qimen.api.taobao.com/router/qm', sellerLoginId: 'cn1' };
const OPEN = { type: 'ALIBABA_1688', url: 'https://gw.open.1688.com/openapi', appKey: '7', appSecret: 'test123' };

/** What a request says, without what signs it. */
function saidIn({ url, body }: { readonly url: string; readonly body: string }) {
  const { origin, pathname, searchParams } = new URL(url);
  const { sign, timestamp, _aop_signature, _aop_timestamp, ...said } = {
    ...Object.fromEntries(searchParams),
    ...Object.fromEntries(new URLSearchParams(body)),
  } as Record<string, string>;
  return { address: origin + pathname, ...said };
}

test('Taobao’s queue is asked by the application alone, and told the ids of what was stored', () => {
  const common = { address: TOP.url, app_key: '12345678', format: 'json', v: '2.0', sign_method: 'md5' };
  expect(saidIn(taobao.buildConsume(TOP, CLOCK))).toEqual({
    ...{ ...common, method: 'taobao.tmc.messages.consume', quantity: '200' },
  });
  expect(saidIn(taobao.buildConfirm(['1', '2'], TOP, CLOCK))).toEqual({
    ...{ ...common, method: 'taobao.tmc.messages.confirm', s_message_ids: '1,2' },
  });
});

test('all topics are permitted in one call with the seller’s session, as each call replaces those of the last', () => {
  const { topics = '', ...said } = saidIn(taobao.buildPermit(TOP, CLOCK)) as Record<string, string>;
  expect(said).toMatchObject({ method: 'taobao.tmc.user.permit', session: 'session' });
  for (const topic of [
    'taobao_trade_TradeCreate',
    'taobao_trade_TradeSuccess',
    'taobao_refund_RefundCreated',
    'taobao_top_AuthCancel',
  ])
    expect(topics.split(',')).toContain(topic);
});

test('AliExpress’ topics come from the queue at Taobao’s platform, where Qimen itself has none', () => {
  expect(saidIn(aliExpress.buildConsume(QIMEN, CLOCK))).toMatchObject({ address: TOP.url });
  const nearby = { ...QIMEN, url: 'http://127.0.0.1:4100/router/qm' };
  expect(saidIn(aliExpress.buildConsume(nearby, CLOCK))).toMatchObject({
    address: 'http://127.0.0.1:4100/router/rest',
  });
});

test('a message of Taobao names its trade and its seller by exact ids, and nothing of its status', () => {
  const content = '{"tid":4355875836205969811,"oid":4355875836205969812,"seller_nick":"nick","status":"TRADE_CLOSED"}';
  const text = `{"tmc_messages_consume_response":{"messages":{"tmc_message":[
    {"id":4160600490938325004,"topic":"taobao_trade_TradeBuyerPay","content":${JSON.stringify(content)},"user_id":2200000000000000001},
    {"id":"2","topic":"taobao_top_AuthCancel","content":"{\\"user_id\\":77}"},
    {"id":3,"topic":"taobao_trade_TradeCreate","content":"no JSON"},
    "no message"]}}}`;
  expect(taobao.parseConsumed({ ...RECEIVED, text })).toEqual([
    { id: '4160600490938325004', orderId: '4355875836205969811', account: '2200000000000000001', isRevocation: false },
    { id: '2', orderId: undefined, account: '77', isRevocation: true },
    { id: '3', orderId: undefined, account: undefined, isRevocation: false },
  ]);
});

test.each(['{"tmc_messages_consume_response":{"messages":{}}}', '{"tmc_messages_consume_response":{}}'])(
  'an empty queue has no messages: %s',
  (text) => {
    expect(taobao.parseConsumed({ ...RECEIVED, text })).toEqual([]);
  },
);

test('what a platform refuses is a fault', () => {
  const text = '{"error_response":{"code":27,"msg":"Invalid session","sub_code":"invalid-sessionkey"}}';
  expect(() => taobao.parseConsumed({ ...RECEIVED, text })).toThrow(
    expect.objectContaining({ code: 'SHOP_NOT_AUTHORIZED' }),
  );
  const refused = '{"error_code":"gw.QosAppFrequencyLimit","error_message":"App call exceeds limited frequency"}';
  expect(() => posts.parseMissed({ ...RECEIVED, text: refused })).toThrow(
    expect.objectContaining({ code: 'UPSTREAM_THROTTLED' }),
  );
});

test('a message of 1688 is signed with the application’s secret over its name and text', () => {
  const signed = (signature: string) => new URLSearchParams({ message: '{"msgId":1}', _aop_signature: signature });
  expect(posts.isSigned(signed('7D08922D49D4C72384EDD35DAC3DAD398109936B'), OPEN)).toBe(true);
  for (const wrong of ['7D08922D49D4C72384EDD35DAC3DAD398109936C', '7D', ''])
    expect(posts.isSigned(signed(wrong), OPEN)).toBe(false);
});

test('a message of 1688 names its order by exact digits', () => {
  const message =
    '{"msgId":4242,"gmtBorn":1,"type":"ORDER_BUYER_VIEW_ORDER_PAY","userInfo":"b2b-1","data":{"orderId":4355875836205969811,"currentStatus":"success"}}';
  expect(posts.parsePost(new URLSearchParams({ message }))).toEqual({
    ...{ id: '4242', orderId: '4355875836205969811', account: 'b2b-1', isRevocation: false },
  });
  for (const broken of ['', '[]', '{}', '{"data":{}}'])
    expect(() => posts.parsePost(new URLSearchParams({ message: broken }))).toThrow();
});

test('what 1688 posted in vain is read from the first page on, and confirmed', () => {
  expect(saidIn(posts.buildMissed(OPEN, CLOCK))).toEqual({
    ...{ address: `${OPEN.url}/param2/1/cn.alibaba.open/push.query.messageList/7`, page: '1', pageSize: '200' },
  });
  expect(saidIn(posts.buildConfirm(['1', '2'], OPEN, CLOCK))).toMatchObject({ msgIdList: '["1","2"]' });
  const text =
    '{"result":{"pushMessagePage":{"totalCount":1,"datas":[{"msgId":5,"userInfo":"b2b-1","data":{"orderId":12345678901234567890}},7]}}}';
  expect(posts.parseMissed({ ...RECEIVED, text })).toEqual([
    { id: '5', orderId: '12345678901234567890', account: 'b2b-1', isRevocation: false },
  ]);
});
