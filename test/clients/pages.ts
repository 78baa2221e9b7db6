// A list of any length with fetch, read page by page.
import type { Ask } from './fetch.js';
import { OrderPageDocument, type OrderPageQuery, type OrderWhere } from './generated/graphql.js';

export type ListedOrder = OrderPageQuery['orderSearch']['edges'][number]['node'];

/**
 * The pages of a list, each asked for when the one before has been taken.
 * @throws an Error when there is no page: the query was refused, or the index is away
 */
export async function* pagesOf(ask: Ask, where: OrderWhere, first = 50): AsyncGenerator<readonly ListedOrder[]> {
  let after: string | null | undefined;
  for (;;) {
    const { data, errors } = await ask(OrderPageDocument, { where, first, after });
    if (!data) throw new Error(errors?.[0]?.message ?? 'There is no answer.');
    const { edges, pageInfo } = data.orderSearch;
    yield edges.map(({ node }) => node);
    if (!pageInfo.hasNextPage) return;
    after = pageInfo.endCursor;
  }
}
