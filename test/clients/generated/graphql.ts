/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** How exact a count is. */
export type CountPrecision =
  /** Counting ended at the limit; there may be more. */
  | 'AT_LEAST'
  /** There are exactly so many. */
  | 'EXACT';

/** A half-open range of instants: two that follow one another share none. */
export type DateTimeRange = {
  /** From this instant on. */
  gte?: string | null | undefined;
  /** Before this instant. */
  lt?: string | null | undefined;
};

/** Where an import stands. */
export type ImportState =
  /** Every order was fetched or has failed. */
  | 'DONE'
  /** It goes on by itself later: its gateways are down, or their quota is used up. */
  | 'PAUSED'
  /** Its orders are being fetched. */
  | 'RUNNING';

/** A range of amounts of one currency. Amounts of other currencies are not in it. */
export type MoneyRange = {
  /** ISO 4217. */
  currencyCode: string;
  /** At least so much, in main units. */
  gte?: string | null | undefined;
  /** At most so much, in main units. */
  lte?: string | null | undefined;
};

/** What of an order changed. */
export type OrderAspect =
  /** Anything else that the index holds of it. */
  | 'OTHER'
  /** Where its payment stands. */
  | 'PAYMENT'
  /** Where its refund stands. */
  | 'REFUND'
  /** Where its goods are. */
  | 'SHIPPING'
  /** Where it stands as a whole. */
  | 'STATUS'
  /** One of its times. */
  | 'TIMES'
  /** What it costs in all. */
  | 'TOTAL';

/** What became of an order in the index. */
export type OrderChangeKind =
  /** It came into the index. */
  | 'CREATED'
  /** It left the index: its platform has put it away for good, or it was kept long enough. */
  | 'DELETED'
  /** It changed. */
  | 'UPDATED';

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

/** Through whose eyes the gateway shows an order. */
export type OrderView =
  /** The buyer’s: buyer memos, seller credit. */
  | 'BUYER'
  /** The seller’s: seller memos, decryption references. */
  | 'SELLER';

/** Conditions that all hold. What is left out or null is no condition; of a list, one member holds, so that of an empty one nothing does. */
export type OrderWhere = {
  /** When they ended, well or not. */
  completedAt?: DateTimeRange | null | undefined;
  /** The other side of the trade, by its id or sign-in name on the platform, whole. Needs the scope pii:search. */
  counterpart?: string | null | undefined;
  /** When they were placed. */
  createdAt?: DateTimeRange | null | undefined;
  /** When their present state times out. */
  expiresAt?: DateTimeRange | null | undefined;
  /** Whether the buyer wrote a message on them. */
  hasBuyerMessage?: boolean | null | undefined;
  /** Whether the seller keeps a memo on them. */
  hasSellerMemo?: boolean | null | undefined;
  /** Whether the platform holds them back. */
  isOnHold?: boolean | null | undefined;
  /** Whether the seller may ship all that is left of them now, where that is known. */
  mayShip?: boolean | null | undefined;
  /** When they last changed. */
  modifiedAt?: DateTimeRange | null | undefined;
  /** Orders that are left out: those of which all of this holds. It has no not of its own. */
  not?: OrderWhere | null | undefined;
  /** The platform’s order ids. */
  orderIds?: Array<string> | null | undefined;
  /** The caller’s own ids of them. */
  outOrderIds?: Array<string> | null | undefined;
  /** When they were first paid. */
  paidAt?: DateTimeRange | null | undefined;
  /** Where their payment stands. */
  paymentStatus?: Array<PaymentStatus> | null | undefined;
  /** Where they live. */
  platforms?: Array<Platform> | null | undefined;
  /** Products, one of which they hold. */
  productIds?: Array<string> | null | undefined;
  /** Who receives the goods. Needs the scope pii:search. */
  receiver?: ReceiverWhere | null | undefined;
  /** Where their refund stands. */
  refundStatus?: Array<RefundStatus> | null | undefined;
  /** The seller’s flags, as the gateway writes them. */
  sellerFlag?: Array<string> | null | undefined;
  /** By when they are to be shipped at the latest. */
  shipBy?: DateTimeRange | null | undefined;
  /** When all of them was shipped. */
  shippedAt?: DateTimeRange | null | undefined;
  /** Where their goods are. */
  shippingStatus?: Array<ShippingStatus> | null | undefined;
  /** The shops to look in; without it, all that the caller may ask. */
  shops?: Array<string> | null | undefined;
  /** Where they stand as a whole. */
  status?: Array<OrderStatus> | null | undefined;
  /** What they cost in all. */
  total?: MoneyRange | null | undefined;
  /** The tracking number of one of their parcels, whole. */
  trackingNumber?: string | null | undefined;
  /** Through whose eyes they are shown. */
  view?: OrderView | null | undefined;
};

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

/** A receiver, by exactly one of these. Only whole values are found. */
export type ReceiverWhere = {
  /** Their name. */
  name?: string | null | undefined;
  /** Their telephone number. */
  phone?: string | null | undefined;
  /** Its last four digits, where the settings have them indexed. */
  phoneLast4?: string | null | undefined;
};

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

