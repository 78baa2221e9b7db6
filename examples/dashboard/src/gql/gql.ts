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
    "\n  fragment RowOrder on Order {\n    orderId\n    platform\n    gateway\n    shop {\n      id\n      name\n    }\n    status\n    statusCode\n    paymentStatus\n    shippingStatus\n    refundStatus\n    createdAt\n    totals {\n      total {\n        amount\n        currencyCode\n      }\n    }\n    items {\n      itemId\n      name\n      imageUrls\n    }\n    stale\n    warnings {\n      path\n      message\n    }\n  }\n": typeof types.RowOrderFragmentDoc,
    "\n  query Board($refs: [OrderRef!]!, $maxAge: Int) {\n    orders(refs: $refs, maxAge: $maxAge) {\n      ...ViewedOrder\n      ...RowOrder\n      ...ChartedOrder\n    }\n  }\n": typeof types.BoardDocument,
    "\n  fragment ViewedOrder on Order {\n    status\n    platform\n    createdAt\n    shop {\n      name\n    }\n    totals {\n      total {\n        amount\n        currencyCode\n      }\n    }\n    items {\n      name\n    }\n  }\n": typeof types.ViewedOrderFragmentDoc,
    "\n  fragment ChartedOrder on Order {\n    status\n    platform\n    createdAt\n    totals {\n      total {\n        amount\n        currencyCode\n      }\n    }\n    logistics {\n      shipments {\n        carrierName\n        carrierCode\n      }\n    }\n  }\n": typeof types.ChartedOrderFragmentDoc,
    "\n  query Shops {\n    shops {\n      id\n      name\n      platform\n    }\n  }\n": typeof types.ShopsDocument,
};
const documents: Documents = {
    "\n  fragment RowOrder on Order {\n    orderId\n    platform\n    gateway\n    shop {\n      id\n      name\n    }\n    status\n    statusCode\n    paymentStatus\n    shippingStatus\n    refundStatus\n    createdAt\n    totals {\n      total {\n        amount\n        currencyCode\n      }\n    }\n    items {\n      itemId\n      name\n      imageUrls\n    }\n    stale\n    warnings {\n      path\n      message\n    }\n  }\n": types.RowOrderFragmentDoc,
    "\n  query Board($refs: [OrderRef!]!, $maxAge: Int) {\n    orders(refs: $refs, maxAge: $maxAge) {\n      ...ViewedOrder\n      ...RowOrder\n      ...ChartedOrder\n    }\n  }\n": types.BoardDocument,
    "\n  fragment ViewedOrder on Order {\n    status\n    platform\n    createdAt\n    shop {\n      name\n    }\n    totals {\n      total {\n        amount\n        currencyCode\n      }\n    }\n    items {\n      name\n    }\n  }\n": types.ViewedOrderFragmentDoc,
    "\n  fragment ChartedOrder on Order {\n    status\n    platform\n    createdAt\n    totals {\n      total {\n        amount\n        currencyCode\n      }\n    }\n    logistics {\n      shipments {\n        carrierName\n        carrierCode\n      }\n    }\n  }\n": types.ChartedOrderFragmentDoc,
    "\n  query Shops {\n    shops {\n      id\n      name\n      platform\n    }\n  }\n": types.ShopsDocument,
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
export function graphql(source: "\n  fragment RowOrder on Order {\n    orderId\n    platform\n    gateway\n    shop {\n      id\n      name\n    }\n    status\n    statusCode\n    paymentStatus\n    shippingStatus\n    refundStatus\n    createdAt\n    totals {\n      total {\n        amount\n        currencyCode\n      }\n    }\n    items {\n      itemId\n      name\n      imageUrls\n    }\n    stale\n    warnings {\n      path\n      message\n    }\n  }\n"): (typeof documents)["\n  fragment RowOrder on Order {\n    orderId\n    platform\n    gateway\n    shop {\n      id\n      name\n    }\n    status\n    statusCode\n    paymentStatus\n    shippingStatus\n    refundStatus\n    createdAt\n    totals {\n      total {\n        amount\n        currencyCode\n      }\n    }\n    items {\n      itemId\n      name\n      imageUrls\n    }\n    stale\n    warnings {\n      path\n      message\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Board($refs: [OrderRef!]!, $maxAge: Int) {\n    orders(refs: $refs, maxAge: $maxAge) {\n      ...ViewedOrder\n      ...RowOrder\n      ...ChartedOrder\n    }\n  }\n"): (typeof documents)["\n  query Board($refs: [OrderRef!]!, $maxAge: Int) {\n    orders(refs: $refs, maxAge: $maxAge) {\n      ...ViewedOrder\n      ...RowOrder\n      ...ChartedOrder\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ViewedOrder on Order {\n    status\n    platform\n    createdAt\n    shop {\n      name\n    }\n    totals {\n      total {\n        amount\n        currencyCode\n      }\n    }\n    items {\n      name\n    }\n  }\n"): (typeof documents)["\n  fragment ViewedOrder on Order {\n    status\n    platform\n    createdAt\n    shop {\n      name\n    }\n    totals {\n      total {\n        amount\n        currencyCode\n      }\n    }\n    items {\n      name\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ChartedOrder on Order {\n    status\n    platform\n    createdAt\n    totals {\n      total {\n        amount\n        currencyCode\n      }\n    }\n    logistics {\n      shipments {\n        carrierName\n        carrierCode\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment ChartedOrder on Order {\n    status\n    platform\n    createdAt\n    totals {\n      total {\n        amount\n        currencyCode\n      }\n    }\n    logistics {\n      shipments {\n        carrierName\n        carrierCode\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Shops {\n    shops {\n      id\n      name\n      platform\n    }\n  }\n"): (typeof documents)["\n  query Shops {\n    shops {\n      id\n      name\n      platform\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;