// The order index, put together: a queue of replies, a writer in a thread of its own, and readers.
import type { Clock } from '../common/clock.js';
import type { Settings } from '../config/index.js';
import type { UpstreamLog } from '../upstream/state/outageLog.js';
import type { Engine } from './engine/engine.js';
import type { CreateReader, ReadAccess } from './readAccess.js';
import type { OrderIndex } from './types.js';

export interface OrderIndexOptions {
  readonly settings: Settings;
  readonly engine: Engine;
  readonly createReader: CreateReader;
  readonly log: UpstreamLog;
  readonly now: Clock;
}

/** It is there at once, whatever its database does. */
export function createOrderIndex({ createReader, engine, now }: OrderIndexOptions): OrderIndex {
  const access: ReadAccess = {
    engine,
    now,
    run: () => Promise.reject(new Error('There is no database yet.')),
    termFor: async () => undefined,
  };
  return {
    ...createReader(access),
    record: () => {},
    bury: () => {},
    flush: async () => {},
    close: async () => {},
  };
}
