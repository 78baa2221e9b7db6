// Tests the queue of replies before the writer: what it drops when it is full, and what of a thread that dies is written.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { Kysely } from 'kysely';
import { createSqliteEngine } from '../../../src/orderIndex/engine/sqlite.js';
import { createReplyQueue } from '../../../src/orderIndex/record/replyQueue.js';
import type { Tables } from '../../../src/orderIndex/schema/tables.js';
import { startThread } from '../../../src/orderIndex/thread/thread.js';
import type { Task } from '../../../src/orderIndex/writer/steps.js';
import type { ReplyOrigin } from '../../../src/upstream/types.js';
import { smallReply } from '../../support/gateway.js';
import { VV_TOOL } from '../../support/gateways/vvTool.js';

const folder = mkdtempSync(join(tmpdir(), 'ordergraph-queue-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** As many as may wait. */
const FULL = 10_000;

const FIRST_ID = 4_355_875_836_205_000_000n;
const orderIdAt = (at: number): string => String(FIRST_ID + BigInt(at));

const originAt = (at: number): ReplyOrigin => ({
  ...{ shop: 'mill', orderId: orderIdAt(at), gateway: 'VV_TOOL', credential: 'account' },
  ...{ subtrees: [], status: 200, fetchedAt: 1_700_000_000_000 + at },
});

interface RecordingLog {
  readonly info: () => void;
  readonly warn: (details: object | string, message?: string) => void;
  readonly dropped: readonly number[];
}

function recordingLog(): RecordingLog {
  const dropped: number[] = [];
  return {
    dropped,
    info: () => {},
    warn: (details, message) => {
      expect(message).toBe('The order index cannot keep up: the oldest replies were dropped unrecorded');
      dropped.push((details as { readonly dropped: number }).dropped);
    },
  };
}

const idsOf = (tasks: readonly Task[]): readonly string[] =>
  tasks.map((task) => (task.kind === 'reply' ? task.reply.orderId : task.burial.orderId));

test('a queue that is full drops its oldest replies, says how many in all, and has the rest written in their order', async () => {
  const log = recordingLog();
  const written: string[] = [];
  let openDatabase = (): void => {};
  const isOpen = new Promise<void>((resolve) => {
    openDatabase = resolve;
  });
  const write = async (tasks: readonly Task[]): Promise<void> => {
    await isOpen;
    written.push(...idsOf(tasks));
  };
  const queue = createReplyQueue({ write, log, now: () => 0 });
  for (let at = 0; at < FULL; at++) queue.record(originAt(at), '{}');
  expect(log.dropped).toEqual([]);
  // A tenth goes whenever there is one too many.
  for (let at = FULL; at < FULL + 2_500; at++) queue.record(originAt(at), '{}');
  expect(log.dropped).toEqual([1_001]);
  openDatabase();
  await queue.flush();
  const droppedInAll = log.dropped.reduce((sum, count) => sum + count, 0);
  expect(droppedInAll).toBe(3_003);
  const kept = Array.from({ length: FULL + 2_500 - droppedInAll }, (_, at) => orderIdAt(droppedInAll + at));
  expect(written).toEqual(kept);
  await queue.close(0);
});

test('replies of more characters than may wait are dropped too, the oldest first', async () => {
  const log = recordingLog();
  const written: string[] = [];
  const queue = createReplyQueue({
    write: async (tasks) => void written.push(...idsOf(tasks)),
    log,
    now: () => 0,
  });
  const text = 'x'.repeat(1024 * 1024);
  for (let at = 0; at < 9; at++) queue.record(originAt(at), text);
  await queue.flush();
  expect(log.dropped).toEqual([1]);
  expect(written).toEqual(Array.from({ length: 8 }, (_, at) => orderIdAt(at + 1)));
  await queue.close(0);
});

const THREAD = new URL('../../support/threads/mortalWriter.mjs', import.meta.url);

/** A batch is 200. */
const ORDERS = 500;

test('when the writer’s thread dies with a batch committed and others waiting, the next one writes each once', async () => {
  const path = join(folder, 'index.db');
  const options = {
    source: { name: 'SQLite', path },
    ...{
      hasPhoneSuffix: false,
      zones: new Map(),
      openMs: 0,
      finalMs: 0,
      retention: undefined,
      encryptionKey: undefined,
    },
  };
  const lives = new Int32Array(new SharedArrayBuffer(4));
  const thread = startThread({
    ...{ program: THREAD, name: 'mortal writer', data: { options, lives } },
    log: { info: () => {}, warn: () => {} },
  });
  const queue = createReplyQueue({ write: (tasks) => thread.call('write', tasks), log: recordingLog(), now: Date.now });
  const ids = Array.from({ length: ORDERS }, (_, at) => orderIdAt(at));
  for (const [at, orderId] of ids.entries()) queue.record(originAt(at), smallReply(VV_TOOL, orderId));
  await queue.flush();
  await queue.close(0);
  await thread.close();
  expect(lives[0]).toBe(2);
  const db = new Kysely<Tables>({ dialect: createSqliteEngine({ path }).createDialect('reader') });
  const rows = await db.selectFrom('orders').select('order_id').orderBy('order_id').execute();
  expect(rows.map(({ order_id }) => order_id)).toEqual(ids);
  const changes = await db.selectFrom('changes').select(['seq', 'order_id', 'kind']).orderBy('seq').execute();
  expect(changes).toEqual(ids.map((order_id, at) => ({ seq: at + 1, order_id, kind: 0 })));
  const rollups = await db.selectFrom('rollups').select('count').execute();
  expect(Math.max(...rollups.map(({ count }) => count))).toBe(ORDERS);
  await db.destroy();
});
