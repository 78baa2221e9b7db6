/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** A door to a platform’s orders. */
export type Gateway =
  /** AliExpress orders through Qimen cloud. */
  | 'ALIEXPRESS_QIMEN'
  /** 1688 orders as the buyer sees them, through damaijia168. */
  | 'DAMAIJIA168'
  /** 1688 orders as the buyer sees them, through fw199. */
  | 'FW199'
  /** Taobao trades through the Taobao Open Platform (TOP). */
  | 'TAOBAO_TOP'
  /** 1688 orders as the seller sees them, through vv-tool. */
  | 'VV_TOOL';

/** Names one order. */
export type OrderRef = {
  /** The platform’s order id, 1 to 32 digits. Give it as a string: JavaScript rounds long numbers. */
  readonly orderId: string;
  /** The caller’s own id of the order, 1 to 64 characters. FW199 takes one and controls idempotency by it. */
  readonly outOrderId?: string | null | undefined;
  /** The shop to ask: an id from the query shops. */
  readonly shop: string;
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

/** Where the payment stands. */
export type PaymentStatus =
  /** Called off before payment. */
  | 'CANCELLED'
  /** Paid. */
  | 'PAID'
  /** Part of it is paid, such as a deposit. */
  | 'PARTIALLY_PAID'
  /** A payment is being made, confirmed or settled. */
  | 'PENDING'
  /** Fully refunded. */
  | 'REFUNDED'
  /** A code that OrderGraph does not know, or none: see the raw code beside it. */
  | 'UNKNOWN'
  /** Nothing has been paid. */
  | 'UNPAID';

/** Where an order lives. */
export type Platform =
  /** 1688.com, the Chinese wholesale market. */
  | 'ALIBABA_1688'
  /** AliExpress. */
  | 'ALIEXPRESS'
  /** Taobao and Tmall. */
  | 'TAOBAO';

/** Where a refund stands. */
export type RefundStatus =
  /** Agreed; the buyer has yet to send the goods back. */
  | 'AWAITING_RETURN'
  /** Ended without a refund. */
  | 'CLOSED'
  /** No refund was asked for. */
  | 'NONE'
  /** Refunded. */
  | 'REFUNDED'
  /** Refused by the seller; the buyer may change the request. */
  | 'REFUSED'
  /** Asked for; the seller has yet to answer. */
  | 'REQUESTED'
  /** The goods are on their way back; the seller has yet to confirm. */
  | 'RETURNED'
  /** A code that OrderGraph does not know: see the raw code beside it. */
  | 'UNKNOWN';

/** Where the goods are. */
export type ShippingStatus =
  /** With the receiver. */
  | 'DELIVERED'
  /** There is nothing to ship any more. */
  | 'NOT_REQUIRED'
  /** Not handed to a carrier. */
  | 'NOT_SHIPPED'
  /** Some of the goods are on their way. */
  | 'PARTIALLY_SHIPPED'
  /** Sent back to the seller. */
  | 'RETURNED'
  /** On their way. */
  | 'SHIPPED'
  /** A code that OrderGraph does not know, or none: see the raw code beside it. */
  | 'UNKNOWN';

export type RowOrderFragment = { readonly __typename: 'Order', readonly orderId: string, readonly platform: Platform, readonly gateway: Gateway, readonly status: OrderStatus, readonly statusCode: string | null, readonly paymentStatus: PaymentStatus, readonly shippingStatus: ShippingStatus, readonly refundStatus: RefundStatus, readonly createdAt: string | null, readonly stale: boolean, readonly shop: { readonly __typename: 'Shop', readonly id: string, readonly name: string }, readonly totals: { readonly __typename: 'OrderTotals', readonly total: { readonly __typename: 'Money', readonly amount: string, readonly currencyCode: string } | null } | null, readonly items: ReadonlyArray<{ readonly __typename: 'ProductItem', readonly itemId: string, readonly name: string | null, readonly imageUrls: ReadonlyArray<string> | null }> | null, readonly warnings: ReadonlyArray<{ readonly __typename: 'Warning', readonly path: string, readonly message: string }> } & { ' $fragmentName'?: 'RowOrderFragment' };

export type BoardQueryVariables = Exact<{
  refs: ReadonlyArray<OrderRef> | OrderRef;
  maxAge?: number | null | undefined;
}>;


export type BoardQuery = { readonly __typename: 'Query', readonly orders: ReadonlyArray<(
    { readonly __typename: 'Order' }
    & { ' $fragmentRefs'?: { 'ViewedOrderFragment': ViewedOrderFragment;'RowOrderFragment': RowOrderFragment;'ChartedOrderFragment': ChartedOrderFragment } }
  ) | null> };

export type ViewedOrderFragment = { readonly __typename: 'Order', readonly status: OrderStatus, readonly platform: Platform, readonly createdAt: string | null, readonly shop: { readonly __typename: 'Shop', readonly name: string }, readonly totals: { readonly __typename: 'OrderTotals', readonly total: { readonly __typename: 'Money', readonly amount: string, readonly currencyCode: string } | null } | null, readonly items: ReadonlyArray<{ readonly __typename: 'ProductItem', readonly name: string | null }> | null } & { ' $fragmentName'?: 'ViewedOrderFragment' };

export type ChartedOrderFragment = { readonly __typename: 'Order', readonly status: OrderStatus, readonly platform: Platform, readonly createdAt: string | null, readonly totals: { readonly __typename: 'OrderTotals', readonly total: { readonly __typename: 'Money', readonly amount: string, readonly currencyCode: string } | null } | null, readonly logistics: { readonly __typename: 'Logistics', readonly shipments: ReadonlyArray<{ readonly __typename: 'Shipment', readonly carrierName: string | null, readonly carrierCode: string | null }> } | null } & { ' $fragmentName'?: 'ChartedOrderFragment' };

export type ShopsQueryVariables = Exact<{ [key: string]: never; }>;


export type ShopsQuery = { readonly __typename: 'Query', readonly shops: ReadonlyArray<{ readonly __typename: 'Shop', readonly id: string, readonly name: string, readonly platform: Platform }> };

export const RowOrderFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RowOrder"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Order"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"orderId"}},{"kind":"Field","name":{"kind":"Name","value":"platform"}},{"kind":"Field","name":{"kind":"Name","value":"gateway"}},{"kind":"Field","name":{"kind":"Name","value":"shop"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"statusCode"}},{"kind":"Field","name":{"kind":"Name","value":"paymentStatus"}},{"kind":"Field","name":{"kind":"Name","value":"shippingStatus"}},{"kind":"Field","name":{"kind":"Name","value":"refundStatus"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"totals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"itemId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"imageUrls"}}]}},{"kind":"Field","name":{"kind":"Name","value":"stale"}},{"kind":"Field","name":{"kind":"Name","value":"warnings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]} as unknown as DocumentNode<RowOrderFragment, unknown>;
export const ViewedOrderFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ViewedOrder"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Order"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"platform"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"shop"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<ViewedOrderFragment, unknown>;
export const ChartedOrderFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ChartedOrder"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Order"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"platform"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"totals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"logistics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"shipments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"carrierName"}},{"kind":"Field","name":{"kind":"Name","value":"carrierCode"}}]}}]}}]}}]} as unknown as DocumentNode<ChartedOrderFragment, unknown>;
export const BoardDocument = {"__meta__":{"hash":"sha256:10447a825cf563c29d3d5c2cb93dfbf687d0269443ad011171396ec2b4411683"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Board"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"refs"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"OrderRef"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"maxAge"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"orders"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"refs"},"value":{"kind":"Variable","name":{"kind":"Name","value":"refs"}}},{"kind":"Argument","name":{"kind":"Name","value":"maxAge"},"value":{"kind":"Variable","name":{"kind":"Name","value":"maxAge"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ViewedOrder"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"RowOrder"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ChartedOrder"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ViewedOrder"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Order"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"platform"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"shop"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RowOrder"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Order"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"orderId"}},{"kind":"Field","name":{"kind":"Name","value":"platform"}},{"kind":"Field","name":{"kind":"Name","value":"gateway"}},{"kind":"Field","name":{"kind":"Name","value":"shop"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"statusCode"}},{"kind":"Field","name":{"kind":"Name","value":"paymentStatus"}},{"kind":"Field","name":{"kind":"Name","value":"shippingStatus"}},{"kind":"Field","name":{"kind":"Name","value":"refundStatus"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"totals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"itemId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"imageUrls"}}]}},{"kind":"Field","name":{"kind":"Name","value":"stale"}},{"kind":"Field","name":{"kind":"Name","value":"warnings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ChartedOrder"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Order"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"platform"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"totals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"logistics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"shipments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"carrierName"}},{"kind":"Field","name":{"kind":"Name","value":"carrierCode"}}]}}]}}]}}]} as unknown as DocumentNode<BoardQuery, BoardQueryVariables>;
export const ShopsDocument = {"__meta__":{"hash":"sha256:a0fa2fe1454534a40e2384c5a45f3ec7756f83522437bdf0f1795481ff4c58cc"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Shops"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"shops"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"platform"}}]}}]}}]} as unknown as DocumentNode<ShopsQuery, ShopsQueryVariables>;