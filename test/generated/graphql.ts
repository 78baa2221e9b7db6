/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** Whether a gateway is asked at all. */
export type Circuit =
  /** It is asked. */
  | 'CLOSED'
  /** It has been failing; one call tries whether it is back. */
  | 'HALF_OPEN'
  /** It has been failing and is not asked for now. */
  | 'OPEN';

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

/** Whether something is to be shipped by its seller. */
export type FulfillmentStatus =
  /** Called off: it must not be shipped. */
  | 'CANCELLED'
  /** Nothing is left to ship: it is with a carrier or beyond. */
  | 'CLOSED'
  /** Somebody else ships it, such as a warehouse of the platform: the seller must not. */
  | 'EXTERNAL'
  /** A part is shipped, and the rest is to be. */
  | 'IN_PROGRESS'
  /** Not to be shipped yet: it waits for payment, or for somebody to confirm it. */
  | 'NOT_READY'
  /** Must not be shipped for now, or not all of it: holds say why. */
  | 'ON_HOLD'
  /** To be shipped: nothing is known that forbids it. */
  | 'OPEN'
  /** A code that OrderGraph does not know. */
  | 'UNKNOWN';

/** A way in to a platform’s orders. */
export type Gateway =
  /** 1688 orders as the seller or the buyer sees them, through 1688’s own open platform. */
  | 'ALIBABA_1688'
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

/** What forbids shipping for now. */
export type HoldReason =
  /** The buyer asks to cancel it. */
  | 'CANCELLATION_REQUESTED'
  /** The buyer has a complaint. */
  | 'DISPUTE'
  /** The platform has frozen it. */
  | 'FROZEN'
  /** Others have yet to buy with the buyer. */
  | 'GROUP_BUYING'
  /** Something else: see code and message. */
  | 'OTHER'
  /** A presale or promotion goes on. */
  | 'PRESALE'
  /** The platform checks it for fraud. */
  | 'RISK_CONTROL';

/** Where an import stands. */
export type ImportState =
  /** Every order was fetched or has failed. */
  | 'DONE'
  /** It goes on by itself later: its gateways are down, or their quota is used up. */
  | 'PAUSED'
  /** Its orders are being fetched. */
  | 'RUNNING';

/** What an invoice is written on. */
export type InvoiceMedium =
  /** An electronic invoice. */
  | 'ELECTRONIC'
  /** A paper invoice. */
  | 'PAPER'
  /** A code that OrderGraph does not know, or none: see the raw code beside it. */
  | 'UNKNOWN';

/** The tax kind of an invoice. */
export type InvoiceType =
  /** An ordinary invoice. */
  | 'ORDINARY'
  /** A code that OrderGraph does not know, or none: see the raw code beside it. */
  | 'UNKNOWN'
  /** A special value-added-tax invoice. */
  | 'VAT';

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

/** Whether a deadline of shipping is near or has passed. */
export type OverdueRisk =
  /** It is near. */
  | 'NEAR'
  /** Neither: the platform says so, or nothing is left to ship. */
  | 'NONE'
  /** It has passed, or its code means both. */
  | 'OVERDUE'
  /** The gateway says nothing, or gives the deadline itself: see shipBy. */
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

/** Whether a side has rated the other. */
export type RatingStatus =
  /** Has not rated yet. */
  | 'NOT_RATED'
  /** Need not rate. */
  | 'NOT_REQUIRED'
  /** Has rated. */
  | 'RATED'
  /** A code that OrderGraph does not know, or none: see the raw code beside it. */
  | 'UNKNOWN';

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

/** Who ships goods. */
export type Shipper =
  /** A supplier, straight to somebody else’s buyer. On 1688 the order’s seller is that supplier. */
  | 'DROPSHIPPER'
  /** The seller. */
  | 'MERCHANT'
  /** The platform’s carrier, which collects them from the seller. */
  | 'PLATFORM_PICKUP'
  /** A warehouse of the platform, or of its partners. */
  | 'PLATFORM_WAREHOUSE'
  /** Nobody says. */
  | 'UNKNOWN';

/** How a shipment travels. */
export type ShippingMethod =
  /** Nothing travels by carrier: picked up, delivered by the seller, virtual … */
  | 'NO_LOGISTICS'
  /** Shipped through the platform’s own logistics. */
  | 'ONLINE'
  /** The seller ships with a carrier of their own choice. */
  | 'SELF_SHIPPED'
  /** A code that OrderGraph does not know, or none: see the raw code beside it. */
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

export type AttributesQueryVariables = Exact<{
  shop: string;
  orderId: string;
  keys?: Array<string> | string | null | undefined;
}>;


export type AttributesQuery = { order: { attributes: Array<{ key: string | null, value: string | null, description: string | null }> | null } | null };