export type OrderPageQueryVariables = Exact<{
  where?: OrderWhere | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type OrderPageQuery = { __typename: 'Query', orderSearch: { __typename: 'OrderConnection', edges: Array<{ __typename: 'OrderEdge', cursor: string, node: { __typename: 'Order', id: string, orderId: string, status: OrderStatus, createdAt: string | null } | null }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } };

export type OrderFiguresQueryVariables = Exact<{
  where?: OrderWhere | null | undefined;
}>;


export type OrderFiguresQuery = { __typename: 'Query', orderCount: { __typename: 'Count', count: number, precision: CountPrecision }, orderStatistics: Array<{ __typename: 'OrderStatistic', status: OrderStatus | null, count: number, totals: Array<{ __typename: 'Money', amount: string, currencyCode: string }> }> };

export type FeedStartQueryVariables = Exact<{ [key: string]: never; }>;


export type FeedStartQuery = { __typename: 'Query', orderChanges: { __typename: 'OrderChangeConnection', pageInfo: { __typename: 'PageInfo', endCursor: string | null } } };

export type OrderFeedSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type OrderFeedSubscription = { orderChanged: { __typename: 'OrderChange', cursor: string, kind: OrderChangeKind, shop: string, orderId: string, changed: Array<OrderAspect> } };

export type StartImportMutationVariables = Exact<{
  refs: Array<OrderRef> | OrderRef;
}>;


export type StartImportMutation = { __typename: 'Mutation', importOrders: { __typename: 'OrderImport', id: string, refused: Array<{ __typename: 'RefusedRef', shop: string, orderId: string, message: string }> } };

export type ImportProgressQueryVariables = Exact<{
  id: string;
}>;


export type ImportProgressQuery = { __typename: 'Query', orderImport: { __typename: 'OrderImport', state: ImportState, done: number, failed: number, expectedAt: string | null } | null };


export const OrderListDocument = {"__meta__":{"hash":"sha256:1d26898f679a78a8be254f10f89f20196c84b6c4d3b58852638df518129b779c"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OrderList"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"refs"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"OrderRef"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"orders"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"refs"},"value":{"kind":"Variable","name":{"kind":"Name","value":"refs"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"orderId"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"totals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}}]}}]}}]}}]}}]} as unknown as DocumentNode<OrderListQuery, OrderListQueryVariables>;
export const OrderHeadDocument = {"__meta__":{"hash":"sha256:4db1c574fe973499b0b05ee84763f147f1aa491583c1394cf8b50d56114ccd3e"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OrderHead"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Order"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"orderId"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]}}]} as unknown as DocumentNode<OrderHeadQuery, OrderHeadQueryVariables>;
export const OrderParcelsDocument = {"__meta__":{"hash":"sha256:7910e0169951941b93327468c5f1c5ebc57add92f5ce9ef56ed0249530f37668"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OrderParcels"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Order"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"totals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"shipping"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"logistics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"shipments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"trackingNumber"}},{"kind":"Field","name":{"kind":"Name","value":"carrierName"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<OrderParcelsQuery, OrderParcelsQueryVariables>;
export const OrderPageDocument = {"__meta__":{"hash":"sha256:2219472cb131f7b3f233fc8121abb04861e6c74ff55fa85036dce46089038e0a"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OrderPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"where"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"OrderWhere"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"orderSearch"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"where"},"value":{"kind":"Variable","name":{"kind":"Name","value":"where"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"indexOnly"},"value":{"kind":"BooleanValue","value":true}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"orderId"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<OrderPageQuery, OrderPageQueryVariables>;
export const OrderFiguresDocument = {"__meta__":{"hash":"sha256:993bd7f69ca5b2455868d66e01b3f833b56c112aad26cd0602ae74c8cbd289b2"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OrderFigures"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"where"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"OrderWhere"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"orderCount"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"where"},"value":{"kind":"Variable","name":{"kind":"Name","value":"where"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"precision"}}]}},{"kind":"Field","name":{"kind":"Name","value":"orderStatistics"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"where"},"value":{"kind":"Variable","name":{"kind":"Name","value":"where"}}},{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"STATUS"}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"totals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}}]}}]}}]}}]} as unknown as DocumentNode<OrderFiguresQuery, OrderFiguresQueryVariables>;
export const FeedStartDocument = {"__meta__":{"hash":"sha256:47623598a5ae907f65f527cff307063410492ded12e27ed4bf6afa0f1efb238f"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FeedStart"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"orderChanges"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<FeedStartQuery, FeedStartQueryVariables>;
export const OrderFeedDocument = {"__meta__":{"hash":"sha256:d775db9b94e04b544eebc77e6fe289812dcdff2f75bb5756a71589167647b345"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"OrderFeed"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"orderChanged"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"shop"}},{"kind":"Field","name":{"kind":"Name","value":"orderId"}},{"kind":"Field","name":{"kind":"Name","value":"changed"}}]}}]}}]} as unknown as DocumentNode<OrderFeedSubscription, OrderFeedSubscriptionVariables>;
export const StartImportDocument = {"__meta__":{"hash":"sha256:328e9a738cd22560c8065769a86acaaa5c02bd5658a10e877f95b68f7345c7bf"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"StartImport"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"refs"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"OrderRef"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"importOrders"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"refs"},"value":{"kind":"Variable","name":{"kind":"Name","value":"refs"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"refused"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"shop"}},{"kind":"Field","name":{"kind":"Name","value":"orderId"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<StartImportMutation, StartImportMutationVariables>;
export const ImportProgressDocument = {"__meta__":{"hash":"sha256:75bca41211f45873591145fd6d085a70fc830dc273052df74203b1ac256a67a8"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ImportProgress"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"orderImport"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"done"}},{"kind":"Field","name":{"kind":"Name","value":"failed"}},{"kind":"Field","name":{"kind":"Name","value":"expectedAt"}}]}}]}}]} as unknown as DocumentNode<ImportProgressQuery, ImportProgressQueryVariables>;