// The store of imports: what is to be fetched, what came of it, and until when a shop's orders wait.
import type { IndexDatabase } from '../database.js';
import type { Engine } from '../engine/engine.js';
import { createImportItems } from './importItems.js';
import { createImportRows } from './importRows.js';
import { createShopStates } from './shopStates.js';
import type { ImportStore } from './storeTypes.js';
import { createTableAccess } from './tableAccess.js';

/** @throws Fault INDEX_UNAVAILABLE from all of it where the database cannot be used. */
export function createImportStore(engine: Pick<Engine, 'write'>, use: IndexDatabase['use']): ImportStore {
  const access = createTableAccess(engine, use);
  return { ...createImportRows(access), ...createImportItems(access), ...createShopStates(access) };
}
