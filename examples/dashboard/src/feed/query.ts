// The feed of changes, as a stream and as pages: which orders changed. How they stand now is asked of the index, once for
// many of them.
import { graphql } from '../gql/index.js';

export const CHANGE = graphql(`
  fragment Change on OrderChange {
    cursor
    kind
    shop
    orderId
  }
`);

export const ORDER_CHANGED = graphql(`
  subscription OrderChanged($after: String) {
    orderChanged(after: $after) {
      ...Change
    }
  }
`);

export const ORDER_CHANGES = graphql(`
  query OrderChanges($after: String, $first: Int!) {
    orderChanges(after: $after, first: $first) {
      nodes {
        ...Change
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);
