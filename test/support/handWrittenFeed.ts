// A change feed that a test writes by hand, and an order index that has nothing else.
import { Fault } from '../../src/common/fault.js';
import type { Change, ChangesQuery, IndexReader, OrderIndex } from '../../src/orderIndex/types.js';

/** A feed in memory, whose cursors are positions in it. */
export class HandWrittenFeed implements Pick<IndexReader, 'changes' | 'onGrowth'> {
  readonly queries: ChangesQuery[] = [];
  readonly listeners = new Set<() => void>();
  readonly written: Change[] = [];
  /** Cursors below it are expired. */
  kept = 0;
  /** Called after a page was read and before it is handed out. */
  onRead: () => void = () => {};

  write(...orderIds: string[]): void {
    this.writeOf('mill', ...orderIds);
  }

  writeOf(shop: string, ...orderIds: string[]): void {
    for (const orderId of orderIds) this.written.push(changeOf(shop, orderId, this.written.length + 1));
    for (const listener of this.listeners) listener();
  }

  readonly changes: IndexReader['changes'] = async (query) => {
    this.queries.push(query);
    const from = query.after === undefined ? this.written.length : Number(query.after);
    if (from < this.kept) throw new Fault('CURSOR_EXPIRED', 'Too old.');
    const read = this.written.slice(from, from + query.first);
    this.onRead();
    const end = from + read.length;
    const changes = read.filter(({ shop }) => query.shops.includes(shop));
    return { changes, endCursor: String(end), hasNextPage: end < this.written.length };
  };

  readonly onGrowth: IndexReader['onGrowth'] = (listener) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };
}

const changeOf = (shop: string, orderId: string, position: number): Change => ({
  cursor: String(position),
  at: new Date(position),
  kind: 'UPDATED',
  shop,
  orderId,
  changed: ['STATUS'],
  before: null,
  after: null,
});

/** An index that holds no orders, with a feed. */
export const indexWith = ({ changes, onGrowth }: HandWrittenFeed): OrderIndex => ({
  changes,
  onGrowth,
  list: async () => ({ edges: [], hasNextPage: false, hasPreviousPage: false }),
  count: async () => ({ count: 0, precision: 'EXACT' }),
  statistics: async () => [],
  coverage: async () => [],
  record: () => {},
  bury: () => {},
  flush: async () => {},
  close: async () => {},
});
