// Tests each kind of chaos by itself: the list is read as it is without a loss, and what it is met by is what saves it.
import { describe, expect, test } from '@jest/globals';
import {
  HOUR,
  type ListQuery,
  MINUTE,
  type OrderList,
  SECOND,
  type SteadyStream,
} from '../../../src/platforms/orderList.js';
import { type ChaosOptions, type ChaosReport, readUnderChaos } from '../../support/chaosShop.js';

const USUAL: Omit<ChaosOptions, 'shop' | 'chaos'> = {
  beginning: Date.UTC(2026, 9, 30, 2),
  ...{ absentMs: 0, readMs: 15 * MINUTE, quietMs: 50 * MINUTE },
  change: (list) => list,
};

/** Orders whose index is not what the ledger says. */
const wrongIn = ({ verdict }: ChaosReport): number =>
  [verdict.lost, verdict.strays, verdict.differing, verdict.doubled, verdict.feed, verdict.rollups].flat().length;

const steadily =
  (changes: Partial<SteadyStream>) =>
  (list: OrderList): OrderList => ({ ...list, steady: { ...list.steady, ...changes } });

/** Windows of which neither the first second nor the last is read, and that do not overlap. */
const withoutEnds = (list: OrderList): OrderList => ({
  ...steadily({ windowMs: 2 * MINUTE, overlapMs: 0 })(list),
  buildListRequest: (query, settings, clock) => list.buildListRequest(inner(query), settings, clock),
});

const inner = (query: ListQuery): ListQuery =>
  query.basis === 'CREATED'
    ? query
    : { ...query, from: new Date(query.from.getTime() + SECOND), to: new Date(query.to.getTime() - SECOND) };

interface Kind extends Partial<ChaosOptions> {
  readonly title: string;
  readonly shop: string;
  readonly chaos: ChaosOptions['chaos'];
  /** Without what the chaos is met by. */
  readonly weak: ChaosOptions['change'];
}

const kinds: readonly Kind[] = [
  {
    title: 'rows that are stored late are found in the time that windows overlap',
    ...{ shop: 'flagship', chaos: { lateRows: 0.4, lateMs: 5 * MINUTE }, weak: steadily({ overlapMs: 0 }) },
  },
  {
    title: 'orders that leave their window while it is read move no other past the page that is read next',
    ...{ shop: 'flagship', chaos: { movingTotals: 0.7 }, absentMs: HOUR, weak: steadily({ paging: 'FORWARD' }) },
  },
  {
    title: 'what happens in the second where one window ends and the next begins is read',
    ...{ shop: 'maker', chaos: { ties: true, boundarySeconds: true }, absentMs: HOUR },
    // Windows begin in the seconds that many things happen in.
    beginning: USUAL.beginning + 58 * SECOND,
    change: steadily({ windowMs: 2 * MINUTE, overlapMs: 0 }),
    weak: withoutEnds,
  },
];

describe.each(kinds)('$title', ({ title: _title, weak, ...kind }) => {
  test('by the list as it is', async () => {
    expect(wrongIn(await readUnderChaos({ ...USUAL, ...kind }))).toBe(0);
  });

  test('and not without what it is met by', async () => {
    expect(wrongIn(await readUnderChaos({ ...USUAL, ...kind, change: weak }))).toBeGreaterThan(0);
  });
});

test.each([
  ['refused tokens', 'maker', { unauthorized: 0.3 }, 'SHOP_NOT_AUTHORIZED'],
  ['throttling', 'flagship', { throttled: 0.4 }, 'UPSTREAM_THROTTLED'],
] as const)('after %s the list is read on, and nothing of it is lost', async (_title, shop, chaos, fault) => {
  const report = await readUnderChaos({ ...USUAL, shop, chaos });
  expect(report.faults).toContain(fault);
  expect(report.steady?.fault).toBeNull();
  expect(wrongIn(report)).toBe(0);
});
