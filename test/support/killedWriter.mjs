// Writes to an index until it is killed: says after each commit how many orders are committed. Started with where the
// index is, and the first order to write.
import { Kysely } from 'kysely';
import { createEngine } from '../../dist/orderIndex/engine/source.js';
import { record } from '../../dist/orderIndex/record/record.js';
import { migrate } from '../../dist/orderIndex/schema/index.js';

const [, , source, first] = process.argv;
const engine = await createEngine(JSON.parse(source));
const db = new Kysely({ dialect: engine.createDialect('writer') });
await migrate(db, engine);
const recorder = { db, engine, keys: undefined, openMs: 0, finalMs: 0, now: Date.now };
for (let next = Number(first); ; next += 20) {
  const updates = Array.from({ length: 20 }, (_nothing, at) => ({
    ...{ shop: 'mill', order_id: String(next + at), platform: 'TAOBAO', gateway: 'TAOBAO_TOP', view: 0 },
    ...{ source: 3, seenAt: 1, known: 2, marks: 0, people: [], productIds: ['p'] },
    values: { status: 4, status_code: 'X' },
  }));
  await record(recorder, updates);
  process.stdout.write(`${next + 20}\n`);
}