export type CrossBorderQueryVariables = Exact<{
  shop: string;
  orderId: string;
}>;


export type CrossBorderQuery = { order: { typeCode: string | null, customs: { id: string | null, createdAt: string | null, lines: Array<{ sku: string | null, chineseName: string | null, englishName: string | null, quantity: string | null, weightKg: string | null, value: { amount: string, currencyCode: string } | null }> | null } | null, overseasAddress: { routeName: string | null, forwarderName: string | null, countryCode: string | null, country: string | null, email: string | null } | null } | null };

export type FailingNeighboursQueryVariables = Exact<{
  refs: Array<OrderRef> | OrderRef;
}>;


export type FailingNeighboursQuery = { orders: Array<{ orderId: string, status: OrderStatus, totals: { total: { amount: string } | null } | null } | null> };

export type FirstOrderQueryVariables = Exact<{ [key: string]: never; }>;


export type FirstOrderQuery = { order: { status: OrderStatus, createdAt: string | null, totals: { total: { amount: string, currencyCode: string } | null } | null, items: Array<{ name: string | null, quantity: string | null, unit: string | null, unitPrice: { amount: string } | null }> | null, logistics: { shipments: Array<{ trackingNumber: string | null, carrierName: string | null }> } | null } | null };

export type ImportOrdersMutationVariables = Exact<{
  refs: Array<OrderRef> | OrderRef;
}>;


export type ImportOrdersMutation = { importOrders: { id: string, state: ImportState, accepted: number, done: number, failed: number, expectedAt: string | null, refused: Array<{ position: number, code: string, message: string }> } };

export type InvoiceQueryVariables = Exact<{
  shop: string;
  orderId: string;
}>;


export type InvoiceQuery = { order: { invoice: { type: InvoiceType, typeCode: string | null, medium: InvoiceMedium, title: string | null, taxpayerId: string | null, registration: { bank: string | null, bankAccount: string | null, phone: string | null } | null, receiver: { name: string | null, mobile: string | null, division: string | null, street: string | null } | null } | null } | null };

export type LogisticsQueryVariables = Exact<{
  shop: string;
  orderId: string;
}>;


export type LogisticsQuery = { order: { shippingStatus: ShippingStatus, shippingStatusCode: string | null, shippedAt: string | null, receiver: { name: string | null, mobile: string | null, province: string | null, city: string | null, district: string | null, address: string | null, postalCode: string | null } | null, logistics: { shipments: Array<{ trackingNumber: string | null, carrierName: string | null, carrierCode: string | null, method: ShippingMethod, shippedAt: string | null, itemIds: Array<string> | null, fee: { amount: string, currencyCode: string } | null, from: { province: string | null, city: string | null } | null, to: { province: string | null, city: string | null } | null }> } | null } | null };

export type ManyGatewaysQueryVariables = Exact<{
  refs: Array<OrderRef> | OrderRef;
}>;


export type ManyGatewaysQuery = { orders: Array<{ orderId: string, platform: Platform, gateway: Gateway, status: OrderStatus, paymentStatus: PaymentStatus, shippingStatus: ShippingStatus, refundStatus: RefundStatus, createdAt: string | null, totals: { total: { amount: string, currencyCode: string } | null } | null, items: Array<{ itemId: string, name: string | null, quantity: string | null }> | null, logistics: { shipments: Array<{ trackingNumber: string | null }> } | null } | null> };

export type NoCallQueryVariables = Exact<{ [key: string]: never; }>;


export type NoCallQuery = { order: { id: string, orderId: string, platform: Platform, view: OrderView, shop: { id: string, name: string } } | null };

export type OrderChangedSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type OrderChangedSubscription = { orderChanged: { cursor: string, at: string, kind: OrderChangeKind, shop: string, orderId: string, changed: Array<OrderAspect>, before: { status: OrderStatus } | null, after: { status: OrderStatus } | null } };

