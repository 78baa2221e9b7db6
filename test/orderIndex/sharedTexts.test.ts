// Tests texts that processes share by the database of the index: whoever comes second is told so.
import { expect, test } from '@jest/globals';
import { Kysely } from 'kysely';
import type { Tables } from '../../src/orderIndex/schema/tables.js';
import { createTextTable } from '../../src/orderIndex/sharedTexts.js';
import { createAlertMemory, createAlertRegister } from '../../src/server/alerts/alertRegister.js';
import type { AlertState } from '../../src/server/alerts/currentAlerts.js';
import { describeEngines, type TestIndex } from '../support/indexEngines.js';

const ALERT: AlertState = { kind: 'SYNC_BEHIND', shop: 'mill', gateway: null, detail: null, count: null };

describeEngines('shared texts', (openIndex) => {
  /** As two processes have them open; here none may keep the event loop from turning. */
  function openTwo({ engine }: TestIndex) {
    const open = () => new Kysely<Tables>({ dialect: engine.createDialect('sideWriter') });
    const databases = [open(), open()];
    const texts = databases.map((db) => createTextTable((run) => run({ db, engine })));
    return { texts, close: () => Promise.all(databases.map((db) => db.destroy())) };
  }

  test('a text is written by one of those who had read the same of it', async () => {
    const { texts, close } = openTwo(await openIndex());
    const [one, two] = texts as [(typeof texts)[number], (typeof texts)[number]];
    expect(await one.read('alerts')).toBeUndefined();
    const first = await Promise.all([one.replace('alerts', undefined, 'a'), two.replace('alerts', undefined, 'b')]);
    expect(first.filter(Boolean)).toHaveLength(1);
    const written = await two.read('alerts');
    expect(written).toBe(first[0] ? 'a' : 'b');
    expect(await one.replace('alerts', 'neither', 'c')).toBe(false);
    const second = await Promise.all([one.replace('alerts', written, 'd'), two.replace('alerts', written, 'e')]);
    expect(second.filter(Boolean)).toHaveLength(1);
    expect(await one.read('others')).toBeUndefined();
    await close();
  });

  test('of processes that share an index one tells that an alert begins, and the last one that it is over', async () => {
    const { texts, close } = openTwo(await openIndex());
    const registers = texts.map((each) => createAlertRegister(each, createAlertMemory()));
    const seen = new Map([['SYNC_BEHIND mill', ALERT]]);
    const at = new Date('2026-11-26T08:00:00Z');
    const begun = await Promise.all(registers.map((register) => register.look(seen, at)));
    expect(begun.flatMap((turn) => turn.begun)).toEqual([{ ...ALERT, name: 'SYNC_BEHIND mill', since: at }]);
    const ended = await Promise.all(registers.map((register) => register.look(new Map(), at)));
    expect(ended.flatMap((turn) => turn.ended)).toEqual([{ ...ALERT, name: 'SYNC_BEHIND mill', since: at }]);
    expect(ended.flatMap((turn) => turn.begun)).toEqual([]);
    await close();
  });
});
