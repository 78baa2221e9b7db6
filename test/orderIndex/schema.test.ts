// The tables, as both engines make them.
import { expect, test } from '@jest/globals';
import { Kysely, sql } from 'kysely';
import { LaterSchemaError, migrate, pendingMigrations } from '../../src/orderIndex/schema/index.js';
import { MISSING, type OrderRow, type Tables } from '../../src/orderIndex/schema/tables.js';
import type { OrderFilter } from '../../src/orderIndex/types.js';
import { startWriter } from '../../src/orderIndex/writer/writer.js';
import { describeEngines, openSqliteIndex, orderRow } from '../support/indexEngines.js';

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

  test('What a process of the version before writes beside this one stands, with nothing said of shipping', async () => {
    const { insert, writer, engine } = await openIndex();
    const deadline = Date.UTC(2026, 4, 2);
    const [known] = await insert({ ship_by: deadline, fulfillment: 2, overdue_risk: 2, may_ship: 2 });
    const { ship_by: _by, fulfillment: _is, overdue_risk: _risk, may_ship: _may, ...older } = orderRow({ status: 6 });
    // It has read whole rows, and writes what it knows of them in one statement with those that are new.
    await engine.write(writer, async (transaction) => {
      await transaction
        .insertInto('orders')
        .values([{ ...(known as OrderRow), status: 6 }, older as OrderRow])
        .onConflict((conflict) =>
          conflict.columns(['shop', 'order_id']).doUpdateSet(({ ref }) => ({ status: ref('excluded.status') })),
        )
        .execute();
    });
    const rows = await writer.selectFrom('orders').selectAll().orderBy('order_id').execute();
    expect(rows).toEqual([
      { ...known, status: 6 },
      { ...older, ship_by: MISSING, fulfillment: 0, overdue_risk: 0, may_ship: 0 },
    ]);
  });

  test('Rows of tables that knew nothing of shipping are read, sorted and filtered after the migration', async () => {
    const { writer, engine, insert, reader, db } = await openIndex();
    const [row] = await insert({ known: 0x7fff });
    await writer.schema.dropIndex('orders_ship_by').execute();
    for (const name of ['ship_by', 'fulfillment', 'overdue_risk', 'may_ship'])
      await writer.schema.alterTable('orders').dropColumn(name).execute();
    await sql`delete from kysely_migration where name = '005-shipping'`.execute(writer);
    expect(await migrate(writer, engine)).toEqual(['005-shipping']);
    expect(await db.selectFrom('orders').selectAll().execute()).toEqual([row]);
    const list = (filter: OrderFilter) =>
      reader.list({
        ...{ shops: ['flagship'], filter, page: { first: 9 } },
        sort: { key: 'SHIP_BY', direction: 'ASC' },
      });
    const { edges } = await list({});
    expect(edges.map(({ order }) => [order.orderId, order.shipBy, order.mayShip, order.fulfillmentStatus])).toEqual([
      [row?.order_id, null, null, 'UNKNOWN'],
    ]);
    expect((await list({ mayShip: false })).edges).toEqual([]);
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

  test('What a later version has migrated is used on by whoever has it open, and refused by name to whoever opens it', async () => {
    const { engine, writer, insert, change, reader } = await openIndex();
    const [before] = await insert({});
    const newer = new Kysely<Tables>({ dialect: engine.createDialect('writer') });
    await newer.schema
      .alterTable('orders')
      .addColumn('later', 'bigint', (column) => column.notNull().defaultTo(7))
      .execute();
    await newer.schema.createTable('later_things').addColumn('name', engine.types.text).execute();
    await sql`insert into kysely_migration (name, timestamp) values ('999-later', '2030-01-01')`.execute(newer);

    const [after] = await insert({});
    await change({});
    const { count } = await reader.count({ shops: ['flagship'], filter: {}, limit: 10 });
    expect([before, after].map((row) => row?.shop)).toEqual(['flagship', 'flagship']);
    expect(count).toBe(2);
    expect(await writer.selectFrom('changes').select('shop').execute()).toHaveLength(1);

    for (const opening of [migrate, pendingMigrations])
      await expect(opening(newer, engine)).rejects.toEqual(new LaterSchemaError(['999-later']));
    await newer.destroy();
  });
});

test('a process that meets tables of a later version says so in the log, and leaves them alone', async () => {
  const { engine, writer, place, close } = await openSqliteIndex();
  await sql`insert into kysely_migration (name, timestamp) values ('999-later', '2030-01-01')`.execute(writer);
  const lines: unknown[] = [];
  const started = startWriter(
    {
      ...{
        source: { name: 'SQLite', path: place },
        encryptionKey: undefined,
        hasPhoneSuffix: false,
        tokenKey: undefined,
      },
      ...{ zones: new Map(), openMs: 1, finalMs: 1, retention: undefined },
    },
    { info: () => {}, warn: (details) => void lines.push(details) },
    Date.now,
  );
  await started.tried;
  await expect(started.sync.dueShops(0)).rejects.toThrow(
    'a later version of OrderGraph has changed the tables (999-later)',
  );
  expect(lines).toEqual([{ reason: expect.stringContaining('a later version of OrderGraph has changed the tables') }]);
  await started.close();
  expect(await writer.selectFrom('orders').selectAll().execute()).toEqual([]);
  await engine.close();
  await close();
});
