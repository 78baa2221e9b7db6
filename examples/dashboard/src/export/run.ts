// Fetches the orders of a list page after page, and makes a file of them.
import { client } from '../api/client.js';
import { unmask } from '../gql/fragment-masking.js';
import { LISTED_ORDER } from '../orders/listed.js';
import { type ListQuery, ORDER_LIST } from '../orders/query.js';
import { csvHead, csvOf } from './csv.js';

/** No file holds more orders: a spreadsheet that is larger is a task for the API. */
export const MAX_EXPORTED = 10_000;
const PAGE = 200;

interface ExportOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (done: number) => void;
}

export interface Exported {
  readonly file: Blob;
  readonly count: number;
  /** Whether there are more orders than a file may hold. */
  readonly isCut: boolean;
}

export async function exportOrders(query: ListQuery, { signal, onProgress }: ExportOptions): Promise<Exported> {
  const parts: string[] = [csvHead];
  let count = 0;
  let after: string | null | undefined;
  do {
    const { data } = await client.query({
      query: ORDER_LIST,
      variables: { ...query, first: Math.min(PAGE, MAX_EXPORTED - count), after },
      fetchPolicy: 'no-cache',
      context: { fetchOptions: { signal } },
    });
    signal.throwIfAborted();
    const { edges, pageInfo } = data?.orderSearch ?? { edges: [], pageInfo: undefined };
    const orders = unmask(
      LISTED_ORDER,
      edges.map(({ node }) => node).filter((node) => node !== null),
    );
    parts.push(csvOf(orders));
    count += orders.length;
    after = pageInfo?.hasNextPage ? pageInfo.endCursor : undefined;
    onProgress(count);
  } while (after && count < MAX_EXPORTED);
  return { file: new Blob(parts, { type: 'text/csv;charset=utf-8' }), count, isCut: Boolean(after) };
}

export function saveFile(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Some browsers read it a moment later.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
