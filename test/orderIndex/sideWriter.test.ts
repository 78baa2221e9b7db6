// Tests writers beside each other in one SQLite file: the one on the answering thread keeps nobody waiting.
import { expect, test } from '@jest/globals';
import { Kysely, sql } from 'kysely';
import type { Tables } from '../../src/orderIndex/schema/tables.js';
import { describeEngines } from '../support/indexEngines.js';

describeEngines('writers', (openIndex) => {
  test('a side writer waits for another’s transaction while the event loop goes on', async () => {
    const { engine, writer } = await openIndex();
    const side = new Kysely<Tables>({ dialect: engine.createDialect('sideWriter') });
    const order: string[] = [];
    let begin = (): void => {};
    const isBegun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    let end = (): void => {};
    const isEnded = new Promise<void>((resolve) => {
      end = resolve;
    });
    const first = engine.write(writer, async (transaction) => {
      await sql`select 1`.execute(transaction);
      begin();
      await isEnded;
      order.push('first');
    });
    // Each has a connection of its own to open, and which is open first is chance.
    await isBegun;
    const second = engine.write(side, async (transaction) => {
      order.push('second');
      await transaction.insertInto('counters').values({ name: 'one', value: 1 }).execute();
    });
    // These turns would not come while SQLite itself waited.
    for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(order).toEqual([]);
    end();
    await Promise.all([first, second]);
    expect(order).toEqual(['first', 'second']);
    expect(await side.selectFrom('counters').selectAll().where('name', '=', 'one').execute()).toHaveLength(1);
    await side.destroy();
  });
});
