// Tests the index on a disk that is full: a little file system of the test's own, which only root may mount.
import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { shopOf, smallReply } from '../support/gateway.js';
import { TAOBAO_TOP } from '../support/gateways/taobaoTop.js';
import { lineStream } from '../support/lineStream.js';
import { type IndexedServer, startIndexedServer } from '../support/recordedIndex.js';
import { type StubGateway, startStubGateway } from '../support/stubGateway.js';

const { type: shop } = TAOBAO_TOP;
const BLOCK = Buffer.alloc(64 * 1024, 1);

const disk = mkdtempSync(join(tmpdir(), 'ordergraph-disk-'));
const filler = join(disk, 'filler');
const lines: string[] = [];
afterAll(() => rmdirSync(disk));

let gateway: StubGateway;
let server: IndexedServer;

/** Until it takes no more, to the byte. */
function fillDisk(): void {
  for (let block = BLOCK; block.length > 0; ) {
    try {
      appendFileSync(filler, block);
    } catch (error) {
      expect(error).toMatchObject({ code: 'ENOSPC' });
      block = block.subarray(0, block.length >> 1);
    }
  }
}

function record(from: number, end: number): void {
  for (let at = from; at < end; at++) {
    const orderId = String(4_200_000_000_000_000_000n + BigInt(at));
    server.index.record(
      {
        ...{ shop, orderId, gateway: 'TAOBAO_TOP', credential: 'account', subtrees: [] },
        ...{ status: 200, fetchedAt: Date.now() },
      },
      smallReply(TAOBAO_TOP, orderId),
    );
  }
}

const isRoot = process.getuid?.() === 0;

const count = () => server.index.count({ shops: [shop], filter: {}, limit: 10_000 });

// Whoever is not root may mount nothing: it is reported as not run.
(isRoot ? describe : describe.skip)('a full disk', () => {
  beforeAll(async () => {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', disk]);
    gateway = await startStubGateway();
    gateway.respondWith((request) => ({ body: smallReply(TAOBAO_TOP, TAOBAO_TOP.callOf(request).orderId) }));
    const settings = {
      shops: [shopOf(TAOBAO_TOP, gateway.url)],
      auth: { anonymous: { shops: ['*'], scopes: ['orders:read', 'pii:read'] } },
      cache: { maxBytes: 0 },
    };
    const logger = { level: 'info', stream: lineStream((line) => lines.push(line)) };
    server = await startIndexedServer(settings, { name: 'SQLite', path: join(disk, 'index.db') }, { logger });
  });
  afterAll(async () => {
    await server.close();
    await gateway.close();
    // Lazily: what is closed is let go of when the garbage collector comes by.
    execFileSync('umount', ['--lazy', disk]);
  });

  test('what is there can be read, orders are answered, and what waited is written once there is room', async () => {
    record(0, 200);
    await server.index.flush();
    fillDisk();
    record(200, 1_200);
    while (!lines.join('').includes('The order index cannot be written'))
      await new Promise((resolve) => setTimeout(resolve, 5));
    expect(lines.join('')).toMatch(/"reason":"SQLITE_FULL: [^"]*"/);
    expect((await count()).count).toBeGreaterThanOrEqual(200);
    const order = `{ order(shop: "${shop}", orderId: "4200000000000009999") { status } }`;
    expect((await server.query(order)).data).toEqual({ order: { status: 'AWAITING_SHIPMENT' } });
    rmSync(filler);
    await server.index.flush();
    expect(await count()).toEqual({ count: 1_201, precision: 'EXACT' });
    expect(lines.join('')).toContain('The order index works again');
  });
});
