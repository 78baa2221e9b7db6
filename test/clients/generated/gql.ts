/* eslint-disable */
import * as types from './graphql.js';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "query OrderList($refs: [OrderRef!]!) {\n  orders(refs: $refs) {\n    id\n    orderId\n    status\n    createdAt\n    totals {\n      total {\n        amount\n        currencyCode\n      }\n    }\n  }\n}\n\nquery OrderHead($id: ID!) {\n  node(id: $id) {\n    id\n    ... on Order {\n      orderId\n      status\n    }\n  }\n}\n\nquery OrderParcels($id: ID!) {\n  node(id: $id) {\n    id\n    ... on Order {\n      totals {\n        shipping {\n          amount\n          currencyCode\n        }\n      }\n      logistics {\n        shipments {\n          id\n          trackingNumber\n          carrierName\n        }\n      }\n    }\n  }\n}\n\nquery OrderPage($where: OrderWhere, $first: Int, $after: String) {\n  orderSearch(where: $where, first: $first, after: $after, indexOnly: true) {\n    edges {\n      cursor\n      node {\n        id\n        orderId\n        status\n        createdAt\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}\n\nquery OrderFigures($where: OrderWhere) {\n  orderCount(where: $where) {\n    count\n    precision\n  }\n  orderStatistics(where: $where, by: [STATUS]) {\n    status\n    count\n    totals {\n      amount\n      currencyCode\n    }\n  }\n}\n\nquery FeedStart {\n  orderChanges(first: 1) {\n    pageInfo {\n      endCursor\n    }\n  }\n}\n\nsubscription OrderFeed($after: String) {\n  orderChanged(after: $after) {\n    cursor\n    kind\n    shop\n    orderId\n    changed\n  }\n}\n\nmutation StartImport($refs: [OrderRef!]!) {\n  importOrders(refs: $refs) {\n    id\n    refused {\n      shop\n      orderId\n      message\n    }\n  }\n}\n\nquery ImportProgress($id: ID!) {\n  orderImport(id: $id) {\n    state\n    done\n    failed\n    expectedAt\n  }\n}": typeof types.OrderListDocument,
};
const documents: Documents = {
    "query OrderList($refs: [OrderRef!]!) {\n  orders(refs: $refs) {\n    id\n    orderId\n    status\n    createdAt\n    totals {\n      total {\n        amount\n        currencyCode\n      }\n    }\n  }\n}\n\nquery OrderHead($id: ID!) {\n  node(id: $id) {\n    id\n    ... on Order {\n      orderId\n      status\n    }\n  }\n}\n\nquery OrderParcels($id: ID!) {\n  node(id: $id) {\n    id\n    ... on Order {\n      totals {\n        shipping {\n          amount\n          currencyCode\n        }\n      }\n      logistics {\n        shipments {\n          id\n          trackingNumber\n          carrierName\n        }\n      }\n    }\n  }\n}\n\nquery OrderPage($where: OrderWhere, $first: Int, $after: String) {\n  orderSearch(where: $where, first: $first, after: $after, indexOnly: true) {\n    edges {\n      cursor\n      node {\n        id\n        orderId\n        status\n        createdAt\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}\n\nquery OrderFigures($where: OrderWhere) {\n  orderCount(where: $where) {\n    count\n    precision\n  }\n  orderStatistics(where: $where, by: [STATUS]) {\n    status\n    count\n    totals {\n      amount\n      currencyCode\n    }\n  }\n}\n\nquery FeedStart {\n  orderChanges(first: 1) {\n    pageInfo {\n      endCursor\n    }\n  }\n}\n\nsubscription OrderFeed($after: String) {\n  orderChanged(after: $after) {\n    cursor\n    kind\n    shop\n    orderId\n    changed\n  }\n}\n\nmutation StartImport($refs: [OrderRef!]!) {\n  importOrders(refs: $refs) {\n    id\n    refused {\n      shop\n      orderId\n      message\n    }\n  }\n}\n\nquery ImportProgress($id: ID!) {\n  orderImport(id: $id) {\n    state\n    done\n    failed\n    expectedAt\n  }\n}": types.OrderListDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query OrderList($refs: [OrderRef!]!) {\n  orders(refs: $refs) {\n    id\n    orderId\n    status\n    createdAt\n    totals {\n      total {\n        amount\n        currencyCode\n      }\n    }\n  }\n}\n\nquery OrderHead($id: ID!) {\n  node(id: $id) {\n    id\n    ... on Order {\n      orderId\n      status\n    }\n  }\n}\n\nquery OrderParcels($id: ID!) {\n  node(id: $id) {\n    id\n    ... on Order {\n      totals {\n        shipping {\n          amount\n          currencyCode\n        }\n      }\n      logistics {\n        shipments {\n          id\n          trackingNumber\n          carrierName\n        }\n      }\n    }\n  }\n}\n\nquery OrderPage($where: OrderWhere, $first: Int, $after: String) {\n  orderSearch(where: $where, first: $first, after: $after, indexOnly: true) {\n    edges {\n      cursor\n      node {\n        id\n        orderId\n        status\n        createdAt\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}\n\nquery OrderFigures($where: OrderWhere) {\n  orderCount(where: $where) {\n    count\n    precision\n  }\n  orderStatistics(where: $where, by: [STATUS]) {\n    status\n    count\n    totals {\n      amount\n      currencyCode\n    }\n  }\n}\n\nquery FeedStart {\n  orderChanges(first: 1) {\n    pageInfo {\n      endCursor\n    }\n  }\n}\n\nsubscription OrderFeed($after: String) {\n  orderChanged(after: $after) {\n    cursor\n    kind\n    shop\n    orderId\n    changed\n  }\n}\n\nmutation StartImport($refs: [OrderRef!]!) {\n  importOrders(refs: $refs) {\n    id\n    refused {\n      shop\n      orderId\n      message\n    }\n  }\n}\n\nquery ImportProgress($id: ID!) {\n  orderImport(id: $id) {\n    state\n    done\n    failed\n    expectedAt\n  }\n}"): (typeof documents)["query OrderList($refs: [OrderRef!]!) {\n  orders(refs: $refs) {\n    id\n    orderId\n    status\n    createdAt\n    totals {\n      total {\n        amount\n        currencyCode\n      }\n    }\n  }\n}\n\nquery OrderHead($id: ID!) {\n  node(id: $id) {\n    id\n    ... on Order {\n      orderId\n      status\n    }\n  }\n}\n\nquery OrderParcels($id: ID!) {\n  node(id: $id) {\n    id\n    ... on Order {\n      totals {\n        shipping {\n          amount\n          currencyCode\n        }\n      }\n      logistics {\n        shipments {\n          id\n          trackingNumber\n          carrierName\n        }\n      }\n    }\n  }\n}\n\nquery OrderPage($where: OrderWhere, $first: Int, $after: String) {\n  orderSearch(where: $where, first: $first, after: $after, indexOnly: true) {\n    edges {\n      cursor\n      node {\n        id\n        orderId\n        status\n        createdAt\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}\n\nquery OrderFigures($where: OrderWhere) {\n  orderCount(where: $where) {\n    count\n    precision\n  }\n  orderStatistics(where: $where, by: [STATUS]) {\n    status\n    count\n    totals {\n      amount\n      currencyCode\n    }\n  }\n}\n\nquery FeedStart {\n  orderChanges(first: 1) {\n    pageInfo {\n      endCursor\n    }\n  }\n}\n\nsubscription OrderFeed($after: String) {\n  orderChanged(after: $after) {\n    cursor\n    kind\n    shop\n    orderId\n    changed\n  }\n}\n\nmutation StartImport($refs: [OrderRef!]!) {\n  importOrders(refs: $refs) {\n    id\n    refused {\n      shop\n      orderId\n      message\n    }\n  }\n}\n\nquery ImportProgress($id: ID!) {\n  orderImport(id: $id) {\n    state\n    done\n    failed\n    expectedAt\n  }\n}"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;