// `npm run bench:index`: how fast the order index answers, over invented orders, beside plain SQL of the same engine.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Kysely } from 'kysely';
import type { IndexLog } from '../../src/orderIndex/indexLog.js';
import { createReader } from '../../src/orderIndex/read/reader.js';
import { startReadingThreads } from '../../src/orderIndex/read/readingThreads.js';
import { migrate } from '../../src/orderIndex/schema/index.js';
import type { Tables } from '../../src/orderIndex/schema/tables.js';
import { DATABASES, type Database } from './databases.js';
import { fill, tokenOf } from './fill.js';
import { loopDelayOf, timesOf } from './measure.js';
import { questionsOf } from './questions.js';
import { serve } from './served.js';
import { recordingRate, subscriberDelay } from './writing.js';

const { values } = parseArgs({
  options: {
    engine: { type: 'string', default: 'sqlite,postgres' },
    rows: { type: 'string', default: '1000000' },
  },
});
const log: IndexLog = { info: console.error, warn: console.error };
const rows = Number(values.rows);
const names = values.engine.split(',').filter((name) => name in DATABASES) as (keyof typeof DATABASES)[];
if (!Number.isInteger(rows) || rows < 10_000 || names.length === 0)
  throw new Error('usage: npm run bench:index -- [--engine=sqlite,postgres] [--rows=1000000, at least 10000]');

const shown = (milliseconds: number): string => milliseconds.toFixed(milliseconds < 10 ? 2 : 0);
const line = (...cells: readonly string[]): void => console.log(`| ${cells.join(' | ')} |`);

for (const name of names) {
  const database = await DATABASES[name]();
  try {
    await measure(database);
  } finally {
    await database.close();
  }
}

async function measure(database: Database): Promise<void> {
  const { engine, source } = database;
  const writer = new Kysely<Tables>({ dialect: engine.createDialect('writer') });
  await migrate(writer, engine);
  const begun = performance.now();
  await fill(engine, writer, rows);
  console.log(`\n### ${engine.name}, ${rows} orders (filled in ${Math.round((performance.now() - begun) / 1000)} s)\n`);
  line('', 'p50 ms', 'p99 ms', 'plain SQL p50 ms', 'target ms');
  line('---', '---:', '---:', '---:', '---:');
  const db = new Kysely<Tables>({ dialect: engine.createDialect('reader') });
  const reader = createReader({
    ...{ engine, run: (query) => query(db) },
    termFor: async (_shop, _field, value) => tokenOf(Number(value)),
  });
  const questions = await questionsOf(db);
  for (const { name, target, ask, plain } of questions) {
    const times = await timesOf(() => ask(reader));
    const plainTimes = plain && (await timesOf(() => plain(db)));
    line(
      name,
      shown(times.p50),
      shown(times.p99),
      plainTimes ? shown(plainTimes.p50) : '',
      String(target?.[engine.name] ?? ''),
    );
  }
  const [first] = questions;
  // As the program reads: from another thread than the one that answers.
  const threads = startReadingThreads({ source, encryptionKey: undefined, log });
  if (first !== undefined) {
    const times = await timesOf(() => first.ask(threads.reader));
    line(`${first.name}, as the answering thread has it`, shown(times.p50), shown(times.p99), '', '');
    const delay = await loopDelayOf(() => first.ask(threads.reader), 50, 5);
    line('event loop, 50 lists a second', '', shown(delay), '', engine.name === 'SQLite' ? '2' : '1');
  }
  const delay = await subscriberDelay(engine, writer, threads.reader);
  line('change to subscriber, p50 and p95', shown(delay.p50), shown(delay.p95), '', '300');
  await threads.close();
  const rate = await recordingRate(engine, writer, rows);
  line('recorded a second, one in five changed', String(Math.round(rate)), '', '', 'at least 5000');
  await db.destroy();
  await writer.destroy();
  const folder = mkdtempSync(join(tmpdir(), 'ordergraph-bench-'));
  const served = await serve(database, folder).finally(() => rmSync(folder, { recursive: true, force: true }));
  const isFile = engine.name === 'SQLite';
  line(
    'list 50 as an answer over HTTP',
    shown(served.answer.p50),
    shown(served.answer.p99),
    '',
    isFile ? '2 / 10' : '4 / 15',
  );
  line('start beyond that without it', shown(served.startMs - served.startWithoutMs), '', '', '100');
  line(
    'memory beyond that without it, MB',
    shown(served.memoryMb - served.memoryWithoutMb),
    '',
    '',
    isFile ? '80' : '20',
  );
}
