// What the index covers of each shop, on both engines.
import { expect, test } from '@jest/globals';
import { MISSING } from '../../../src/orderIndex/schema/tables.js';
import { describeEngines } from '../../support/indexEngines.js';

describeEngines('coverage', (openIndex) => {
  test('A shop that only reads have fed is complete since no known time', async () => {
    const { reader, insert } = await openIndex();
    await insert({ shop: 'flagship' });
    const unknown = { completeSince: null, syncedUntil: null, fault: null };
    expect(await reader.coverage({ shops: ['flagship', 'depot'] })).toEqual([
      { shop: 'flagship', ...unknown, sources: ['READ'] },
      { shop: 'depot', ...unknown, sources: [] },
    ]);
    expect(await reader.coverage({ shops: [] })).toEqual([]);
  });

  test('A shop is as complete as the least of its lists, and names what keeps it from going on', async () => {
    const { reader, writer } = await openIndex();
    const stream = { open_window: null, fault: null };
    await writer
      .insertInto('sync')
      .values([
        { ...stream, shop: 'mill', stream: 'list:created', watermark: 5_000, complete_since: 1_000 },
        { ...stream, shop: 'mill', stream: 'list:finished', watermark: 4_000, complete_since: 2_000 },
        { ...stream, shop: 'mill', stream: 'push', watermark: 9_000, complete_since: 9_000, fault: 'UPSTREAM_TIMEOUT' },
        { ...stream, shop: 'depot', stream: 'list:created', watermark: 5_000, complete_since: MISSING },
      ])
      .execute();
    expect(await reader.coverage({ shops: ['mill', 'depot'] })).toEqual([
      {
        ...{ shop: 'mill', completeSince: new Date(2_000), syncedUntil: new Date(4_000) },
        ...{ sources: ['LIST', 'PUSH'], fault: 'UPSTREAM_TIMEOUT' },
      },
      { shop: 'depot', completeSince: null, syncedUntil: new Date(5_000), sources: ['LIST'], fault: null },
    ]);
  });
});
