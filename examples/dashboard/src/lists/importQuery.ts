// Importing orders into the index by their numbers, and how far that is.
import { graphql } from '../gql/index.js';

export const IMPORT_ORDERS = graphql(`
  mutation ImportOrders($refs: [OrderRef!]!) {
    importOrders(refs: $refs) {
      ...ImportProgress
    }
  }
`);

export const ORDER_IMPORT = graphql(`
  query OrderImport($id: ID!) {
    orderImport(id: $id) {
      ...ImportProgress
    }
  }
`);

export const IMPORT_PROGRESS = graphql(`
  fragment ImportProgress on OrderImport {
    id
    accepted
    refused {
      position
      orderId
      code
      message
    }
    done
    failed
    state
  }
`);
