// Tests what the sandbox's platforms tell of a ledger's orders by themselves: queues, posts, and what may go wrong with them.
import { afterEach, describe, expect, test } from '@jest/globals';
import { parseJson } from '../../../src/common/json.js';
import { createMessagePoster, postOf } from '../../../src/sandbox/1688/open/messages.js';
import type { Chaos } from '../../../src/sandbox/ledger/chaos.js';
import { createDemoLedger } from '../../../src/sandbox/ledger/index.js';
import { type Sandbox, startSandbox } from '../../../src/sandbox/server.js';
import { QIMEN_APPLICATION, TAOBAO_APPLICATION } from '../../../src/sandbox/top/applications.js';
import { callOpen1688, signOpen1688 } from '../../support/open1688Client.js';
import { beijingTime, call } from '../../support/topClient.js';

const FROM = Date.parse('2026-11-20T00:00:00Z');
const HOUR = 3_600_000;
const SECRET_1688 = 'sandbox-alibaba-1688-secret';

let clock = FROM;
let sandbox: Sandbox;

/** Some hours of orders, of which things are told from the first on. */
async function start(chaos: Partial<Chaos> = {}): Promise<Sandbox> {
  clock = FROM;
  const ledger = createDemoLedger({ now: () => clock, seed: 11, chaos });
  ledger.add({ orders: 30, from: FROM, to: FROM + 6 * HOUR });
  sandbox = await startSandbox({ ledger });
  return sandbox;
}
afterEach(() => sandbox.close());

type Reply = Readonly<Record<string, unknown>>;

async function top(
  method: string,
  form: Readonly<Record<string, string>>,
  { appKey, appSecret }: { readonly appKey: string; readonly appSecret: string } = TAOBAO_APPLICATION,
): Promise<Reply> {
  const open = { method, app_key: appKey, timestamp: beijingTime(clock), format: 'json', v: '2.0', sign_method: 'md5' };
  const reply = await call(`${sandbox.url}/router/rest`, open, form, appSecret);
  return parseJson(await reply.text()) as Reply;
}

interface TopMessage {
  readonly id: string;
  readonly topic: string;
  readonly content: string;
  readonly user_nick: string;
}

async function consume(application = TAOBAO_APPLICATION as { appKey: string; appSecret: string }) {
  const { tmc_messages_consume_response: response } = await top('taobao.tmc.messages.consume', {}, application);
  const { messages } = response as { readonly messages?: { readonly tmc_message: readonly TopMessage[] } };
  return messages?.tmc_message ?? [];
}

const permit = (topics: string) => top('taobao.tmc.user.permit', { topics, session: 'sandbox-taobao-top-session' });

