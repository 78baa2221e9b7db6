// Imports over a test index: callers, and a store with what fetches from it.
import type { Kysely } from 'kysely';
import { createCaller } from '../../src/auth/caller.js';
import { createImports, type ImportsOptions } from '../../src/orderIndex/import/imports.js';
import { type ImportRunner, type ImportRunnerOptions, startImportRunner } from '../../src/orderIndex/import/runner.js';
import { createImportStore } from '../../src/orderIndex/import/store.js';
import type { ImportStore } from '../../src/orderIndex/import/storeTypes.js';
import type { OrderImports } from '../../src/orderIndex/import/types.js';
import type { Tables } from '../../src/orderIndex/schema/tables.js';
import { refMistake } from '../../src/query/arguments.js';
import type { TestIndex } from './indexEngines.js';

export const importer = (name: string, shops = ['*']) =>
  createCaller(name, { shops, scopes: ['orders:read', 'orders:import'] });

export const storeOf = ({ engine, writer }: TestIndex, db: Kysely<Tables> = writer): ImportStore =>
  createImportStore(engine, (run) => run(db));

/** A shop `fast` of a thousand orders a second, and a `slow` one of ten. */
export const LANES: ImportRunnerOptions['lanes'] = [
  { shop: 'fast', intervalMs: 1, account: {} },
  { shop: 'slow', intervalMs: 100, account: {} },
];

export const importsOf = (store: ImportStore, options: Partial<ImportsOptions> = {}): OrderImports =>
  createImports({
    store,
    now: () => new Date(),
    intervalOf: (shop) => LANES.find((lane) => lane.shop === shop)?.intervalMs,
    mistakeIn: refMistake,
    onStart: () => {},
    ...options,
  });

export const runnerOf = (store: ImportStore, options: Partial<ImportRunnerOptions> = {}): ImportRunner =>
  startImportRunner({
    store,
    now: () => new Date(),
    owner: 'test',
    lanes: LANES,
    fetch: async () => {},
    flush: async () => {},
    log: { info: () => {}, warn: () => {}, error: () => {} },
    ...options,
  });

/** References to orders of a shop, by their numbers. */
export const refsOf = (shop: string, ...orders: readonly number[]) =>
  orders.map((order) => ({ shop, orderId: String(order) }));
