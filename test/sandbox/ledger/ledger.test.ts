// Tests the ledger: what lists and details show of its orders as the clock goes on, and what each platform's list allows.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Gateway } from '../../../src/order/enums.js';
import { DAY, HOUR, type ListQuery, MINUTE } from '../../../src/platforms/orderList.js';
import type { Chaos } from '../../../src/sandbox/ledger/chaos.js';
import { createDemoLedger } from '../../../src/sandbox/ledger/index.js';
import type { Ledger } from '../../../src/sandbox/ledger/ledger.js';
import type { LedgerShop } from '../../../src/sandbox/ledger/shop.js';
import { type Sandbox, startSandbox } from '../../../src/sandbox/server.js';
import { type ListedShop, listedShop } from '../../support/ledgerShops.js';

const FROM = Date.parse('2026-10-30T00:00:00Z');
const TO = FROM + 3 * DAY;
const LISTED = ['FW199', 'TAOBAO_TOP', 'ALIEXPRESS_QIMEN', 'ALIBABA_1688'] as const satisfies readonly Gateway[];

let clock = FROM + 2 * DAY;
const now = (): number => clock;

const ledgerWith = (chaos: Partial<Chaos> = {}, orders = 120): Ledger => {
  const made = createDemoLedger({ now, seed: 7, chaos });
  made.add({ orders, from: FROM, to: TO });
  return made;
};
const shopIn = (of: Ledger, gateway: Gateway): LedgerShop => {
  const found = of.shopOf(gateway);
  if (found === undefined) throw new Error(`no shop of ${gateway}`);
  return found;
};
const idsOf = (rows: readonly { readonly orderId: string }[]): readonly string[] =>
  [...new Set(rows.map(({ orderId }) => orderId))].sort();

let ledger: Ledger;
let sandbox: Sandbox;
beforeAll(async () => {
  ledger = ledgerWith();
  sandbox = await startSandbox({ ledger });
});
afterAll(() => sandbox.close());

const shop = (gateway: Gateway): ListedShop => listedShop(gateway, sandbox.url, now);

describe.each(LISTED)('the list of %s', (gateway) => {
  test('has every order by when it was created, and each as its detail is at the same moment', async () => {
    const { walk, list, detail, read, compiled } = shop(gateway);
    const rows = [];
    for (let from = FROM; from < clock; from += DAY) rows.push(...(await walk(list.fill, from, from + DAY)));
    const truth = shopIn(ledger, gateway).orders();
    expect(truth.length).toBeGreaterThan(60);
    expect(idsOf(rows)).toEqual(idsOf(truth.map(({ order }) => order)));
    for (const { orderId, document } of rows.slice(0, 12)) {
      const [row, whole] = [read(document), read(await detail(orderId))];
      const told = [
        'status',
        'paymentStatus',
        'shippingStatus',
        'createdAt',
        'paidAt',
        'modifiedAt',
        'refundStatus',
      ].filter((field) => compiled.isInRow({ [field]: {} }, 'FULL'));
      expect(told).toEqual(expect.arrayContaining(['status', 'paymentStatus', 'createdAt']));
      for (const field of told) expect(row[field as 'status']).toEqual(whole[field as 'status']);
      expect(row.totals?.total).toEqual(whole.totals?.total);
      expect(row.items?.map(({ productId }) => productId)).toEqual(whole.items?.map(({ productId }) => productId));
    }
  });

  test('has in its windows by modification whatever changed, and nothing else', async () => {
    const { walk, list } = shop(gateway);
    const { windowMs } = list.steady;
    const found = new Set<string>();
    for (let from = clock - 6 * HOUR; from < clock; from += windowMs) {
      for (const { orderId } of await walk(list.steady, from, Math.min(from + windowMs, clock))) found.add(orderId);
    }
    const changed = shopIn(ledger, gateway)
      .orders()
      .filter(({ state }) => state.modifiedAt >= clock - 6 * HOUR);
    expect(changed.length).toBeGreaterThan(5);
    expect([...found].sort()).toEqual(idsOf(changed.map(({ order }) => order)));
  });
});