describe('TOP', () => {
  test('messages wait until they are confirmed, and come for permitted topics alone', async () => {
    await start();
    clock += 6 * HOUR;
    expect(await consume()).toEqual([]);
    await permit('taobao_trade_TradeCreate,taobao_trade_TradeBuyerPay');
    const messages = await consume();
    expect(messages.length).toBeGreaterThan(30);
    expect(new Set(messages.map(({ topic }) => topic))).toEqual(
      new Set(['taobao_trade_TradeCreate', 'taobao_trade_TradeBuyerPay']),
    );
    expect(await consume()).toEqual(messages);
    const [first, ...others] = messages;
    const confirmed = await top('taobao.tmc.messages.confirm', { s_message_ids: first?.id ?? '' });
    expect(confirmed).toMatchObject({ tmc_messages_confirm_response: { is_success: true } });
    expect(await consume()).toEqual(others);
    expect(first?.content).toMatch(/^\{"tid":325\d{16},/);
  });

  test('topics that are not named again are permitted no more', async () => {
    await start();
    clock += 6 * HOUR;
    await permit('taobao_trade_TradeCreate,taobao_trade_TradeBuyerPay');
    await permit('taobao_trade_TradeBuyerPay');
    const messages = await consume();
    expect(messages.length).toBeGreaterThan(0);
    expect(messages.map(({ topic }) => topic)).not.toContain('taobao_trade_TradeCreate');
  });

  test('AliExpress’s orders are told in the queue of their own application', async () => {
    await start();
    clock += 6 * HOUR;
    const messages = await consume(QIMEN_APPLICATION);
    expect(messages.length).toBeGreaterThan(30);
    for (const { topic, content, user_nick } of messages) {
      expect(topic).toMatch(/^aliexpress_order_/);
      expect(JSON.parse(content)).toMatchObject({ order_id: expect.stringMatching(/^93\d{14}$/) });
      expect(user_nick).toBe('cn12343523');
    }
  });

  test('as many as 200 are taken and confirmed at once', async () => {
    await start();
    expect(await top('taobao.tmc.messages.consume', { quantity: '201' })).toMatchObject({
      error_response: { code: 41 },
    });
    const ids = Array.from({ length: 201 }, (_, id) => id).join(',');
    expect(await top('taobao.tmc.messages.confirm', { s_message_ids: ids })).toMatchObject({
      error_response: { code: 41 },
    });
  });
});

describe('1688', () => {
  const queue = () => {
    const found = sandbox.messages.get('ALIBABA_1688');
    if (found === undefined) throw new Error('no queue');
    return found;
  };
  const open = async (name: string, parameters: Readonly<Record<string, string>>): Promise<Reply> => {
    const path = `param2/1/cn.alibaba.open/${name}/1000001`;
    const body = new URLSearchParams({ ...parameters, _aop_signature: signOpen1688(path, parameters, SECRET_1688) });
    const reply = await fetch(`${sandbox.url}/openapi/${path}`, { method: 'POST', body });
    return parseJson(await reply.text()) as Reply;
  };

  test('a message is a form, signed over its text', async () => {
    await start();
    const message = { id: '1', topic: 'ORDER_ORDER_PAY', content: {}, at: 5, isForged: false };
    const form = new URLSearchParams(postOf(message, 'b2b-1', 'test123'));
    expect(form.get('message')).toBe('{"msgId":1,"gmtBorn":5,"userInfo":"b2b-1","type":"ORDER_ORDER_PAY","data":{}}');
    expect(form.get('_aop_signature')).toMatch(/^[0-9A-F]{40}$/);
    const forged = new URLSearchParams(postOf({ ...message, isForged: true }, 'b2b-1', 'test123'));
    expect(forged.get('message')).toBe(form.get('message'));
    expect(forged.get('_aop_signature')).not.toBe(form.get('_aop_signature'));
  });

  test('what the receiver does not take is posted thrice, and then only asked for', async () => {
    await start();
    clock += HOUR;
    const posts: string[] = [];
    const account = { member: 'b2b-2200000000002', secret: SECRET_1688 };
    const poster = createMessagePoster(queue(), account, async (body) => {
      posts.push(body);
      return posts.length === 1 ? 200 : 500;
    });
    const waiting = queue().waiting().length;
    expect(waiting).toBeGreaterThan(4);
    for (let turn = 0; turn < 4; turn++) await poster.deliver();
    expect(posts).toHaveLength(1 + (waiting - 1) * 3);
    const missed = await open('push.query.messageList', { page: '1', pageSize: '200' });
    const { datas, totalCount } = missed.pushMessagePage as {
      readonly datas: readonly { readonly msgId: string }[];
      readonly totalCount: number;
    };
    expect(totalCount).toBe(waiting - 1);
    await open('push.message.confirm', { msgIdList: JSON.stringify(datas.map(({ msgId }) => msgId)) });
    expect(await open('push.query.messageList', {})).toEqual({ pushMessagePage: { datas: [], totalCount: 0 } });
  });

  test('lists and messages are interfaces of namespaces of their own', async () => {
    await start();
    const reply = await callOpen1688(`${sandbox.url}/openapi`, 'push.query.messageList', {}, SECRET_1688, '1000001');
    expect(await reply.json()).toMatchObject({ error_code: 'gw.APIUnsupported' });
  });
});

describe('chaos', () => {
  const told = async (chaos: Partial<Chaos>) => {
    const { messages } = await start(chaos);
    clock += 6 * HOUR;
    const found = messages.get('ALIBABA_1688')?.waiting() ?? [];
    await sandbox.close();
    return found;
  };

  test('messages are lost, doubled, reversed, forged and rounded, each by its own switch', async () => {
    const plain = await told({});
    const ids = plain.map(({ id }) => id);
    expect(ids).toEqual([...ids].sort());
    expect(await told({ lostMessages: 1 })).toEqual([]);
    const doubled = await told({ doubledMessages: 1 });
    expect(doubled).toHaveLength(2 * plain.length);
    expect(new Set(doubled.map(({ id }) => id)).size).toBe(plain.length);
    const reversed = (await told({ reversedMessages: 0.5 })).map(({ id }) => id);
    expect(reversed).toHaveLength(plain.length);
    expect(reversed).not.toEqual([...reversed].sort());
    expect(await told({ forgedMessages: 1, lostMessages: 1 })).toHaveLength(plain.length);
    const rounded = await told({ roundedIds: true });
    expect(rounded.map(({ content }) => content.orderId)).toEqual(
      plain.map(({ content }) => BigInt(Number(content.orderId))),
    );
    await start();
  });
});
