// Tests what becomes of an order's row as replies tell of it, on both engines.
import { beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { OrderStatus } from '../../../src/order/enums.js';
import {
  ASPECTS,
  type Aspect,
  bitsOf,
  CHANGE_KINDS,
  FIELD_GROUPS,
  hasBit,
  MARKS,
  type Source,
  STATUSES,
} from '../../../src/orderIndex/codes.js';
import { decodeState } from '../../../src/orderIndex/orderState.js';
import { type Recorder, record } from '../../../src/orderIndex/record/record.js';
import { MISSING, type OrderRow } from '../../../src/orderIndex/schema/tables.js';
import { bytesOf } from '../../../src/orderIndex/statements.js';
import { describeEngines, type TestIndex } from '../../support/indexEngines.js';
import {
  countedRollups,
  inOrder,
  MINUTE,
  recordEach,
  recorderOf,
  rowOf,
  T0,
  type Told,
  told,
} from '../../support/orderUpdates.js';

const statusOf = (row: OrderRow | undefined): string | undefined => row && STATUSES[row.status];

describeEngines('recording', (openIndex) => {
  let index: TestIndex;
  let recorder: Recorder;
  beforeAll(async () => {
    index = await openIndex();
    recorder = recorderOf(index);
  });

  let orders = 0;
  /** Records replies of an order of their own, and returns its row. */
  async function after(...replies: readonly Told[]): Promise<OrderRow> {
    orders += 1;
    const orderId = `order-${orders}`;
    await recordEach(recorder, ...replies.map((reply) => told({ ...reply, orderId })));
    return (await rowOf(index.db, orderId)) as OrderRow;
  }

  const changesOf = (orderId: string) =>
    index.db.selectFrom('changes').selectAll().where('order_id', '=', orderId).orderBy('seq').execute();

  const aspectsIn = (bits: number): readonly Aspect[] => ASPECTS.filter((aspect) => hasBit(ASPECTS, bits, aspect));

  test('what was modified later stands over what was modified earlier, whichever came first', async () => {
    const older: Told = { modified: 1, seen: 9, status: 'AWAITING_PAYMENT' };
    const newer: Told = { modified: 2, seen: 3, status: 'SHIPPED' };
    expect(statusOf(await after(older, newer))).toBe('SHIPPED');
    expect(statusOf(await after(newer, older))).toBe('SHIPPED');
  });

  test('where one of two replies does not say when the order was modified, the one that was seen later stands', async () => {
    expect(statusOf(await after({ seen: 1, status: 'SHIPPED' }, { seen: 2, status: 'COMPLETED' }))).toBe('COMPLETED');
    expect(statusOf(await after({ seen: 2, modified: 1, status: 'SHIPPED' }, { seen: 1, status: 'ON_HOLD' }))).toBe(
      'SHIPPED',
    );
  });

  test('of two replies that differ and were modified at once, the one that was seen later stands', async () => {
    const [first, second]: readonly Told[] = [
      { modified: 1, seen: 1, status: 'AWAITING_SHIPMENT' },
      { modified: 1, seen: 2, status: 'SHIPPED' },
    ];
    expect(statusOf(await after(first as Told, second as Told))).toBe('SHIPPED');
    expect(statusOf(await after(second as Told, first as Told))).toBe('SHIPPED');
  });

  test('what a reply does not tell of, or tells empty, keeps what it was', async () => {
    const row = await after(
      {
        seen: 1,
        status: 'AWAITING_SHIPMENT',
        values: { out_order_id: 'own', paid_at: T0, currency: 'CNY', total: 615, amount: '6.15' },
      },
      { seen: 2, status: 'SHIPPED' },
    );
    expect(row).toMatchObject({ out_order_id: 'own', paid_at: T0, currency: 'CNY', total: 615, amount: '6.15' });
    expect(statusOf(row)).toBe('SHIPPED');
  });

  test('an older reply adds what nothing is known of, and nothing else', async () => {
    const row = await after(
      { modified: 2, seen: 2, status: 'SHIPPED' },
      { modified: 1, seen: 1, status: 'AWAITING_PAYMENT', values: { out_order_id: 'own' } },
    );
    expect([statusOf(row), row.out_order_id]).toEqual(['SHIPPED', 'own']);
  });

  test('a list stands over a detail only where it was modified later', async () => {
    const detail: Told = { modified: 5, seen: 1, source: 'DETAIL', status: 'AWAITING_SHIPMENT' };
    expect(statusOf(await after(detail, { modified: 5, seen: 2, source: 'LIST', status: 'ON_HOLD' }))).toBe(
      'AWAITING_SHIPMENT',
    );
    expect(statusOf(await after(detail, { seen: 2, source: 'LIST', status: 'ON_HOLD' }))).toBe('AWAITING_SHIPMENT');
    expect(statusOf(await after(detail, { modified: 6, seen: 2, source: 'LIST', status: 'SHIPPED' }))).toBe('SHIPPED');
  });

  test.each<[Source, OrderStatus]>([
    ['IMPORT', 'COMPLETED'],
    ['LIST', 'COMPLETED'],
    ['DETAIL', 'SHIPPED'],
  ])('an order that is over is open again after %s says so: then it is %s', async (source, status) => {
    const over: Told = { modified: 1, seen: 1, source: 'LIST', status: 'COMPLETED' };
    expect(statusOf(await after(over, { modified: 2, seen: 2, source, status: 'SHIPPED' }))).toBe(status);
  });

  test('an order that is over may be over in another way', async () => {
    const over: Told = { seen: 1, source: 'LIST', status: 'COMPLETED' };
    expect(statusOf(await after(over, { seen: 2, source: 'LIST', status: 'CLOSED' }))).toBe('CLOSED');
  });

  test('an equal reply changes nothing, and when it was seen is written once an hour', async () => {
    const reply: Told = { modified: 1, seen: 0, status: 'SHIPPED', more: { productIds: ['p', 'q'] } };
    const first = await after(reply);
    const again = { ...reply, orderId: first.order_id, more: { productIds: ['q', 'p'] } };
    await recordEach(recorder, told({ ...again, seen: 59 }));
    expect(await rowOf(index.db, first.order_id)).toEqual(first);
    await recordEach(recorder, told({ ...again, seen: 60 }));
    expect(await rowOf(index.db, first.order_id)).toEqual({ ...first, seen_at: T0 + 3_600_000 });
    expect(await changesOf(first.order_id)).toHaveLength(1);
  });

  test('several replies of one order in one batch are recorded one after the other', async () => {
    const steps: readonly OrderStatus[] = ['AWAITING_PAYMENT', 'AWAITING_SHIPMENT', 'SHIPPED'];
    await record(
      recorder,
      steps.map((status, seen) => told({ orderId: 'several', seen, status })),
    );
    const states = (await changesOf('several')).map(({ before, after: now }) =>
      [before, now].map((text) => text && decodeState(text).status),
    );
    expect(states).toEqual([
      [null, 'AWAITING_PAYMENT'],
      ['AWAITING_PAYMENT', 'AWAITING_SHIPMENT'],
      ['AWAITING_SHIPMENT', 'SHIPPED'],
    ]);
  });

  test('a change says of what kind it is and what it is about', async () => {
    const row = await after(
      { seen: 1, status: 'AWAITING_PAYMENT' },
      { seen: 2, status: 'AWAITING_SHIPMENT', payment: 'PAID', values: { paid_at: T0 } },
      { seen: 3, values: { currency: 'CNY', total: 5, amount: '0.05' } },
      { seen: 4, modified: 4 },
      { seen: 5, modified: 5, values: { flag: '2' } },
    );
    const changes = await changesOf(row.order_id);
    expect(changes.map(({ kind }) => CHANGE_KINDS[kind])).toEqual(['CREATED', ...Array(4).fill('UPDATED')]);
    expect(changes.map(({ aspects }) => aspectsIn(aspects))).toEqual([
      ['STATUS'],
      ['STATUS', 'PAYMENT', 'TIMES'],
      ['TOTAL'],
      ['OTHER'],
      ['OTHER'],
    ]);
    expect(row.seq).toBe(changes.at(-1)?.seq);
  });

  test('an order is marked as held back while its status or a reason says so', async () => {
    const isHeld = (row: OrderRow): boolean => hasBit(MARKS, row.marks, 'ON_HOLD');
    expect(isHeld(await after({ seen: 1, status: 'ON_HOLD' }))).toBe(true);
    expect(isHeld(await after({ seen: 1, status: 'ON_HOLD' }, { seen: 2, status: 'SHIPPED' }))).toBe(false);
    const named: Told = { seen: 1, status: 'AWAITING_SHIPMENT', more: { isHeld: true } };
    expect(isHeld(await after(named))).toBe(true);
    expect(isHeld(await after(named, { seen: 2, status: 'AWAITING_SHIPMENT' }))).toBe(true);
    expect(isHeld(await after(named, { seen: 2, more: { isHeld: false } }))).toBe(false);
  });

  test('until when an order is to be shipped stands while it stands where it did, and is not known once it moved on', async () => {
    const shipping = bitsOf(FIELD_GROUPS, ['status', 'shipBy', 'fulfillment']);
    const due = { ship_by: T0 + MINUTE, fulfillment: 2, overdue_risk: 2, may_ship: 2 };
    const first: Told = { modified: 1, status: 'AWAITING_SHIPMENT', values: due, more: { known: shipping } };
    const same: Told = { modified: 2, status: 'AWAITING_SHIPMENT', source: 'LIST' };
    expect(await after(first, same)).toMatchObject({ ...due, known: shipping });
    const sent: Told = { modified: 3, status: 'SHIPPED', source: 'LIST' };
    const nothing = { ship_by: MISSING, fulfillment: 0, overdue_risk: 0, may_ship: 0 };
    expect(await after(first, sent)).toMatchObject({ ...nothing, known: bitsOf(FIELD_GROUPS, ['status']) });
    const closed = { fulfillment: 6, may_ship: 1, ship_by: MISSING };
    const detail: Told = { modified: 3, status: 'SHIPPED', values: closed, more: { known: shipping } };
    expect(await after(first, sent, detail)).toMatchObject({ ...closed, known: shipping });
  });

  test('products are replaced, and stay where a reply names none', async () => {
    const productsOf = async (row: OrderRow) =>
      (await index.db.selectFrom('products').select('product_id').where('order_id', '=', row.order_id).execute())
        .map(({ product_id }) => product_id)
        .sort();
    const replies: readonly Told[] = [
      { seen: 1, more: { productIds: ['a', 'b'] } },
      { seen: 2, more: { productIds: ['b', 'c'] } },
    ];
    expect(await productsOf(await after(...replies))).toEqual(['b', 'c']);
    expect(await productsOf(await after(...replies, { seen: 3, more: { productIds: [] } }))).toEqual(['b', 'c']);
    expect(
      await productsOf(await after({ seen: 3, status: 'SHIPPED' }, { seen: 1, more: { productIds: ['a'] } })),
    ).toEqual(['a']);
  });

  test('tokens of one field are replaced, and those of others stay', async () => {
    const row = await after(
      {
        seen: 1,
        more: {
          people: [
            { field: 'COUNTERPART', value: 'tom' },
            { field: 'PHONE', value: '13800138000' },
          ],
        },
      },
      { seen: 2, more: { people: [{ field: 'PHONE', value: '13900139000' }] } },
    );
    const terms = await index.db.selectFrom('terms').select('term').where('order_id', '=', row.order_id).execute();
    const key = await recorder.keys?.find(index.db, 'flagship');
    const expected = [key?.tokenOf('COUNTERPART', 'Tom'), key?.tokenOf('PHONE', '+86 139 0013 9000')];
    expect(terms.map(({ term }) => bytesOf(term).toString('hex')).sort()).toEqual(
      expected.map((term) => term?.toString('hex')).sort(),
    );
  });

  test('where the settings name no key, neither tokens nor keys are stored', async () => {
    const other = await openIndex();
    const people = [{ field: 'PHONE' as const, value: '13800138000' }];
    await record(recorderOf(other, { keys: undefined }), [told({ status: 'SHIPPED', more: { people } })]);
    const counts = ['terms', 'shop_keys', 'documents'] as const;
    for (const table of counts) expect(await other.db.selectFrom(table).selectAll().execute()).toEqual([]);
    expect(statusOf(await rowOf(other.db))).toBe('SHIPPED');
  });
});

const arbitraryReply = fc.record({
  orderId: fc.constantFrom('1', '2', '3'),
  shop: fc.constantFrom('mill', 'depot'),
  source: fc.constantFrom<Source>('DETAIL', 'LIST', 'IMPORT'),
  seen: fc.integer({ min: 0, max: 4000 }),
  modified: fc.option(fc.integer({ min: 0, max: 4000 }), { nil: undefined }),
  status: fc.option(fc.constantFrom(...STATUSES), { nil: undefined }),
  payment: fc.constantFrom(undefined, 'UNPAID' as const, 'PAID' as const),
  values: fc.record(
    {
      created_at: fc.integer({ min: 0, max: 4000 }).map((minutes) => T0 + minutes * 60_000),
      paid_at: fc.integer({ min: 0, max: 4000 }).map((minutes) => T0 + minutes * 60_000),
      flag: fc.constantFrom('1', '2'),
    },
    { requiredKeys: [] },
  ),
  money: fc.constantFrom(
    {},
    { currency: 'CNY', total: 615, amount: '6.15' },
    { currency: 'USD', total: 100, amount: '1.00' },
  ),
  more: fc.record({ productIds: fc.subarray(['p', 'q', 'r']) }, { requiredKeys: [] }),
});

describeEngines('whatever is recorded', (openIndex) => {
  test('roll-ups are what counting gives, replayed changes are the rows, and cursors rise', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(arbitraryReply, { minLength: 1, maxLength: 4 }), { maxLength: 6 }),
        async (batches) => {
          const index = await openIndex();
          const recorder = recorderOf(index);
          for (const batch of batches) {
            await record(
              recorder,
              batch.map(({ values, money, ...said }) => told({ ...said, values: { ...values, ...money } })),
            );
            const rows = await index.db.selectFrom('orders').selectAll().execute();
            expect(inOrder(await index.db.selectFrom('rollups').selectAll().execute())).toEqual(countedRollups(rows));
          }
          const changes = await index.db.selectFrom('changes').selectAll().orderBy('seq').execute();
          const replayed = new Map(changes.map(({ shop, order_id, after }) => [`${shop} ${order_id}`, after]));
          const rows = await index.db.selectFrom('orders').selectAll().execute();
          expect(replayed).toEqual(
            new Map(rows.map((row) => [`${row.shop} ${row.order_id}`, expect.stringContaining(stateIn(row))])),
          );
          expect(changes.map(({ seq }) => seq)).toEqual(changes.map((_change, at) => at + 1));
        },
      ),
      { numRuns: 12 },
    );
  });

  const stateIn = (row: OrderRow): string =>
    JSON.stringify([row.status, row.payment, row.shipping, row.refund, row.currency, row.amount]);
});