export type OrderChangesQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type OrderChangesQuery = { orderChanges: { nodes: Array<{ cursor: string, at: string, kind: OrderChangeKind, shop: string, orderId: string, changed: Array<OrderAspect>, before: { status: OrderStatus } | null, after: { status: OrderStatus } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type OrderCountsQueryVariables = Exact<{ [key: string]: never; }>;


export type OrderCountsQuery = { toPay: { count: number, precision: CountPrecision }, toShip: { count: number, precision: CountPrecision }, onHold: { count: number, precision: CountPrecision } };

export type OrderFilterQueryVariables = Exact<{
  where: OrderWhere;
  first: number;
}>;


export type OrderFilterQuery = { orderSearch: { edges: Array<{ cursor: string, indexedAt: string, node: { orderId: string, paidAt: string | null, items: Array<{ name: string | null, quantity: string | null }> | null } | null }>, coverage: Array<{ completeSince: string | null, fault: string | null, shop: { id: string } }> } };

export type OrderListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type OrderListQuery = { orderSearch: { nodes: Array<{ id: string, orderId: string, status: OrderStatus, createdAt: string | null, shop: { name: string }, totals: { total: { amount: string, currencyCode: string } | null } | null } | null>, pageInfo: { hasNextPage: boolean, endCursor: string | null }, count: { count: number, precision: CountPrecision } } };

export type OrderStatisticsQueryVariables = Exact<{
  where?: OrderWhere | null | undefined;
}>;


export type OrderStatisticsQuery = { orderStatistics: Array<{ from: string | null, count: number, shop: { id: string } | null, totals: Array<{ amount: string, currencyCode: string }> }> };

export type OrdersPageQueryVariables = Exact<{
  refs: Array<OrderRef> | OrderRef;
}>;


export type OrdersPageQuery = { orders: Array<{ orderId: string, gateway: Gateway, status: OrderStatus, paymentStatus: PaymentStatus, shippingStatus: ShippingStatus, createdAt: string | null, shop: { name: string }, totals: { total: { amount: string, currencyCode: string } | null } | null, items: Array<{ name: string | null, quantity: string | null, unit: string | null }> | null } | null> };

export type PaymentsAndStagesQueryVariables = Exact<{
  shop: string;
  orderId: string;
}>;


export type PaymentsAndStagesQuery = { order: { paymentStatus: PaymentStatus, paymentStatusCode: string | null, paidAt: string | null, payments: Array<{ id: string | null, status: PaymentStatus, statusCode: string | null, paidAt: string | null, methodName: string | null, amount: { amount: string, currencyCode: string } | null }> | null, stages: Array<{ number: number | null, name: string | null, isLast: boolean | null, paymentStatus: PaymentStatus, due: { amount: string, currencyCode: string } | null, paid: { amount: string, currencyCode: string } | null, shipping: { amount: string, currencyCode: string } | null }> | null } | null };

export type PlanQueryVariables = Exact<{
  refs: Array<OrderRef> | OrderRef;
}>;


export type PlanQuery = { orders: Array<{ orderId: string, gateway: Gateway, fetchedAt: string, logistics: { shipments: Array<{ trackingNumber: string | null }> } | null, invoice: { title: string | null } | null } | null> };

export type PlatformFieldsQueryVariables = Exact<{
  refs: Array<OrderRef> | OrderRef;
}>;


export type PlatformFieldsQuery = { orders: Array<{ orderId: string, platformOrder:
      | { __typename: 'AliExpressOrder', loanStatusCode: string | null, escrowFee: { cent: string | null, centFactor: string | null, amount: string | null, currencyCode: string | null } | null, items: Array<{ logisticsServiceName: string | null, commissionRate: string | null }> | null }
      | { __typename: 'Alibaba1688Order', tradeMethodName: string | null, tradeTypeCode: string | null, paymentChannels: Array<string> | null, refundPayment: { amount: string, currencyCode: string } | null, items: Array<{ specId: string | null, quantityFactor: string | null }> | null, encryptedOrigin: { platformCode: string | null, orderNumber: string | null, address: { province: { name: string | null } | null, city: { name: string | null } | null } | null } | null }
      | { __typename: 'TaobaoTrade', sources: Array<string> | null, presale: { statusCode: string | null, paid: { amount: string, currencyCode: string } | null } | null, delivery: { shipBefore: string | null, isPartlyShipped: boolean | null } | null, payment: { couponFee: string | null } | null }
     | null } | null> };

export type RatingsQueryVariables = Exact<{
  shop: string;
  orderId: string;
}>;


export type RatingsQuery = { order: { ratings: { buyerStatus: RatingStatus, sellerStatus: RatingStatus, ofBuyer: Array<{ stars: number | null, content: string | null, publishedAt: string | null }> | null, ofSeller: Array<{ stars: number | null, content: string | null, publishedAt: string | null }> | null } | null } | null };

export type RefundsQueryVariables = Exact<{
  shop: string;
  orderId: string;
}>;


export type RefundsQuery = { order: { refundStatus: RefundStatus, refundStatusCode: string | null, refunds: Array<{ id: string | null, status: RefundStatus, amount: { amount: string, currencyCode: string } | null }> | null, items: Array<{ itemId: string, refundStatus: RefundStatus, refundStatusCode: string | null, refundId: string | null, refunded: { amount: string, currencyCode: string } | null }> | null } | null };

export type ShippingDeadlinesQueryVariables = Exact<{
  shop: string;
  orderId: string;
}>;


export type ShippingDeadlinesQuery = { order: { status: OrderStatus, items: Array<{ itemId: string, name: string | null, status: OrderStatus }> | null, platformOrder:
      | { shippingRisk: string | null, downstreamChannel: string | null, prescribedCarrierCode: string | null, items: Array<{ itemId: string | null, canSendGoods: boolean | null, cantSendReason: string | null, pickupRisk: string | null, downstreamLines: Array<{ shipBy: string | null }> | null }> | null }
      | Record<PropertyKey, never>
     | null } | null };

export type ShopsQueryVariables = Exact<{ [key: string]: never; }>;


export type ShopsQuery = { shops: Array<{ id: string, name: string, platform: Platform, view: OrderView, gateways: Array<{ type: Gateway, health: { circuit: Circuit, lastSuccessAt: string | null, lastFault: string | null } }> }> };

export type ToShipTodayQueryVariables = Exact<{
  refs: Array<OrderRef> | OrderRef;
}>;


export type ToShipTodayQuery = { orders: Array<{ orderId: string, platform: Platform, view: OrderView, fulfillment: { status: FulfillmentStatus, isAddressChanged: boolean | null, components: Array<{ name: string | null, quantity: string | null }> | null } | null, items: Array<{ itemId: string, name: string | null, quantity: string | null, refundStatus: RefundStatus, fulfillment: { status: FulfillmentStatus, mayShip: boolean | null, shipBy: string | null, overdueRisk: OverdueRisk, shipper: Shipper, isGift: boolean | null, holds: Array<{ reason: HoldReason, code: string | null, message: string | null }> | null, carriers: { prescribed: Array<string> | null, forbidden: Array<string> | null } | null, components: Array<{ name: string | null, skuCode: string | null, quantity: string | null }> | null } | null }> | null } | null> };


export const AttributesDocument = {"__meta__":{"hash":"sha256:eb21b10e777afc7650775d59def48d323a32ce6382229ddf165e8c938cd826ff"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Attributes"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"shop"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"keys"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"order"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"shop"},"value":{"kind":"Variable","name":{"kind":"Name","value":"shop"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"attributes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"keys"},"value":{"kind":"Variable","name":{"kind":"Name","value":"keys"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"description"}}]}}]}}]}}]} as unknown as DocumentNode<AttributesQuery, AttributesQueryVariables>;
export const CrossBorderDocument = {"__meta__":{"hash":"sha256:1415a96add79af9b53dee3914c81d4aab1eb2d41b7ba0339e74b9e25e79c1f9a"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CrossBorder"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"shop"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"order"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"shop"},"value":{"kind":"Variable","name":{"kind":"Name","value":"shop"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"typeCode"}},{"kind":"Field","name":{"kind":"Name","value":"customs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"chineseName"}},{"kind":"Field","name":{"kind":"Name","value":"englishName"}},{"kind":"Field","name":{"kind":"Name","value":"value"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}}]}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"weightKg"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"overseasAddress"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"routeName"}},{"kind":"Field","name":{"kind":"Name","value":"forwarderName"}},{"kind":"Field","name":{"kind":"Name","value":"countryCode"}},{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}}]}}]}}]} as unknown as DocumentNode<CrossBorderQuery, CrossBorderQueryVariables>;
export const FailingNeighboursDocument = {"__meta__":{"hash":"sha256:bab618da728ba92619cc774ff51e176c740c506890c94f64f50545825ebd9038"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FailingNeighbours"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"refs"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"OrderRef"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"orders"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"refs"},"value":{"kind":"Variable","name":{"kind":"Name","value":"refs"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"orderId"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"totals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}}]}}]}}]}}]} as unknown as DocumentNode<FailingNeighboursQuery, FailingNeighboursQueryVariables>;
export const FirstOrderDocument = {"__meta__":{"hash":"sha256:a211c50737d3039ea709a4a1ebf668b6d217d7e90f02a7cb0b1036dd35a03fa2"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FirstOrder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"order"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"shop"},"value":{"kind":"StringValue","value":"mill","block":false}},{"kind":"Argument","name":{"kind":"Name","value":"orderId"},"value":{"kind":"StringValue","value":"2198111437768747370","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"totals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"unitPrice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"logistics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"shipments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"trackingNumber"}},{"kind":"Field","name":{"kind":"Name","value":"carrierName"}}]}}]}}]}}]}}]} as unknown as DocumentNode<FirstOrderQuery, FirstOrderQueryVariables>;
export const ImportOrdersDocument = {"__meta__":{"hash":"sha256:8ef59b956c2071f3fbdc6189d5f3e5ef45bb242df239fb1fdf9a6df5a7e012c4"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ImportOrders"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"refs"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"OrderRef"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"importOrders"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"refs"},"value":{"kind":"Variable","name":{"kind":"Name","value":"refs"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"accepted"}},{"kind":"Field","name":{"kind":"Name","value":"refused"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"done"}},{"kind":"Field","name":{"kind":"Name","value":"failed"}},{"kind":"Field","name":{"kind":"Name","value":"expectedAt"}}]}}]}}]} as unknown as DocumentNode<ImportOrdersMutation, ImportOrdersMutationVariables>;
export const InvoiceDocument = {"__meta__":{"hash":"sha256:987fe0a304a4557838aa84ca02a7190b6435b2afb7108d554662606b81210288"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Invoice"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"shop"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"order"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"shop"},"value":{"kind":"Variable","name":{"kind":"Name","value":"shop"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"invoice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"typeCode"}},{"kind":"Field","name":{"kind":"Name","value":"medium"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"taxpayerId"}},{"kind":"Field","name":{"kind":"Name","value":"registration"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bank"}},{"kind":"Field","name":{"kind":"Name","value":"bankAccount"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}}]}},{"kind":"Field","name":{"kind":"Name","value":"receiver"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"mobile"}},{"kind":"Field","name":{"kind":"Name","value":"division"}},{"kind":"Field","name":{"kind":"Name","value":"street"}}]}}]}}]}}]}}]} as unknown as DocumentNode<InvoiceQuery, InvoiceQueryVariables>;
export const LogisticsDocument = {"__meta__":{"hash":"sha256:c9bd3f3d0c2b1ae6949de7721d9101c82d28dce6804c12be833801f8d31c8b52"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Logistics"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"shop"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"order"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"shop"},"value":{"kind":"Variable","name":{"kind":"Name","value":"shop"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"shippingStatus"}},{"kind":"Field","name":{"kind":"Name","value":"shippingStatusCode"}},{"kind":"Field","name":{"kind":"Name","value":"shippedAt"}},{"kind":"Field","name":{"kind":"Name","value":"receiver"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"mobile"}},{"kind":"Field","name":{"kind":"Name","value":"province"}},{"kind":"Field","name":{"kind":"Name","value":"city"}},{"kind":"Field","name":{"kind":"Name","value":"district"}},{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"postalCode"}}]}},{"kind":"Field","name":{"kind":"Name","value":"logistics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"shipments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"trackingNumber"}},{"kind":"Field","name":{"kind":"Name","value":"carrierName"}},{"kind":"Field","name":{"kind":"Name","value":"carrierCode"}},{"kind":"Field","name":{"kind":"Name","value":"method"}},{"kind":"Field","name":{"kind":"Name","value":"shippedAt"}},{"kind":"Field","name":{"kind":"Name","value":"fee"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}}]}},{"kind":"Field","name":{"kind":"Name","value":"itemIds"}},{"kind":"Field","name":{"kind":"Name","value":"from"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"province"}},{"kind":"Field","name":{"kind":"Name","value":"city"}}]}},{"kind":"Field","name":{"kind":"Name","value":"to"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"province"}},{"kind":"Field","name":{"kind":"Name","value":"city"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<LogisticsQuery, LogisticsQueryVariables>;
export const ManyGatewaysDocument = {"__meta__":{"hash":"sha256:18aa5ed2e5c6837e7721e050a5d951104c5114390e3792a6f8f358d4c362676f"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ManyGateways"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"refs"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"OrderRef"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"orders"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"refs"},"value":{"kind":"Variable","name":{"kind":"Name","value":"refs"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"orderId"}},{"kind":"Field","name":{"kind":"Name","value":"platform"}},{"kind":"Field","name":{"kind":"Name","value":"gateway"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"paymentStatus"}},{"kind":"Field","name":{"kind":"Name","value":"shippingStatus"}},{"kind":"Field","name":{"kind":"Name","value":"refundStatus"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"totals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"itemId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}}]}},{"kind":"Field","name":{"kind":"Name","value":"logistics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"shipments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"trackingNumber"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ManyGatewaysQuery, ManyGatewaysQueryVariables>;
export const NoCallDocument = {"__meta__":{"hash":"sha256:2bfcdd757c30a75ada8b2d5d98355afbc4524618c008f7373e9195539abb5bc4"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"NoCall"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"order"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"shop"},"value":{"kind":"StringValue","value":"depot","block":false}},{"kind":"Argument","name":{"kind":"Name","value":"orderId"},"value":{"kind":"StringValue","value":"58218860983545941","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"orderId"}},{"kind":"Field","name":{"kind":"Name","value":"platform"}},{"kind":"Field","name":{"kind":"Name","value":"view"}},{"kind":"Field","name":{"kind":"Name","value":"shop"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<NoCallQuery, NoCallQueryVariables>;
export const OrderChangedDocument = {"__meta__":{"hash":"sha256:5f90de6073f9d866a37fe65098004dce18d6bf4791ed4f3e11213fb5ec147116"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"OrderChanged"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"orderChanged"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"where"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"changed"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"STATUS"},{"kind":"EnumValue","value":"PAYMENT"},{"kind":"EnumValue","value":"SHIPPING"},{"kind":"EnumValue","value":"REFUND"}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"shop"}},{"kind":"Field","name":{"kind":"Name","value":"orderId"}},{"kind":"Field","name":{"kind":"Name","value":"changed"}},{"kind":"Field","name":{"kind":"Name","value":"before"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"after"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]}}]} as unknown as DocumentNode<OrderChangedSubscription, OrderChangedSubscriptionVariables>;
export const OrderChangesDocument = {"__meta__":{"hash":"sha256:3ae7b9f08e607742bacaad1ec77020b819361ced45378268a443150250200636"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OrderChanges"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"orderChanges"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}},{"kind":"Argument","name":{"kind":"Name","value":"where"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"changed"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"STATUS"},{"kind":"EnumValue","value":"PAYMENT"},{"kind":"EnumValue","value":"SHIPPING"},{"kind":"EnumValue","value":"REFUND"}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"shop"}},{"kind":"Field","name":{"kind":"Name","value":"orderId"}},{"kind":"Field","name":{"kind":"Name","value":"changed"}},{"kind":"Field","name":{"kind":"Name","value":"before"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"after"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<OrderChangesQuery, OrderChangesQueryVariables>;
export const OrderCountsDocument = {"__meta__":{"hash":"sha256:18e800377a0ef017a9c5baca8ec3ef9e786eefe37c17a197bf164eb2ae54646d"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OrderCounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"toPay"},"name":{"kind":"Name","value":"orderCount"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"where"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"status"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"AWAITING_PAYMENT"}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"precision"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"toShip"},"name":{"kind":"Name","value":"orderCount"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"where"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"status"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"AWAITING_SHIPMENT"},{"kind":"EnumValue","value":"PARTIALLY_SHIPPED"}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"precision"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"onHold"},"name":{"kind":"Name","value":"orderCount"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"where"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"isOnHold"},"value":{"kind":"BooleanValue","value":true}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"precision"}}]}}]}}]} as unknown as DocumentNode<OrderCountsQuery, OrderCountsQueryVariables>;
export const OrderFilterDocument = {"__meta__":{"hash":"sha256:d78ab40ff9e6699b88162c63ea65f88101b8a588eeddbc54dff6f869fa469161"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OrderFilter"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"where"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"OrderWhere"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"orderSearch"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"where"},"value":{"kind":"Variable","name":{"kind":"Name","value":"where"}}},{"kind":"Argument","name":{"kind":"Name","value":"sortBy"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"key"},"value":{"kind":"EnumValue","value":"TOTAL"}},{"kind":"ObjectField","name":{"kind":"Name","value":"direction"},"value":{"kind":"EnumValue","value":"DESC"}}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"indexedAt"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"orderId"}},{"kind":"Field","name":{"kind":"Name","value":"paidAt"}},{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"coverage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"shop"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"completeSince"}},{"kind":"Field","name":{"kind":"Name","value":"fault"}}]}}]}}]}}]} as unknown as DocumentNode<OrderFilterQuery, OrderFilterQueryVariables>;
export const OrderListDocument = {"__meta__":{"hash":"sha256:b519d8ace98c16cf9cb697e9b24deca696afd05887640ea108a1b3cbff6f659e"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OrderList"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"orderSearch"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"where"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"status"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"AWAITING_SHIPMENT"},{"kind":"EnumValue","value":"PARTIALLY_SHIPPED"}]}}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"indexOnly"},"value":{"kind":"BooleanValue","value":true}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"orderId"}},{"kind":"Field","name":{"kind":"Name","value":"shop"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"totals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"count"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"precision"}}]}}]}}]}}]} as unknown as DocumentNode<OrderListQuery, OrderListQueryVariables>;
export const OrderStatisticsDocument = {"__meta__":{"hash":"sha256:5a017a911f93dab0f7ebb40d24326fd347f18f67161295075cfe7bd6cae5d39e"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OrderStatistics"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"where"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"OrderWhere"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"orderStatistics"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"where"},"value":{"kind":"Variable","name":{"kind":"Name","value":"where"}}},{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"DAY"},{"kind":"EnumValue","value":"SHOP"}]}},{"kind":"Argument","name":{"kind":"Name","value":"basis"},"value":{"kind":"EnumValue","value":"CREATED"}},{"kind":"Argument","name":{"kind":"Name","value":"timeZone"},"value":{"kind":"StringValue","value":"Asia/Shanghai","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"shop"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"totals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}}]}}]}}]}}]} as unknown as DocumentNode<OrderStatisticsQuery, OrderStatisticsQueryVariables>;
export const OrdersPageDocument = {"__meta__":{"hash":"sha256:8d6ed5256d92dd58b89267ecfe4b019ac9e29dd44109e3bb7e302b856447eb07"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OrdersPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"refs"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"OrderRef"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"orders"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"refs"},"value":{"kind":"Variable","name":{"kind":"Name","value":"refs"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"orderId"}},{"kind":"Field","name":{"kind":"Name","value":"shop"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"gateway"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"paymentStatus"}},{"kind":"Field","name":{"kind":"Name","value":"shippingStatus"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"totals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}}]}}]}}]}}]} as unknown as DocumentNode<OrdersPageQuery, OrdersPageQueryVariables>;
export const PaymentsAndStagesDocument = {"__meta__":{"hash":"sha256:bedb9dc3cdd816bb3a2333f36613ffc3dab9760862bebe811482052973eeb1fa"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PaymentsAndStages"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"shop"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"order"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"shop"},"value":{"kind":"Variable","name":{"kind":"Name","value":"shop"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"paymentStatus"}},{"kind":"Field","name":{"kind":"Name","value":"paymentStatusCode"}},{"kind":"Field","name":{"kind":"Name","value":"paidAt"}},{"kind":"Field","name":{"kind":"Name","value":"payments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"statusCode"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}}]}},{"kind":"Field","name":{"kind":"Name","value":"paidAt"}},{"kind":"Field","name":{"kind":"Name","value":"methodName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"stages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"isLast"}},{"kind":"Field","name":{"kind":"Name","value":"paymentStatus"}},{"kind":"Field","name":{"kind":"Name","value":"due"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}}]}},{"kind":"Field","name":{"kind":"Name","value":"paid"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}}]}},{"kind":"Field","name":{"kind":"Name","value":"shipping"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}}]}}]}}]}}]}}]} as unknown as DocumentNode<PaymentsAndStagesQuery, PaymentsAndStagesQueryVariables>;
export const PlanDocument = {"__meta__":{"hash":"sha256:0796d65de1365126ea8f79fe9998e0620f850d68a6b4a07cdc446aada6bff953"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Plan"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"refs"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"OrderRef"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"orders"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"refs"},"value":{"kind":"Variable","name":{"kind":"Name","value":"refs"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"orderId"}},{"kind":"Field","name":{"kind":"Name","value":"gateway"}},{"kind":"Field","name":{"kind":"Name","value":"fetchedAt"}},{"kind":"Field","name":{"kind":"Name","value":"logistics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"shipments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"trackingNumber"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"invoice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}}]}}]} as unknown as DocumentNode<PlanQuery, PlanQueryVariables>;
export const PlatformFieldsDocument = {"__meta__":{"hash":"sha256:069f3aedd32ffd558f6c80a3aaf7ada36b9613b63c83131909c53efb135846ae"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PlatformFields"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"refs"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"OrderRef"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"orders"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"refs"},"value":{"kind":"Variable","name":{"kind":"Name","value":"refs"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"orderId"}},{"kind":"Field","name":{"kind":"Name","value":"platformOrder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Alibaba1688Order"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tradeMethodName"}},{"kind":"Field","name":{"kind":"Name","value":"tradeTypeCode"}},{"kind":"Field","name":{"kind":"Name","value":"refundPayment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}}]}},{"kind":"Field","name":{"kind":"Name","value":"paymentChannels"}},{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"specId"}},{"kind":"Field","name":{"kind":"Name","value":"quantityFactor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"encryptedOrigin"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"platformCode"}},{"kind":"Field","name":{"kind":"Name","value":"orderNumber"}},{"kind":"Field","name":{"kind":"Name","value":"address"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"province"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"city"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TaobaoTrade"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sources"}},{"kind":"Field","name":{"kind":"Name","value":"presale"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"statusCode"}},{"kind":"Field","name":{"kind":"Name","value":"paid"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"delivery"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"shipBefore"}},{"kind":"Field","name":{"kind":"Name","value":"isPartlyShipped"}}]}},{"kind":"Field","name":{"kind":"Name","value":"payment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"couponFee"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AliExpressOrder"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"loanStatusCode"}},{"kind":"Field","name":{"kind":"Name","value":"escrowFee"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cent"}},{"kind":"Field","name":{"kind":"Name","value":"centFactor"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}}]}},{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"logisticsServiceName"}},{"kind":"Field","name":{"kind":"Name","value":"commissionRate"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<PlatformFieldsQuery, PlatformFieldsQueryVariables>;
export const RatingsDocument = {"__meta__":{"hash":"sha256:28d5fecc27509f67d9d8d0204bf07d97429865f92cc7d61840c4773bb6bbf090"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Ratings"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"shop"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"order"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"shop"},"value":{"kind":"Variable","name":{"kind":"Name","value":"shop"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ratings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"buyerStatus"}},{"kind":"Field","name":{"kind":"Name","value":"sellerStatus"}},{"kind":"Field","name":{"kind":"Name","value":"ofBuyer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stars"}},{"kind":"Field","name":{"kind":"Name","value":"content"}},{"kind":"Field","name":{"kind":"Name","value":"publishedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"ofSeller"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stars"}},{"kind":"Field","name":{"kind":"Name","value":"content"}},{"kind":"Field","name":{"kind":"Name","value":"publishedAt"}}]}}]}}]}}]}}]} as unknown as DocumentNode<RatingsQuery, RatingsQueryVariables>;
export const RefundsDocument = {"__meta__":{"hash":"sha256:4498b29d5cd840fa60670d7d9af46daf693cef1a47c3d335f146eae2edaac469"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Refunds"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"shop"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"order"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"shop"},"value":{"kind":"Variable","name":{"kind":"Name","value":"shop"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"refundStatus"}},{"kind":"Field","name":{"kind":"Name","value":"refundStatusCode"}},{"kind":"Field","name":{"kind":"Name","value":"refunds"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"itemId"}},{"kind":"Field","name":{"kind":"Name","value":"refundStatus"}},{"kind":"Field","name":{"kind":"Name","value":"refundStatusCode"}},{"kind":"Field","name":{"kind":"Name","value":"refundId"}},{"kind":"Field","name":{"kind":"Name","value":"refunded"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}}]}}]}}]}}]}}]} as unknown as DocumentNode<RefundsQuery, RefundsQueryVariables>;
export const ShippingDeadlinesDocument = {"__meta__":{"hash":"sha256:b32f5e190aa248e5bbb5cfb1923d2426dc2e6a1395eea31356c7fb8e557bebaa"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ShippingDeadlines"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"shop"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"order"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"shop"},"value":{"kind":"Variable","name":{"kind":"Name","value":"shop"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"itemId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"platformOrder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Alibaba1688Order"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"shippingRisk"}},{"kind":"Field","name":{"kind":"Name","value":"downstreamChannel"}},{"kind":"Field","name":{"kind":"Name","value":"prescribedCarrierCode"}},{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"itemId"}},{"kind":"Field","name":{"kind":"Name","value":"canSendGoods"}},{"kind":"Field","name":{"kind":"Name","value":"cantSendReason"}},{"kind":"Field","name":{"kind":"Name","value":"pickupRisk"}},{"kind":"Field","name":{"kind":"Name","value":"downstreamLines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"shipBy"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<ShippingDeadlinesQuery, ShippingDeadlinesQueryVariables>;
export const ShopsDocument = {"__meta__":{"hash":"sha256:d711891fec07cd749971b790b5d2a5d8a168aea958d08ee4a666aa2e8df436cc"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Shops"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"shops"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"platform"}},{"kind":"Field","name":{"kind":"Name","value":"view"}},{"kind":"Field","name":{"kind":"Name","value":"gateways"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"health"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"circuit"}},{"kind":"Field","name":{"kind":"Name","value":"lastSuccessAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastFault"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ShopsQuery, ShopsQueryVariables>;
export const ToShipTodayDocument = {"__meta__":{"hash":"sha256:44fe7ad959b4972e9f64cf2cebc3dac4da38d6264ea2774811d0996cab5cfdc6"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ToShipToday"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"refs"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"OrderRef"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"orders"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"refs"},"value":{"kind":"Variable","name":{"kind":"Name","value":"refs"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"orderId"}},{"kind":"Field","name":{"kind":"Name","value":"platform"}},{"kind":"Field","name":{"kind":"Name","value":"view"}},{"kind":"Field","name":{"kind":"Name","value":"fulfillment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"isAddressChanged"}},{"kind":"Field","name":{"kind":"Name","value":"components"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"itemId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"refundStatus"}},{"kind":"Field","name":{"kind":"Name","value":"fulfillment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"mayShip"}},{"kind":"Field","name":{"kind":"Name","value":"holds"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"shipBy"}},{"kind":"Field","name":{"kind":"Name","value":"overdueRisk"}},{"kind":"Field","name":{"kind":"Name","value":"carriers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"prescribed"}},{"kind":"Field","name":{"kind":"Name","value":"forbidden"}}]}},{"kind":"Field","name":{"kind":"Name","value":"shipper"}},{"kind":"Field","name":{"kind":"Name","value":"isGift"}},{"kind":"Field","name":{"kind":"Name","value":"components"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"skuCode"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<ToShipTodayQuery, ToShipTodayQueryVariables>;