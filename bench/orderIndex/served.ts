// The program itself over the filled index: whole answers over HTTP, its start and its memory.
import { writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Program, startProgram } from '../programs.js';
import type { Database } from './databases.js';
import { SHOPS } from './fill.js';
import { PROGRAM_ROUNDS, type Times, timesOf } from './measure.js';

const MAIN = fileURLToPath(new URL('../../src/main.js', import.meta.url));

const QUERY = `query List($shops: [ID!]) {
  orderSearch(where: { shops: $shops }, first: 50) {
    edges { cursor node { id orderId status paymentStatus shippingStatus createdAt paidAt totals { total { amount currencyCode } } } }
    pageInfo { hasNextPage endCursor }
  }
}`;

export interface Served {
  readonly answer: Times;
  readonly startMs: number;
  readonly startWithoutMs: number;
  readonly memoryMb: number;
  readonly memoryWithoutMb: number;
}

/** @param folder where the settings are written */
export async function serve({ source }: Database, folder: string): Promise<Served> {
  const database: Readonly<Record<string, string>> = source.name === 'SQLite' ? {} : { DATABASE_URL: source.url };
  const without = await start(folder, false, {});
  const withIndex = await start(
    folder,
    source.name === 'SQLite' ? { path: source.path, keepDays: 0, changeDays: 0 } : { keepDays: 0 },
    database,
  );
  try {
    const url = new URL('/graphql', withIndex.program.url);
    await untilReadable(url);
    const answer = await timesOf(() => ask(url), PROGRAM_ROUNDS);
    // Answering takes memory too, whatever is answered.
    await timesOf(
      () => send(new URL('/graphql', without.program.url), { query: '{ shops { id name gateways { type } } }' }),
      PROGRAM_ROUNDS,
    );
    return {
      answer,
      startMs: withIndex.startMs,
      startWithoutMs: without.startMs,
      memoryMb: withIndex.program.residentMb(),
      memoryWithoutMb: without.program.residentMb(),
    };
  } finally {
    await without.program.stop();
    await withIndex.program.stop();
  }
}

async function start(
  folder: string,
  index: unknown,
  environment: Readonly<Record<string, string>>,
): Promise<{ readonly program: Program; readonly startMs: number }> {
  const config = `${folder}/settings.yaml`;
  const gateway = { type: 'VV_TOOL', url: 'http://127.0.0.1:9', shopId: '1', accessToken: 'token' };
  const shops = SHOPS.map((id) => ({ id, name: id, gateways: [gateway] }));
  writeFileSync(config, JSON.stringify({ shops, index }));
  const begun = performance.now();
  const program = await startProgram(
    { node: [MAIN], environment: { PORT: '0', ORDERGRAPH_CONFIG: config, LOG_LEVEL: 'info', ...environment } },
    'anywhere',
  );
  return { program, startMs: performance.now() - begun };
}

/** The index opens behind the program's start. */
async function untilReadable(url: URL): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ask(url);
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
      await sleep(100);
    }
  }
}

const ATTEMPTS = 100;

async function ask(url: URL): Promise<void> {
  const { data, errors } = (await send(url, { query: QUERY, variables: { shops: [SHOPS[7]] } })) as {
    readonly data?: { readonly orderSearch?: { readonly edges: readonly unknown[] } };
    readonly errors?: readonly unknown[];
  };
  if (data?.orderSearch?.edges.length !== 50) throw new Error(`No list: ${JSON.stringify(errors)}`);
}

async function send(url: URL, body: object): Promise<unknown> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  return response.json();
}
