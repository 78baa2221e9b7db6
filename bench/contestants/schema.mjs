// The schema of the GraphQL rivals: the fields of the questions and no others, each read when it is asked for.
import { orderOf } from './gateway.mjs';
import { money, statusOf, time } from './values.mjs';

export const typeDefs = `
  scalar Decimal
  scalar DateTime
  scalar CurrencyCode
  enum OrderStatus { CANCELLED COMPLETED AWAITING_SHIPMENT UNKNOWN }
  type Money { amount: Decimal! currencyCode: CurrencyCode! minorUnits: String! }
  type OrderTotals { total: Money items: Money shipping: Money }
  type ProductItem {
    itemId: ID! productId: ID name: String quantity: Decimal unit: String unitPrice: Money total: Money
    status: OrderStatus! createdAt: DateTime
  }
  type Order {
    orderId: ID! status: OrderStatus! statusCode: String createdAt: DateTime modifiedAt: DateTime
    completedAt: DateTime closeReason: String totals: OrderTotals items: [ProductItem!]
  }
  input OrderRef { shop: ID! orderId: ID! }
  type Query { order(shop: ID!, orderId: ID!): Order orders(refs: [OrderRef!]!): [Order]! }
`;

/** @param load how an order is had: of itself, or by means of the context */
export const resolversWith = (load = (_context, shop, orderId) => orderOf(shop, orderId)) => ({
  Query: {
    order: (_root, { shop, orderId }, context, info) => load(context, shop, orderId, info),
    orders: (_root, { refs }, context, info) => refs.map(({ shop, orderId }) => load(context, shop, orderId, info)),
  },
  Order: {
    orderId: ({ base_info: base }) => base.id_of_str,
    status: ({ base_info: base }) => statusOf(base.status),
    statusCode: ({ base_info: base }) => base.status,
    createdAt: ({ base_info: base }) => time(base.create_time),
    modifiedAt: ({ base_info: base }) => time(base.modify_time),
    completedAt: ({ base_info: base }) => time(base.complete_time),
    closeReason: ({ base_info: base }) => base.close_reason,
    totals: ({ base_info: base }) => base,
    items: ({ product_items: items }) => items,
  },
  OrderTotals: {
    total: (base) => money(base.total_amount),
    items: (base) => money(base.sum_product_payment),
    shipping: (base) => money(base.shipping_fee),
  },
  ProductItem: {
    itemId: (item) => item.sub_item_i_d_string,
    productId: (item) => item.product_i_d,
    quantity: (item) => String(item.quantity),
    unitPrice: (item) => money(item.price),
    total: (item) => money(item.item_amount),
    status: (item) => statusOf(item.status),
    createdAt: (item) => time(item.gmt_create),
  },
});
