// Finds the id that a document names its order by.
import { toText } from '../mapping/codec.js';
import type { Document } from '../mapping/document.js';
import { getter, type Spellings } from '../mapping/path.js';

/** An id that is not exact may have been rounded. */
export interface NamedOrderId {
  readonly id: string;
  readonly isExact: boolean;
}

export type FindOrderId = (document: object) => NamedOrderId | undefined;

export function orderIdFinder({ orderId }: Pick<Document, 'orderId'>, spellings: Spellings): FindOrderId {
  const idsIn = orderId.sources.map(({ path }) => getter(path, spellings));
  return (document) => {
    for (const [index, find] of idsIn.entries()) {
      const id = toText(find(document))?.trim();
      if (id) return { id, isExact: index === 0 };
    }
    return undefined;
  };
}
