// What is asked for the list: its pages, how many orders there are, and what the index has of each shop.
import type { OrderListQueryVariables } from '../gql/graphql.js';
import { graphql } from '../gql/index.js';

export const ORDER_LIST = graphql(`
  query OrderList($where: OrderWhere, $search: String, $sortBy: OrderSort, $first: Int!, $after: String) {
    orderSearch(where: $where, search: $search, sortBy: $sortBy, first: $first, after: $after, indexOnly: true) {
      edges {
        cursor
        node {
          ...ListedOrder
        }
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
  }
`);

export type ListQuery = Pick<OrderListQueryVariables, 'where' | 'search' | 'sortBy'>;

export const ORDER_COUNT = graphql(`
  query OrderCount($where: OrderWhere, $search: String) {
    orderCount(where: $where, search: $search) {
      count
      precision
    }
  }
`);

export const VIEW_COUNTS = graphql(`
  query ViewCounts(
    $all: OrderWhere
    $toShip: OrderWhere
    $unpaid: OrderWhere
    $onHold: OrderWhere
    $refunds: OrderWhere
    $problems: OrderWhere
  ) {
    all: orderCount(where: $all) {
      ...Counted
    }
    toShip: orderCount(where: $toShip) {
      ...Counted
    }
    unpaid: orderCount(where: $unpaid) {
      ...Counted
    }
    onHold: orderCount(where: $onHold) {
      ...Counted
    }
    refunds: orderCount(where: $refunds) {
      ...Counted
    }
    problems: orderCount(where: $problems) {
      ...Counted
    }
  }
`);

export const COUNTED = graphql(`
  fragment Counted on Count {
    count
    precision
  }
`);

/** Orders that changed, and which of them are among those that are listed. */
export const CHANGED_ORDERS = graphql(`
  query ChangedOrders($changed: OrderWhere!, $listed: OrderWhere!, $search: String, $first: Int!) {
    changed: orderSearch(where: $changed, first: $first, indexOnly: true) {
      ...Rows
    }
    listed: orderSearch(where: $listed, search: $search, first: $first, indexOnly: true) {
      ...Rows
    }
  }
`);

export const ROWS = graphql(`
  fragment Rows on OrderConnection {
    edges {
      node {
        ...ListedOrder
      }
    }
  }
`);

/** Refused to a key that may not search for people. */
export const PEOPLE_SEARCH = graphql(`
  query PeopleSearch($account: String!) {
    orderCount(where: { counterpart: $account }, limit: 1) {
      count
    }
  }
`);

export const COVERAGE = graphql(`
  query Coverage($where: OrderWhere) {
    orderSearch(where: $where) {
      coverage {
        shop {
          id
          name
        }
        completeSince
        syncedUntil
        sources
        fault
      }
    }
  }
`);

/** How far each shop's orders have been read in for the first time, and why the reading of one has stopped. */
export const FIRST_FILLS = graphql(`
  query FirstFills {
    shops {
      id
      name
      platform
      sync {
        fault
        streams {
          name
          percent
          days
          daysDone
          fault
          nextAt
        }
      }
    }
    orderStatistics(by: [SHOP]) {
      shop {
        id
      }
      count
    }
  }
`);
