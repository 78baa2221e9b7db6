// Tests what becomes of messages: each is stored once before it is confirmed, many are one fetch, and none is believed.
import { expect, test } from '@jest/globals';
import { Fault } from '../../../src/common/fault.js';
import { createPace } from '../../../src/orderIndex/pace.js';
import { createMessageTask } from '../../../src/orderIndex/push/messageTask.js';
import type { ToldShop } from '../../../src/orderIndex/push/senders.js';
import type { SyncEnvironment } from '../../../src/orderIndex/sync/environment.js';
import { createSyncTable } from '../../../src/orderIndex/sync/syncTable.js';
import { SECOND } from '../../../src/platforms/orderList.js';
import type { OrderMessage, OrderMessages } from '../../../src/platforms/orderMessages.js';
import { describeEngines } from '../../support/indexEngines.js';
import { compiledWith, LIST } from '../../support/listedGateway.js';
import { recorderOf } from '../../support/orderUpdates.js';

const BEGINNING = Date.UTC(2026, 10, 26, 2);
const REQUEST = { url: 'http://127.0.0.1', headers: {}, body: '' };

/** A queue of messages in memory, that tells what was asked of it. */
function createQueue() {
  const waiting: OrderMessage[] = [];
  const log: string[] = [];
  let ids: readonly string[] = [];
  const messages = {
    ...{ kind: 'QUEUE', delayMs: 2 * SECOND, batch: 200, queueOf: () => 'queue' },
    accountOf: ({ userId }: { userId?: string }) => userId,
    buildPermit: () => ({ ...REQUEST, body: 'permit' }),
    buildConsume: () => ({ ...REQUEST, body: 'consume' }),
    buildConfirm(confirmed: readonly string[]) {
      ids = confirmed;
      return { ...REQUEST, body: 'confirm' };
    },
    parseDone: () => {
      for (const id of ids)
        waiting.splice(
          waiting.findIndex((message) => message.id === id),
          1,
        );
    },
    parseConsumed: () => [...waiting],
  } as unknown as OrderMessages;
  return { waiting, log, messages };
}

describeEngines('messages of platforms', (openIndex) => {
  async function begin(accounts: Readonly<Record<string, string | undefined>> = { flagship: undefined }) {
    const index = await openIndex();
    const state = { instant: BEGINNING, fault: undefined as Fault | undefined, revoked: [] as string[] };
    const queue = createQueue();
    const store = createSyncTable({
      ...{ zones: new Map(), hasPhoneSuffix: false, compiledOf: () => compiledWith(LIST) },
      use: (change) => change(recorderOf(index, { now: () => state.instant })),
      log: { info: () => {}, warn: () => {} },
    });
    const environment = {
      ...{ store, owner: 'one', now: () => state.instant, elapsed: () => state.instant, share: 0.3 },
      pace: createPace(() => state.instant),
      onRevoked: (shop: string) => state.revoked.push(shop),
      log: { info: () => {}, warn: () => {}, error: () => {} },
      async callGateway(
        _gateway: unknown,
        { buildRequest, parseReply }: { buildRequest: () => { body: string }; parseReply: () => unknown },
      ) {
        queue.log.push(buildRequest().body);
        if (state.fault) throw state.fault;
        return parseReply();
      },
    } as unknown as SyncEnvironment;
    const shops = Object.entries(accounts).map(([id, userId]) => ({
      ...{ id, messages: queue.messages },
      gateway: { settings: { userId }, queue: {}, tokens: undefined, credential: `account of ${id}` },
    })) as unknown as [ToldShop, ...ToldShop[]];
    const task = createMessageTask({ name: 'queue', shops }, environment);
    const run = async (): Promise<void> => {
      for (let waitMs = 0; waitMs < 5 * SECOND; state.instant += waitMs) waitMs = await task.step();
    };
    const due = () => index.db.selectFrom('due').selectAll().orderBy('shop').execute();
    return { index, state, queue, store, run, due };
  }

  const message = (id: string, orderId: string | undefined, more: Partial<OrderMessage> = {}): OrderMessage => ({
    ...{ id, orderId, account: undefined, isRevocation: false, ...more },
  });

  test('many messages of an order are one fetch, two seconds after the first, and are confirmed once they are stored', async () => {
    const { queue, run, due } = await begin();
    queue.waiting.push(message('1', '100'), message('2', '100'), message('3', '200'), message('4', undefined));
    await run();
    expect(queue.log).toEqual(['consume', 'confirm']);
    expect(queue.waiting).toEqual([]);
    expect((await due()).map(({ order_id, not_before }) => [order_id, not_before])).toEqual([
      ['100', BEGINNING + 2 * SECOND],
      ['200', BEGINNING + 2 * SECOND],
    ]);
  });

  test('a message that comes again is confirmed again and fetches nothing, for a week', async () => {
    const { queue, state, index, store, run, due } = await begin();
    queue.waiting.push(message('1', '100'));
    await run();
    await index.writer.deleteFrom('due').execute();
    queue.waiting.push(message('1', '100'));
    await run();
    expect(await due()).toEqual([]);
    state.instant += 7 * 86_400_000 + 60_000;
    await store.clean(['flagship'], state.instant);
    queue.waiting.push(message('1', '100'));
    await run();
    expect((await due()).length).toBe(1);
  });

  test('what cannot be stored is not confirmed, and comes again', async () => {
    const { queue, index, run, due } = await begin();
    queue.waiting.push(message('1', '100'));
    await index.writer.schema.alterTable('heard').renameTo('away').execute();
    await expect(run()).rejects.toThrow();
    expect(queue.log).toEqual(['consume']);
    await index.writer.schema.alterTable('away').renameTo('heard').execute();
    await run();
    expect(queue.waiting).toEqual([]);
    expect((await due()).length).toBe(1);
  });

  test('a message goes to the shop of its account, and one of nobody’s to none', async () => {
    const { queue, run, due } = await begin({ one: '11', two: '22' });
    queue.waiting.push(message('1', '100', { account: '22' }), message('2', '200', { account: '33' }));
    await run();
    expect((await due()).map(({ shop, order_id }) => [shop, order_id])).toEqual([['two', '100']]);
    expect(queue.waiting).toEqual([]);
  });

  test('the shop of whose owner the authorization was taken back stops, and can be deleted once its grace is over', async () => {
    const { queue, state, store, run } = await begin({ one: '11', two: '22' });
    queue.waiting.push(message('1', undefined, { account: '22', isRevocation: true }));
    await run();
    expect(state.revoked).toEqual(['two']);
    const of = (shop: string) => ({
      ...({ shop, gateway: 'TAOBAO_TOP', view: 'SELLER', credential: `account of ${shop}`, since: undefined } as const),
    });
    const turn = { owner: 'one', now: state.instant };
    expect(await store.open(turn, of('two'))).toBeUndefined();
    expect(await store.open(turn, of('one'))).toBeDefined();
    // Other settings are another authorization.
    expect(await store.open(turn, { ...of('two'), credential: 'another' })).toBeDefined();
  });

  test('coverage names messages as a source, and why they are not read', async () => {
    const { index, state, run } = await begin();
    await run();
    const coverage = async () => (await index.reader.coverage({ shops: ['flagship'] }))[0];
    expect(await coverage()).toMatchObject({ sources: ['PUSH'], fault: null });
    state.fault = new Fault('API_NOT_ENTITLED', 'No.');
    await run();
    expect(await coverage()).toMatchObject({ fault: 'API_NOT_ENTITLED' });
    state.fault = undefined;
    state.instant += 3_600_000;
    await run();
    expect(await coverage()).toMatchObject({ fault: null });
  });
});
