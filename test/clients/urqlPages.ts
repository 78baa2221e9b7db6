// A list of any length with urql, read page by page. Each page has a place of its own in the cache.
import type { Client } from '@urql/core';
import { OrderPageDocument, type OrderPageQuery, type OrderWhere } from './generated/graphql.js';

type Page = OrderPageQuery['orderSearch'];

/** @throws CombinedError when there is no page: the query was refused, or the index is away */
export async function* pagesOf(client: Client, where: OrderWhere, first = 50): AsyncGenerator<Page['edges']> {
  let after: string | null | undefined;
  for (;;) {
    const { data, error } = await client.query(OrderPageDocument, { where, first, after });
    if (!data) throw error ?? new Error('There is no answer.');
    const { edges, pageInfo }: Page = data.orderSearch;
    yield edges;
    if (!pageInfo.hasNextPage) return;
    after = pageInfo.endCursor;
  }
}
