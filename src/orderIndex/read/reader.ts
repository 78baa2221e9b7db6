// All that the index is asked, answered from its tables.

import type { IndexReader } from '../types.js';
import { readChanges } from './changes.js';
import { countOrders } from './count.js';
import { readCoverage } from './coverage.js';
import { bindFilter } from './filter.js';
import { createGrowthNotices } from './growth.js';
import { listOrders } from './list.js';
import type { ReadAccess } from './readAccess.js';
import { readStatistics } from './statistics.js';

/** Reads through connections that never write. Each query is about the shops of its scope, and no others. */
export function createReader({ engine, run, termFor }: ReadAccess): IndexReader {
  return {
    async list({ shops, filter, sort, page }) {
      const bound = await bindFilter({ shops }, filter, termFor);
      return run((db) => listOrders(engine, db, bound, sort, page));
    },
    async count({ shops, filter, limit }) {
      const bound = await bindFilter({ shops }, filter, termFor);
      return run((db) => countOrders(db, bound, limit));
    },
    async statistics({ shops, filter, ...grouping }) {
      const bound = await bindFilter({ shops }, filter, termFor);
      return run((db) => readStatistics(db, bound, grouping));
    },
    changes: (query) => run((db) => readChanges(engine, db, query)),
    onGrowth: createGrowthNotices(engine, run),
    coverage: (scope) => run((db) => readCoverage(db, scope)),
  };
}
