// Tests the demo's ledger: orders that move while one looks, and that are the same after a restart.
import { afterEach, expect, test } from '@jest/globals';
import type { Happening } from '../../../src/sandbox/ledger/ledger.js';
import { createLiveLedger, type LiveLedger } from '../../../src/sandbox/ledger/live.js';

const START = Date.parse('2026-11-26T09:00:00Z');
let clock = START;
const opened: LiveLedger[] = [];

function open() {
  const live = createLiveLedger(() => clock);
  opened.push(live);
  return live.ledger;
}
afterEach(() => {
  for (const { close } of opened.splice(0)) close();
});

test('something happens every few seconds over all shops, of every kind', () => {
  const ledger = open();
  ledger.catchUp();
  const happenings: Happening[] = [];
  ledger.onHappening((happening) => happenings.push(happening));
  clock = START + 600_000;
  ledger.catchUp();
  expect(happenings.length).toBeGreaterThan(120);
  expect(happenings.length).toBeLessThan(600);
  expect(new Set(happenings.map(({ shop }) => shop.id))).toEqual(new Set(['buyer', 'flagship', 'overseas', 'maker']));
  const kinds = new Set(happenings.map(({ event }) => event.kind));
  for (const kind of ['placed', 'paid', 'shipped', 'received', 'completed'] as const) expect(kinds).toContain(kind);
});

test('after a restart an order is as it was', () => {
  clock = START;
  const [order] = open().shopOf('FW199')?.orders().slice(-1) ?? [];
  clock = START + 3_600_000;
  const [before, after] = [open(), open()].map((ledger) => ledger.shopOf('FW199')?.find(order?.order.orderId ?? ''));
  expect(before?.state.at.placed).toBe(order?.state.at.placed);
  expect(after?.state).toEqual(before?.state);
});
