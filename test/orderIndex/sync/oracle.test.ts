// The oracle: whatever platforms do, and whoever is killed in between, the index comes to say what the ledger says. More of it
// by hand: ORACLE_SEEDS, ORACLE_ORDERS and ORACLE_DAYS say how many seeds, orders of each, and simulated days.
import { expect, test } from '@jest/globals';
import { encodeState } from '../../../src/orderIndex/orderState.js';
import { describeEngines } from '../../support/indexEngines.js';
import { countedRollups, inOrder } from '../../support/orderUpdates.js';
import { runOracle } from '../../support/syncOracle.js';

const { ORACLE_SEEDS = '1', ORACLE_ORDERS = '300', ORACLE_DAYS = '0.06' } = process.env;
const FIRST_SEED = 20_261_126;
const seeds = Array.from({ length: Number(ORACLE_SEEDS) }, (_nothing, at) => FIRST_SEED + at);
const isByHand = process.env.ORACLE_ORDERS !== undefined;

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
      };
      const { rows, ...report } = await runOracle(index, options);
      if (isByHand)
        console.log(index.engine.name, seed, JSON.stringify({ ...report, differing: report.differing.slice(0, 20) }));
      expect(report).toMatchObject({ lost: [], strays: [], differing: [] });
      expect(rows.length).toBe(report.orders);
      const last = new Map<string, string | null>();
      for (const change of await index.db.selectFrom('changes').selectAll().orderBy('seq').execute())
        last.set(`${change.shop} ${change.order_id}`, change.after);
      expect([...last].filter(([, state]) => state !== null).sort()).toEqual(
        rows.map((row) => [`${row.shop} ${row.order_id}`, encodeState(row)]).sort(),
      );
      const rollups = await index.db.selectFrom('rollups').selectAll().execute();
      expect(inOrder(rollups)).toEqual(countedRollups(rows));
    },
    isByHand ? 3_600_000 : 120_000,
  );
});
