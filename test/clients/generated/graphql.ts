/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** Names one order. */
export type OrderRef = {
  /** The platform’s order id, 1 to 32 digits. Give it as a string: JavaScript rounds long numbers. */
  orderId: string;
  /** The caller’s own id of the order, 1 to 64 characters. FW199 takes one and controls idempotency by it. */
  outOrderId?: string | null | undefined;
  /** The shop to ask: an id from the query shops. */
  shop: string;
};

/** Where an order or an item of it stands. */
export type OrderStatus =
  /** Placed; the buyer has yet to pay. */
  | 'AWAITING_PAYMENT'
  /** Paid; no carrier has the goods yet. */
  | 'AWAITING_SHIPMENT'
  /** Ended before payment, or called off. */
  | 'CANCELLED'
  /** Ended without success after payment, for example by a full refund. */
  | 'CLOSED'
  /** Successfully ended. */
  | 'COMPLETED'
  /** With the receiver; the trade itself is not yet completed. */
  | 'DELIVERED'
  /** Paid, but the platform forbids shipping for now (risk control, group buying …). */
  | 'ON_HOLD'
  /** Some items are on their way, others are not. */
  | 'PARTIALLY_SHIPPED'
  /** A payment is being confirmed. */
  | 'PAYMENT_PENDING'
  /** On its way to the receiver. */
  | 'SHIPPED'
  /** A code that OrderGraph does not know: see the raw code beside it. */
  | 'UNKNOWN';

export type OrderListQueryVariables = Exact<{
  refs: Array<OrderRef> | OrderRef;
}>;


export type OrderListQuery = { __typename: 'Query', orders: Array<{ __typename: 'Order', id: string, orderId: string, status: OrderStatus, createdAt: string | null, totals: { __typename: 'OrderTotals', total: { __typename: 'Money', amount: string, currencyCode: string } | null } | null } | null> };

export type OrderHeadQueryVariables = Exact<{
  id: string;
}>;


export type OrderHeadQuery = { __typename: 'Query', node: { __typename: 'Order', orderId: string, status: OrderStatus, id: string } | null };

export type OrderParcelsQueryVariables = Exact<{
  id: string;
}>;


export type OrderParcelsQuery = { __typename: 'Query', node: { __typename: 'Order', id: string, totals: { __typename: 'OrderTotals', shipping: { __typename: 'Money', amount: string, currencyCode: string } | null } | null, logistics: { __typename: 'Logistics', shipments: Array<{ __typename: 'Shipment', id: string | null, trackingNumber: string | null, carrierName: string | null }> } | null } | null };


export const OrderListDocument = {"__meta__":{"hash":"sha256:1d26898f679a78a8be254f10f89f20196c84b6c4d3b58852638df518129b779c"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OrderList"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"refs"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"OrderRef"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"orders"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"refs"},"value":{"kind":"Variable","name":{"kind":"Name","value":"refs"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"orderId"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"totals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}}]}}]}}]}}]}}]} as unknown as DocumentNode<OrderListQuery, OrderListQueryVariables>;
export const OrderHeadDocument = {"__meta__":{"hash":"sha256:4db1c574fe973499b0b05ee84763f147f1aa491583c1394cf8b50d56114ccd3e"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OrderHead"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Order"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"orderId"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]}}]} as unknown as DocumentNode<OrderHeadQuery, OrderHeadQueryVariables>;
export const OrderParcelsDocument = {"__meta__":{"hash":"sha256:7910e0169951941b93327468c5f1c5ebc57add92f5ce9ef56ed0249530f37668"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OrderParcels"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Order"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"totals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"shipping"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"logistics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"shipments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"trackingNumber"}},{"kind":"Field","name":{"kind":"Name","value":"carrierName"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<OrderParcelsQuery, OrderParcelsQueryVariables>;