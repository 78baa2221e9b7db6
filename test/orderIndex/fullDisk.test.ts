// Tests the built program where its files cannot grow, as on a disk that is full: the kernel refuses whatever goes beyond a
// limit, which anybody may set for a process of their own.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { shopOf, smallReply } from '../support/gateway.js';
import { TAOBAO_TOP } from '../support/gateways/taobaoTop.js';
import { type Program, startProgram } from '../support/program.js';
import { sendQuery } from '../support/sendQuery.js';
import { type StubGateway, startStubGateway } from '../support/stubGateway.js';

const { type: shop } = TAOBAO_TOP;
const folder = mkdtempSync(join(tmpdir(), 'ordergraph-disk-'));
const path = join(folder, 'index.db');

let gateway: StubGateway;
let program: Program;
let url: string;

beforeAll(async () => {
  gateway = await startStubGateway();
  gateway.respondWith((request) => ({ body: smallReply(TAOBAO_TOP, TAOBAO_TOP.callOf(request).orderId) }));
  const config = join(folder, 'settings.yaml');
  writeFileSync(config, JSON.stringify({ shops: [shopOf(TAOBAO_TOP, gateway.url)], index: { path } }));
  program = startProgram({ ORDERGRAPH_CONFIG: config });
  url = await program.url;
});
afterAll(async () => {
  await program.stop();
  await gateway.close();
  rmSync(folder, { recursive: true });
});

/** How large a file of the program may become. */
const limitFiles = (bytes: number | 'unlimited'): void => {
  execFileSync('prlimit', [`--pid=${program.pid}`, `--fsize=${bytes}:`]);
};

/** Asks for orders, which the program then records. */
async function read(from: number, count: number): Promise<void> {
  const refs = Array.from({ length: count }, (_, at) => ({
    shop,
    orderId: String(4_200_000_000_000_000_000n + BigInt(from + at)),
  }));
  const { data, errors } = await sendQuery(url, 'query($refs: [OrderRef!]!) { orders(refs: $refs) { status } }', {
    variables: { refs },
  });
  expect(errors ?? []).toEqual([]);
  expect(data?.orders).toEqual(refs.map(() => ({ status: 'AWAITING_SHIPMENT' })));
}

async function countIs(count: number): Promise<boolean> {
  const { data } = await sendQuery(url, '{ orderCount { count } }');
  return JSON.stringify(data) === JSON.stringify({ orderCount: { count } });
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await pause(100);
}

test('where no file can grow what is there can be read, orders are answered, and what waited is written afterwards', async () => {
  await read(0, 100);
  await until(() => countIs(100));
  limitFiles(Math.max(...[path, `${path}-wal`].map((file) => statSync(file).size)));
  for (let from = 100; !program.output().includes('The order index cannot be written'); from += 100)
    await read(from, 100);
  expect(program.output()).toMatch(/"reason":"SQLITE_(FULL|IOERR\w*): [^"]*"/);
  expect((await sendQuery(url, '{ orderSearch(first: 1, indexOnly: true) { nodes { status } } }')).data).toEqual({
    orderSearch: { nodes: [{ status: 'AWAITING_SHIPMENT' }] },
  });
  limitFiles('unlimited');
  await until(() => program.output().includes('The order index works again'));
  const asked = gateway.take().length;
  await until(() => countIs(asked));
});
