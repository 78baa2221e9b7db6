// The oracle: whatever platforms do, and whoever is killed in between, the index comes to say what the ledger says. More of it
// by hand: ORACLE_SEEDS, ORACLE_ORDERS and ORACLE_DAYS say how many seeds, orders of each, and simulated days, and ORACLE_KILLS
// how often the sync runs in a process of its own until that is killed by a signal.
import { expect, test } from '@jest/globals';
import { describeEngines, openSqliteIndex } from '../../support/indexEngines.js';
import { type OracleOptions, type OracleReport, runOracle } from '../../support/syncOracle.js';

const { ORACLE_SEEDS = '1', ORACLE_ORDERS = '300', ORACLE_DAYS = '0.06', ORACLE_KILLS = '0' } = process.env;
const FIRST_SEED = 20_261_126;
const seeds = Array.from({ length: Number(ORACLE_SEEDS) }, (_nothing, at) => FIRST_SEED + at);
const isByHand = process.env.ORACLE_ORDERS !== undefined;

function expectRight(report: OracleReport, options: OracleOptions): void {
  if (isByHand) console.log(JSON.stringify({ ...options, ...report }).slice(0, 4_000));
  const none: readonly string[] = [];
  expect(report).toMatchObject({ lost: none, doubled: none, strays: none, differing: none, feed: none, rollups: none });
  expect(report.foundLate).toBe(0);
  expect(report.orders).toBeGreaterThanOrEqual(options.orders);
}

describeEngines('the oracle of the sync', (openIndex) => {
  test.each(seeds)(
    'no order is lost or doubled, and the feed and the roll-ups say the same: seed %i',
    async (seed) => {
      const index = await openIndex();
      // Each engine has seeds of its own, where there are few.
      const options = {
        seed: seed + (index.engine.name === 'SQLite' ? 0 : 1_000),
        orders: Number(ORACLE_ORDERS),
        days: Number(ORACLE_DAYS),
        signals: Number(ORACLE_KILLS),
      };
      expectRight(await runOracle(index, options), options);
    },
    isByHand ? 3_600_000 : 120_000,
  );
});

test('nothing is lost or doubled where the process that syncs is killed by a signal', async () => {
  const index = await openSqliteIndex();
  const options = { seed: FIRST_SEED, orders: 60, days: 0.02, signals: 2 };
  const report = await runOracle(index, options);
  expectRight(report, options);
  expect(report.kills).toBeGreaterThanOrEqual(options.signals);
  await index.close();
}, 120_000);
