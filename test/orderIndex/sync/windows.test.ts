// Tests how a window of a list is read: every order that stays in it is met, whatever comes and goes between pages.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type OpenWindow, openWindow, type PageFacts, stepAfter } from '../../../src/orderIndex/sync/windows.js';
import type { Paging } from '../../../src/platforms/orderList.js';

const rulesOf = (paging: Paging, pageSize = 2, maxPages = 50) =>
  ({ paging, pageSize, maxPages, passes: ['ALL'] }) as const;

/** The pages that are requested of a window whose replies say the same each time; 0 asks how many there are. */
function pagesOf(paging: Paging, count: number, { pageSize = 2, maxPages = 50, passes = ['ALL'] } = {}) {
  const rules = { paging, pageSize, maxPages, passes: passes as [string, ...string[]] };
  const pages: number[] = [];
  let window: OpenWindow | string = openWindow(rules, 0, 60_000);
  while (typeof window === 'object') {
    pages.push(window.page);
    window = stepAfter(rules, window, factsOf(paging, Array.from({ length: count }), window.page, pageSize));
  }
  return { pages, end: window };
}

function factsOf(paging: Paging, orders: readonly unknown[], page: number, pageSize: number): PageFacts {
  const rows = page === 0 ? 0 : orders.slice((page - 1) * pageSize, page * pageSize).length;
  const tellsTotal = paging === 'BACKWARD' || page === 0;
  return {
    total: tellsTotal ? orders.length : undefined,
    hasNext: tellsTotal ? undefined : page * pageSize < orders.length,
    rows,
  };
}

test.each([
  ['FORWARD', 5, [1, 2, 3]],
  ['FORWARD', 0, [1]],
  // The first page tells how many there are; where it holds all of them, nothing more is read.
  ['BACKWARD', 2, [1]],
  ['BACKWARD', 5, [1, 3, 2, 1]],
  ['BACKWARD_COUNTED', 0, [0]],
  ['BACKWARD_COUNTED', 2, [0, 1]],
  // Pages that do not say how many there are may have been joined by others, so they are counted once more.
  ['BACKWARD_COUNTED', 5, [0, 3, 2, 1, 0]],
] as const)('pages are read in their order: %s of %i orders', (paging, count, pages) => {
  expect(pagesOf(paging, count)).toEqual({ pages, end: 'READ' });
});

test.each(['FORWARD', 'BACKWARD', 'BACKWARD_COUNTED'] as const)(
  'a window of too many pages is to be halved: %s',
  (paging) => {
    expect(pagesOf(paging, 6, { maxPages: 3 }).end).toBe('READ');
    expect(pagesOf(paging, 7, { maxPages: 3 }).end).toBe('TOO_LARGE');
  },
);

test('a window as narrow as a request can say is read however many pages it has', () => {
  const rules = rulesOf('BACKWARD', 2, 3);
  const window = openWindow(rules, 5_000, 6_000);
  expect(stepAfter(rules, window, { total: 99, hasNext: undefined, rows: 2 })).toMatchObject({ page: 50, total: 99 });
});

test('a window is read when all its passes are', () => {
  expect(pagesOf('BACKWARD', 3, { passes: ['OPEN', 'FINISH'] }).pages).toEqual([1, 2, 1, 1, 2, 1]);
});

test('a window that more orders come to is read again from its last page to its first', () => {
  const rules = rulesOf('BACKWARD');
  let window = openWindow(rules, 0, 60_000);
  const pages: number[] = [];
  for (const total of [4, 4, 5, 5, 5, 5, 5]) {
    pages.push(window.page);
    const next = stepAfter(rules, window, { total, hasNext: undefined, rows: 2 });
    if (next === 'READ') break;
    window = next as OpenWindow;
  }
  expect(pages).toEqual([1, 2, 1, 1, 3, 2, 1]);
});

/** What happens to a list between two replies: an order leaves it, or one that was stored late comes to some place. */
const happening = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ kind: 'NOTHING' as const, place: 0 }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('LEAVES' as const), place: fc.nat(40) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('COMES' as const), place: fc.nat(40) }) },
);

test.each(['BACKWARD', 'BACKWARD_COUNTED'] as const)(
  'every order that stays in a window is met, whichever others leave it, or come to it one at a time: %s',
  (paging) => {
    fc.assert(
      fc.property(
        fc.nat(30),
        fc.integer({ min: 1, max: 5 }),
        fc.array(happening, { maxLength: 12 }),
        (count, pageSize, happenings) => {
          // An order that leaves while another comes is seen by neither total: sweeps are for those.
          const onlyLeaves = happenings.some(({ kind }) => kind === 'LEAVES');
          const events = onlyLeaves ? happenings.filter(({ kind }) => kind !== 'COMES') : happenings;
          const rules = rulesOf(paging, pageSize);
          let orders = Array.from({ length: count }, (_nothing, at) => `order ${at}`);
          const stay = new Set(orders);
          const met = new Set<string>();
          let window: OpenWindow | string = openWindow(rules, 0, 60_000);
          for (let call = 0; typeof window === 'object'; call += 1) {
            const { page } = window;
            for (const order of page === 0 ? [] : orders.slice((page - 1) * pageSize, page * pageSize)) met.add(order);
            window = stepAfter(rules, window, factsOf(paging, orders, page, pageSize));
            const { kind, place } = events[call] ?? { kind: 'NOTHING', place: 0 };
            if (kind === 'LEAVES') {
              for (const order of orders.slice(place, place + 1)) stay.delete(order);
              orders = orders.filter((_order, at) => at !== place);
            } else if (kind === 'COMES') orders = orders.toSpliced(place, 0, `late ${call}`);
          }
          expect([...stay].filter((order) => !met.has(order))).toEqual([]);
        },
      ),
      { numRuns: 300, seed: 7 },
    );
  },
);
