// One line of the board: an order that is being asked for, was answered, or failed.
import type { Failure } from '../api/failure.js';
import type { BoardQuery } from '../gql/graphql.js';
import { graphql } from '../gql/index.js';
import type { Ref } from '../lists/ref.js';

/** Each part of the board names what it shows of an order, in a fragment of its own. */
export const BOARD = graphql(`
  query Board($refs: [OrderRef!]!, $maxAge: Int) {
    orders(refs: $refs, maxAge: $maxAge) {
      ...ViewedOrder
      ...RowOrder
      ...ChartedOrder
    }
  }
`);

export type BoardOrder = NonNullable<BoardQuery['orders'][number]>;

export type Row =
  | { readonly kind: 'loading'; readonly ref: Ref }
  | { readonly kind: 'order'; readonly ref: Ref; readonly order: BoardOrder }
  | { readonly kind: 'failed'; readonly ref: Ref; readonly failure: Failure };
