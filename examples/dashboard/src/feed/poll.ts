// The feed page by page, where a stream cannot be opened; and the place in it that following begins at.
import { client } from '../api/client.js';
import { unmask } from '../gql/fragment-masking.js';
import type { ChangeFragment } from '../gql/graphql.js';
import { CHANGE, ORDER_CHANGES } from './query.js';

const PAGE = 100;

export interface ChangePage {
  readonly changes: readonly ChangeFragment[];
  readonly cursor: string | undefined;
  readonly hasMore: boolean;
}

/** Without a place it answers nothing but the place of now. */
export async function changesAfter(after: string | undefined): Promise<ChangePage> {
  const { data } = await client.query({
    query: ORDER_CHANGES,
    variables: { after, first: PAGE },
    fetchPolicy: 'no-cache',
  });
  const { nodes, pageInfo } = data?.orderChanges ?? { nodes: [], pageInfo: undefined };
  return {
    changes: unmask(CHANGE, nodes),
    cursor: pageInfo?.endCursor ?? after,
    hasMore: after !== undefined && pageInfo?.hasNextPage === true,
  };
}
