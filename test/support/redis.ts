// A real Redis of a test's own, in a folder of its own: it can be killed and started again on the same port.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { freePort } from './freePort.js';

export interface TestRedis {
  readonly url: string;
  /** A connection for looking at what is stored; it waits while Redis is away. */
  readonly client: Redis;
  /** Stops it where it is: connections stay open, and nothing is answered until it is woken. */
  readonly hang: () => void;
  readonly wake: () => void;
  /** kill -9: it forgets everything. */
  readonly kill: () => Promise<void>;
  readonly start: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function startRedis(): Promise<TestRedis> {
  const folder = mkdtempSync(join(tmpdir(), 'ordergraph-redis-'));
  const port = await freePort();
  let server: ChildProcess | undefined;

  async function start(): Promise<void> {
    const place = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder];
    const started = spawn('redis-server', [...place, '--save', '', '--appendonly', 'no']);
    server = started;
    let said = '';
    for await (const chunk of started.stdout) {
      said += String(chunk);
      if (said.includes('Ready to accept connections')) return;
    }
    throw new Error(`Redis did not start: ${said}`);
  }

  async function kill(): Promise<void> {
    if (server === undefined || server.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, 'exit');
    server.kill('SIGKILL');
    await ended;
  }

  await start();
  const url = `redis://127.0.0.1:${port}`;
  const client = new Redis(url);
  client.on('error', () => {});
  return {
    url,
    client,
    hang: () => void server?.kill('SIGSTOP'),
    wake: () => void server?.kill('SIGCONT'),
    kill,
    start,
    async close() {
      client.disconnect();
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
