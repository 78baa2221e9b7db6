// The tables, as both engines make them.
import { expect, test } from '@jest/globals';
import { Kysely } from 'kysely';
import { migrate } from '../../src/orderIndex/schema/index.js';
import { MISSING, type Tables } from '../../src/orderIndex/schema/tables.js';
import { describeEngines, orderRow } from '../support/indexEngines.js';

describeEngines('tables', (openIndex) => {
  test('A row is read as it was written, its instants and amounts exact', async () => {
    const { insert, db } = await openIndex();
    const row = orderRow({ created_at: 1_767_225_600_123, paid_at: MISSING, total: Number.MAX_SAFE_INTEGER });
    await insert(row);
    expect(await db.selectFrom('orders').selectAll().execute()).toEqual([row]);
  });

  test('Orders are counted in one roll-up of what they have in common', async () => {
    const { insert, db } = await openIndex();
    const created = { created_at: Date.UTC(2026, 2, 1, 17, 30), paid_at: MISSING };
    await insert({ ...created, total: 100 }, { ...created, total: 250 });
    await insert({ ...created, total: MISSING });
    const days = await db
      .selectFrom('rollups')
      .select(['basis', 'start', 'count', 'total'])
      .where('grain', '=', 1)
      .orderBy('basis')
      .execute();
    expect(days).toEqual([
      { basis: 0, start: Date.UTC(2026, 2, 1, 16), count: 3, total: 350 },
      { basis: 1, start: MISSING, count: 3, total: 350 },
    ]);
  });

  test('Ids are in the order of their bytes, whatever the database does with letters', async () => {
    const { insert, db } = await openIndex();
    await insert({ order_id: 'a1' }, { order_id: 'B1' }, { order_id: 'A-2' }, { order_id: 'A1' });
    const rows = await db.selectFrom('orders').select('order_id').orderBy('order_id').execute();
    expect(rows.map(({ order_id }) => order_id)).toEqual(['A-2', 'A1', 'B1', 'a1']);
  });

  test('Migrating what is up to date changes nothing', async () => {
    const { engine, writer, insert, db } = await openIndex();
    const [row] = await insert({});
    await migrate(writer, engine);
    const second = new Kysely<Tables>({ dialect: engine.createDialect('writer') });
    await migrate(second, engine);
    await second.destroy();
    expect(await db.selectFrom('orders').selectAll().execute()).toEqual([row]);
  });
});
