// What a row or a card of the board shows of an order.
import { graphql } from '../gql/index.js';

export const ROW_ORDER = graphql(`
  fragment RowOrder on Order {
    orderId
    platform
    gateway
    status
    statusCode
    paymentStatus
    shippingStatus
    refundStatus
    createdAt
    totals {
      total {
        amount
        currencyCode
      }
    }
    items {
      itemId
      name
      imageUrls
      fulfillment {
        status
        mayShip
      }
    }
    fulfillment {
      ...Shippable
    }
    stale
    warnings {
      path
      message
    }
  }
`);