describe('the rules of a platform', () => {
  const query = (gateway: Gateway, more: Partial<ListQuery> = {}): ListQuery => {
    const [pass] = shop(gateway).list.fill.passes;
    const window = { basis: 'CREATED', from: new Date(FROM), to: new Date(FROM + DAY) } as const;
    return { ...window, pass, page: 1, pageSize: 20, rows: 'FULL', purpose: 'PAGE', ...more };
  };
  const refusalOf = async (gateway: Gateway, more: Partial<ListQuery>): Promise<unknown> =>
    shop(gateway)
      .page(query(gateway, more))
      .catch((fault: unknown) => fault);

  test.each([
    ['TAOBAO_TOP', { pageSize: 101 }],
    ['TAOBAO_TOP', { page: 0 }],
    ['TAOBAO_TOP', { basis: 'MODIFIED', from: new Date(FROM), to: new Date(FROM + DAY + 1000) }],
    ['ALIEXPRESS_QIMEN', { pageSize: 51 }],
    ['ALIBABA_1688', { pageSize: 21 }],
    ['FW199', { pageSize: 51 }],
  ] as const)('%s refuses %j', async (gateway, more) => {
    expect(await refusalOf(gateway, more)).toMatchObject({ code: 'UPSTREAM_BAD_REQUEST' });
  });

  test('Taobao has trades of other than five types only where their type is named', async () => {
    const { request, post } = shop('TAOBAO_TOP');
    const named = await shop('TAOBAO_TOP').page(query('TAOBAO_TOP', { purpose: 'COUNT' }));
    const { url, headers, body } = request(query('TAOBAO_TOP', { purpose: 'COUNT' }));
    const form = new URLSearchParams(body);
    form.delete('type');
    // It is signed wrongly now: a type that is left out shows by its own list of them alone.
    const refused = await post({ url, headers, body: form.toString() });
    expect(refused.text).toContain('Invalid signature');
    const byDefault = shopIn(ledger, 'TAOBAO_TOP').orders().length;
    expect(named.total).toBeGreaterThan(0);
    expect(named.total).toBeLessThan(byDefault);
  });

  test('AliExpress has finished orders only in a pass of their own', async () => {
    clock = TO + 10 * DAY;
    const { page, read } = shop('ALIEXPRESS_QIMEN');
    const [open, finished] = await Promise.all(
      ['OPEN', 'FINISH'].map(async (pass) => (await page(query('ALIEXPRESS_QIMEN', { pass, pageSize: 50 }))).rows),
    );
    expect(finished?.length).toBeGreaterThan(10);
    for (const { document } of finished ?? []) expect(read(document).statusCode).toBe('FINISH');
    for (const { document } of open ?? []) expect(read(document).statusCode).not.toBe('FINISH');
  });

  test('a list for buyers is narrowed to ids, unless it ignores them', async () => {
    const [first] = shopIn(ledger, 'FW199').orders();
    const orderIds = [first?.order.orderId ?? ''];
    const asked = query('FW199', { orderIds, to: new Date(TO) });
    expect(await shop('FW199').page(asked)).toMatchObject({ total: 1, dropped: 0, rows: [{ orderId: orderIds[0] }] });
    const careless = await startSandbox({ ledger: ledgerWith({ ignoredIds: true }) });
    const reply = await listedShop('FW199', careless.url, now).page(asked);
    await careless.close();
    expect(reply.dropped).toBeGreaterThan(10);
    expect(reply.rows.every(({ orderId }) => orderIds.includes(orderId))).toBe(true);
  });
});

describe('chaos', () => {
  test('the same seed makes the same orders, and another others', () => {
    const lives = (seed: number) => {
      const made = createDemoLedger({ now, seed });
      made.add({ orders: 20, from: FROM, to: TO });
      return shopIn(made, 'FW199')
        .orders()
        .map(({ order, state }) => [order.orderId, state]);
    };
    expect(lives(3)).toEqual(lives(3));
    expect(lives(4)).not.toEqual(lives(3));
  });

  test('rows that are stored late are in no list before, and in it by their own time after', () => {
    clock = FROM + DAY;
    const late = ledgerWith({ lateRows: 1, lateMs: 10 * MINUTE }, 3_000);
    const book = shopIn(late, 'TAOBAO_TOP');
    const behind = book.orders().filter(({ order, state }) => {
      const listed = book.listed(order)?.state.modifiedAt ?? 0;
      return listed < state.modifiedAt;
    });
    expect(behind.length).toBeGreaterThan(0);
    const before = behind.map(({ state }) => state.modifiedAt);
    expect(Math.max(...before)).toBeGreaterThan(clock - 10 * MINUTE);
    clock += 10 * MINUTE;
    for (const { order, state } of behind)
      expect(book.listed(order)?.state.modifiedAt).toBeGreaterThanOrEqual(state.modifiedAt);
  });

  test('an order that changes between two pages leaves its window and shrinks the total', () => {
    clock = FROM + 2 * DAY;
    const moving = ledgerWith({ movingTotals: 1 });
    const book = shopIn(moving, 'ALIBABA_1688');
    const window = { basis: 'MODIFIED', from: FROM, to: clock - HOUR, matches: () => true, pageSize: 20 } as const;
    const totals = [1, 2, 3].map((page) => moving.page(book, { ...window, page }).total);
    expect(totals[1]).toBeLessThan(totals[0] ?? 0);
    expect(totals[2]).toBeLessThan(totals[1] ?? 0);
  });

  test('ties share their second', () => {
    const tied = shopIn(ledgerWith({ ties: true }), 'FW199');
    const seconds = tied.orders().map(({ state }) => state.modifiedAt);
    expect(seconds.filter((at) => at % 20_000 === 0).length).toBeGreaterThan(seconds.length / 4);
  });

  test('calls are throttled in the words of each platform', async () => {
    const busy = await startSandbox({ ledger: ledgerWith({ throttled: 1 }, 1) });
    const codes = await Promise.all(
      LISTED.map(async (gateway) => {
        const { page, list } = listedShop(gateway, busy.url, now);
        const window = { basis: 'CREATED', from: new Date(FROM), to: new Date(TO), pass: list.fill.passes[0] } as const;
        return page({ ...window, page: 1, pageSize: 20, rows: 'FULL', purpose: 'PAGE' }).catch(
          ({ code }: { readonly code: string }) => code,
        );
      }),
    );
    await busy.close();
    expect(codes).toEqual(LISTED.map(() => 'UPSTREAM_THROTTLED'));
  });
});
