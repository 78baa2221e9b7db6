// What the list shows of an order: only what the index knows of it, so that a page costs no call to a gateway.
import { graphql } from '../gql/index.js';

export const LISTED_ORDER = graphql(`
  fragment ListedOrder on Order {
    id
    orderId
    outOrderId
    shop {
      id
      name
    }
    platform
    gateway
    view
    status
    statusCode
    paymentStatus
    shippingStatus
    refundStatus
    createdAt
    modifiedAt
    paidAt
    shippedAt
    completedAt
    expiresAt
    fulfillment {
      status
      mayShip
      shipBy
      overdueRisk
    }
    totals {
      total {
        amount
        currencyCode
      }
    }
    stale
  }
`);
