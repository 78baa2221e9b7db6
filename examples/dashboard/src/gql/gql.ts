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
    "\n  fragment RowOrder on Order {\n    orderId\n    platform\n    gateway\n    status\n    statusCode\n    paymentStatus\n    shippingStatus\n    refundStatus\n    createdAt\n    totals {\n      total {\n        amount\n        currencyCode\n      }\n    }\n    items {\n      itemId\n      name\n      imageUrls\n    }\n    stale\n    warnings {\n      path\n      message\n    }\n  }\n": typeof types.RowOrderFragmentDoc,
    "\n  query Board($refs: [OrderRef!]!, $maxAge: Int) {\n    orders(refs: $refs, maxAge: $maxAge) {\n      ...ViewedOrder\n      ...RowOrder\n      ...ChartedOrder\n    }\n  }\n": typeof types.BoardDocument,
    "\n  fragment ViewedOrder on Order {\n    status\n    platform\n    createdAt\n    shop {\n      name\n    }\n    totals {\n      total {\n        amount\n        currencyCode\n      }\n    }\n    items {\n      name\n    }\n  }\n": typeof types.ViewedOrderFragmentDoc,
    "\n  fragment ChartedOrder on Order {\n    status\n    platform\n    createdAt\n    totals {\n      total {\n        amount\n        currencyCode\n      }\n    }\n    logistics {\n      shipments {\n        carrierName\n        carrierCode\n      }\n    }\n  }\n": typeof types.ChartedOrderFragmentDoc,
    "\n  query Shops {\n    shops {\n      id\n      name\n      platform\n    }\n  }\n": typeof types.ShopsDocument,
    "\n  fragment GatewayOrder on Order {\n    gateway\n    fetchedAt\n    statusCode\n    paymentStatusCode\n    shippingStatusCode\n    refundStatusCode\n    upstream {\n      requestId\n      returnCodes\n    }\n    warnings {\n      path\n      message\n    }\n  }\n": typeof types.GatewayOrderFragmentDoc,
    "\n  fragment HeaderOrder on Order {\n    orderId\n    platform\n    gateway\n    view\n    shop {\n      id\n      name\n    }\n    status\n    statusCode\n    paymentStatus\n    paymentStatusCode\n    shippingStatus\n    shippingStatusCode\n    refundStatus\n    refundStatusCode\n    holdReasons\n    closeReason\n    createdAt\n    stale\n    fetchedAt\n  }\n": typeof types.HeaderOrderFragmentDoc,
    "\n  query Invoice($shop: ID!, $orderId: ID!) {\n    order(shop: $shop, orderId: $orderId) {\n      id\n      invoice {\n        type\n        typeCode\n        medium\n        mediumCode\n        content\n      }\n    }\n  }\n": typeof types.InvoiceDocument,
    "\n  query Invoiced($shop: ID!, $orderId: ID!) {\n    order(shop: $shop, orderId: $orderId) {\n      id\n      invoice {\n        title\n        taxpayerId\n        receiver {\n          name\n          mobile\n          street\n        }\n      }\n    }\n  }\n": typeof types.InvoicedDocument,
    "\n  fragment ItemsOrder on Order {\n    status\n    items {\n      itemId\n      name\n      options {\n        name\n        value\n      }\n      quantity\n      unit\n      unitPrice {\n        amount\n        currencyCode\n      }\n      total {\n        amount\n        currencyCode\n      }\n      status\n      statusCode\n      refundStatus\n      productCode\n      skuCode\n      imageUrls\n    }\n  }\n": typeof types.ItemsOrderFragmentDoc,
    "\n  query Order($shop: ID!, $orderId: ID!) {\n    order(shop: $shop, orderId: $orderId) {\n      id\n      ...HeaderOrder\n      ...TimelineOrder\n      ...ItemsOrder\n      ...TotalsOrder\n      ...GatewayOrder\n    }\n  }\n": typeof types.OrderDocument,
    "\n  query Parcels($shop: ID!, $orderId: ID!) {\n    order(shop: $shop, orderId: $orderId) {\n      id\n      logistics {\n        shipments {\n          id\n          trackingNumber\n          carrierName\n          carrierCode\n          method\n          shippedAt\n          deliveredAt\n          expectedAt\n          itemIds\n        }\n      }\n      items {\n        itemId\n        name\n        quantity\n        unit\n      }\n    }\n  }\n": typeof types.ParcelsDocument,
    "\n  query Payments($shop: ID!, $orderId: ID!) {\n    order(shop: $shop, orderId: $orderId) {\n      id\n      payments {\n        id\n        status\n        statusCode\n        amount {\n          amount\n          currencyCode\n        }\n        paidAt\n        methodName\n        methodCode\n      }\n      stages {\n        number\n        name\n        paymentStatus\n        paymentStatusCode\n        due {\n          amount\n          currencyCode\n        }\n        paid {\n          amount\n          currencyCode\n        }\n        paidAt\n      }\n      refunds {\n        id\n        itemId\n        status\n        statusCode\n        amount {\n          amount\n          currencyCode\n        }\n        refundedAt\n      }\n    }\n  }\n": typeof types.PaymentsDocument,
    "\n  query Places($shop: ID!, $orderId: ID!) {\n    order(shop: $shop, orderId: $orderId) {\n      id\n      privacy\n      receiver {\n        country\n        province\n        city\n      }\n      seller {\n        shopName\n      }\n    }\n  }\n": typeof types.PlacesDocument,
    "\n  query Receiver($shop: ID!, $orderId: ID!) {\n    order(shop: $shop, orderId: $orderId) {\n      id\n      receiver {\n        name\n        mobile\n        phone\n        address\n      }\n    }\n  }\n": typeof types.ReceiverDocument,
    "\n  query People($shop: ID!, $orderId: ID!) {\n    order(shop: $shop, orderId: $orderId) {\n      id\n      receiver {\n        name\n        mobile\n        phone\n        district\n        town\n        address\n        address2\n        postalCode\n      }\n      buyer {\n        loginId\n        name\n        companyName\n        email\n        phone\n        mobile\n      }\n      seller {\n        loginId\n        name\n        companyName\n        email\n        phone\n        mobile\n      }\n      notes {\n        buyerMessage\n        buyerMemo\n        sellerMemo\n        remark\n      }\n    }\n  }\n": typeof types.PeopleDocument,
    "\n  fragment TimelineOrder on Order {\n    createdAt\n    paidAt\n    shippedAt\n    receivedAt\n    completedAt\n    modifiedAt\n    expiresAt\n  }\n": typeof types.TimelineOrderFragmentDoc,
    "\n  fragment TotalsOrder on Order {\n    totals {\n      items {\n        ...Shown\n      }\n      shipping {\n        ...Shown\n      }\n      discount {\n        ...Shown\n      }\n      coupon {\n        ...Shown\n      }\n      adjustment {\n        ...Shown\n      }\n      tax {\n        ...Shown\n      }\n      total {\n        ...Shown\n      }\n      received {\n        ...Shown\n      }\n      refunded {\n        ...Shown\n      }\n      commission {\n        ...Shown\n      }\n    }\n  }\n": typeof types.TotalsOrderFragmentDoc,
    "\n  fragment Shown on Money {\n    amount\n    currencyCode\n  }\n": typeof types.ShownFragmentDoc,
};
const documents: Documents = {
    "\n  fragment RowOrder on Order {\n    orderId\n    platform\n    gateway\n    status\n    statusCode\n    paymentStatus\n    shippingStatus\n    refundStatus\n    createdAt\n    totals {\n      total {\n        amount\n        currencyCode\n      }\n    }\n    items {\n      itemId\n      name\n      imageUrls\n    }\n    stale\n    warnings {\n      path\n      message\n    }\n  }\n": types.RowOrderFragmentDoc,
    "\n  query Board($refs: [OrderRef!]!, $maxAge: Int) {\n    orders(refs: $refs, maxAge: $maxAge) {\n      ...ViewedOrder\n      ...RowOrder\n      ...ChartedOrder\n    }\n  }\n": types.BoardDocument,
    "\n  fragment ViewedOrder on Order {\n    status\n    platform\n    createdAt\n    shop {\n      name\n    }\n    totals {\n      total {\n        amount\n        currencyCode\n      }\n    }\n    items {\n      name\n    }\n  }\n": types.ViewedOrderFragmentDoc,
    "\n  fragment ChartedOrder on Order {\n    status\n    platform\n    createdAt\n    totals {\n      total {\n        amount\n        currencyCode\n      }\n    }\n    logistics {\n      shipments {\n        carrierName\n        carrierCode\n      }\n    }\n  }\n": types.ChartedOrderFragmentDoc,
    "\n  query Shops {\n    shops {\n      id\n      name\n      platform\n    }\n  }\n": types.ShopsDocument,
    "\n  fragment GatewayOrder on Order {\n    gateway\n    fetchedAt\n    statusCode\n    paymentStatusCode\n    shippingStatusCode\n    refundStatusCode\n    upstream {\n      requestId\n      returnCodes\n    }\n    warnings {\n      path\n      message\n    }\n  }\n": types.GatewayOrderFragmentDoc,
    "\n  fragment HeaderOrder on Order {\n    orderId\n    platform\n    gateway\n    view\n    shop {\n      id\n      name\n    }\n    status\n    statusCode\n    paymentStatus\n    paymentStatusCode\n    shippingStatus\n    shippingStatusCode\n    refundStatus\n    refundStatusCode\n    holdReasons\n    closeReason\n    createdAt\n    stale\n    fetchedAt\n  }\n": types.HeaderOrderFragmentDoc,
    "\n  query Invoice($shop: ID!, $orderId: ID!) {\n    order(shop: $shop, orderId: $orderId) {\n      id\n      invoice {\n        type\n        typeCode\n        medium\n        mediumCode\n        content\n      }\n    }\n  }\n": types.InvoiceDocument,
    "\n  query Invoiced($shop: ID!, $orderId: ID!) {\n    order(shop: $shop, orderId: $orderId) {\n      id\n      invoice {\n        title\n        taxpayerId\n        receiver {\n          name\n          mobile\n          street\n        }\n      }\n    }\n  }\n": types.InvoicedDocument,
    "\n  fragment ItemsOrder on Order {\n    status\n    items {\n      itemId\n      name\n      options {\n        name\n        value\n      }\n      quantity\n      unit\n      unitPrice {\n        amount\n        currencyCode\n      }\n      total {\n        amount\n        currencyCode\n      }\n      status\n      statusCode\n      refundStatus\n      productCode\n      skuCode\n      imageUrls\n    }\n  }\n": types.ItemsOrderFragmentDoc,
    "\n  query Order($shop: ID!, $orderId: ID!) {\n    order(shop: $shop, orderId: $orderId) {\n      id\n      ...HeaderOrder\n      ...TimelineOrder\n      ...ItemsOrder\n      ...TotalsOrder\n      ...GatewayOrder\n    }\n  }\n": types.OrderDocument,
    "\n  query Parcels($shop: ID!, $orderId: ID!) {\n    order(shop: $shop, orderId: $orderId) {\n      id\n      logistics {\n        shipments {\n          id\n          trackingNumber\n          carrierName\n          carrierCode\n          method\n          shippedAt\n          deliveredAt\n          expectedAt\n          itemIds\n        }\n      }\n      items {\n        itemId\n        name\n        quantity\n        unit\n      }\n    }\n  }\n": types.ParcelsDocument,
    "\n  query Payments($shop: ID!, $orderId: ID!) {\n    order(shop: $shop, orderId: $orderId) {\n      id\n      payments {\n        id\n        status\n        statusCode\n        amount {\n          amount\n          currencyCode\n        }\n        paidAt\n        methodName\n        methodCode\n      }\n      stages {\n        number\n        name\n        paymentStatus\n        paymentStatusCode\n        due {\n          amount\n          currencyCode\n        }\n        paid {\n          amount\n          currencyCode\n        }\n        paidAt\n      }\n      refunds {\n        id\n        itemId\n        status\n        statusCode\n        amount {\n          amount\n          currencyCode\n        }\n        refundedAt\n      }\n    }\n  }\n": types.PaymentsDocument,
    "\n  query Places($shop: ID!, $orderId: ID!) {\n    order(shop: $shop, orderId: $orderId) {\n      id\n      privacy\n      receiver {\n        country\n        province\n        city\n      }\n      seller {\n        shopName\n      }\n    }\n  }\n": types.PlacesDocument,
    "\n  query Receiver($shop: ID!, $orderId: ID!) {\n    order(shop: $shop, orderId: $orderId) {\n      id\n      receiver {\n        name\n        mobile\n        phone\n        address\n      }\n    }\n  }\n": types.ReceiverDocument,
    "\n  query People($shop: ID!, $orderId: ID!) {\n    order(shop: $shop, orderId: $orderId) {\n      id\n      receiver {\n        name\n        mobile\n        phone\n        district\n        town\n        address\n        address2\n        postalCode\n      }\n      buyer {\n        loginId\n        name\n        companyName\n        email\n        phone\n        mobile\n      }\n      seller {\n        loginId\n        name\n        companyName\n        email\n        phone\n        mobile\n      }\n      notes {\n        buyerMessage\n        buyerMemo\n        sellerMemo\n        remark\n      }\n    }\n  }\n": types.PeopleDocument,
    "\n  fragment TimelineOrder on Order {\n    createdAt\n    paidAt\n    shippedAt\n    receivedAt\n    completedAt\n    modifiedAt\n    expiresAt\n  }\n": types.TimelineOrderFragmentDoc,
    "\n  fragment TotalsOrder on Order {\n    totals {\n      items {\n        ...Shown\n      }\n      shipping {\n        ...Shown\n      }\n      discount {\n        ...Shown\n      }\n      coupon {\n        ...Shown\n      }\n      adjustment {\n        ...Shown\n      }\n      tax {\n        ...Shown\n      }\n      total {\n        ...Shown\n      }\n      received {\n        ...Shown\n      }\n      refunded {\n        ...Shown\n      }\n      commission {\n        ...Shown\n      }\n    }\n  }\n": types.TotalsOrderFragmentDoc,
    "\n  fragment Shown on Money {\n    amount\n    currencyCode\n  }\n": types.ShownFragmentDoc,
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
export function graphql(source: "\n  fragment RowOrder on Order {\n    orderId\n    platform\n    gateway\n    status\n    statusCode\n    paymentStatus\n    shippingStatus\n    refundStatus\n    createdAt\n    totals {\n      total {\n        amount\n        currencyCode\n      }\n    }\n    items {\n      itemId\n      name\n      imageUrls\n    }\n    stale\n    warnings {\n      path\n      message\n    }\n  }\n"): (typeof documents)["\n  fragment RowOrder on Order {\n    orderId\n    platform\n    gateway\n    status\n    statusCode\n    paymentStatus\n    shippingStatus\n    refundStatus\n    createdAt\n    totals {\n      total {\n        amount\n        currencyCode\n      }\n    }\n    items {\n      itemId\n      name\n      imageUrls\n    }\n    stale\n    warnings {\n      path\n      message\n    }\n  }\n"];
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
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment GatewayOrder on Order {\n    gateway\n    fetchedAt\n    statusCode\n    paymentStatusCode\n    shippingStatusCode\n    refundStatusCode\n    upstream {\n      requestId\n      returnCodes\n    }\n    warnings {\n      path\n      message\n    }\n  }\n"): (typeof documents)["\n  fragment GatewayOrder on Order {\n    gateway\n    fetchedAt\n    statusCode\n    paymentStatusCode\n    shippingStatusCode\n    refundStatusCode\n    upstream {\n      requestId\n      returnCodes\n    }\n    warnings {\n      path\n      message\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment HeaderOrder on Order {\n    orderId\n    platform\n    gateway\n    view\n    shop {\n      id\n      name\n    }\n    status\n    statusCode\n    paymentStatus\n    paymentStatusCode\n    shippingStatus\n    shippingStatusCode\n    refundStatus\n    refundStatusCode\n    holdReasons\n    closeReason\n    createdAt\n    stale\n    fetchedAt\n  }\n"): (typeof documents)["\n  fragment HeaderOrder on Order {\n    orderId\n    platform\n    gateway\n    view\n    shop {\n      id\n      name\n    }\n    status\n    statusCode\n    paymentStatus\n    paymentStatusCode\n    shippingStatus\n    shippingStatusCode\n    refundStatus\n    refundStatusCode\n    holdReasons\n    closeReason\n    createdAt\n    stale\n    fetchedAt\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Invoice($shop: ID!, $orderId: ID!) {\n    order(shop: $shop, orderId: $orderId) {\n      id\n      invoice {\n        type\n        typeCode\n        medium\n        mediumCode\n        content\n      }\n    }\n  }\n"): (typeof documents)["\n  query Invoice($shop: ID!, $orderId: ID!) {\n    order(shop: $shop, orderId: $orderId) {\n      id\n      invoice {\n        type\n        typeCode\n        medium\n        mediumCode\n        content\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Invoiced($shop: ID!, $orderId: ID!) {\n    order(shop: $shop, orderId: $orderId) {\n      id\n      invoice {\n        title\n        taxpayerId\n        receiver {\n          name\n          mobile\n          street\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Invoiced($shop: ID!, $orderId: ID!) {\n    order(shop: $shop, orderId: $orderId) {\n      id\n      invoice {\n        title\n        taxpayerId\n        receiver {\n          name\n          mobile\n          street\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ItemsOrder on Order {\n    status\n    items {\n      itemId\n      name\n      options {\n        name\n        value\n      }\n      quantity\n      unit\n      unitPrice {\n        amount\n        currencyCode\n      }\n      total {\n        amount\n        currencyCode\n      }\n      status\n      statusCode\n      refundStatus\n      productCode\n      skuCode\n      imageUrls\n    }\n  }\n"): (typeof documents)["\n  fragment ItemsOrder on Order {\n    status\n    items {\n      itemId\n      name\n      options {\n        name\n        value\n      }\n      quantity\n      unit\n      unitPrice {\n        amount\n        currencyCode\n      }\n      total {\n        amount\n        currencyCode\n      }\n      status\n      statusCode\n      refundStatus\n      productCode\n      skuCode\n      imageUrls\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Order($shop: ID!, $orderId: ID!) {\n    order(shop: $shop, orderId: $orderId) {\n      id\n      ...HeaderOrder\n      ...TimelineOrder\n      ...ItemsOrder\n      ...TotalsOrder\n      ...GatewayOrder\n    }\n  }\n"): (typeof documents)["\n  query Order($shop: ID!, $orderId: ID!) {\n    order(shop: $shop, orderId: $orderId) {\n      id\n      ...HeaderOrder\n      ...TimelineOrder\n      ...ItemsOrder\n      ...TotalsOrder\n      ...GatewayOrder\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Parcels($shop: ID!, $orderId: ID!) {\n    order(shop: $shop, orderId: $orderId) {\n      id\n      logistics {\n        shipments {\n          id\n          trackingNumber\n          carrierName\n          carrierCode\n          method\n          shippedAt\n          deliveredAt\n          expectedAt\n          itemIds\n        }\n      }\n      items {\n        itemId\n        name\n        quantity\n        unit\n      }\n    }\n  }\n"): (typeof documents)["\n  query Parcels($shop: ID!, $orderId: ID!) {\n    order(shop: $shop, orderId: $orderId) {\n      id\n      logistics {\n        shipments {\n          id\n          trackingNumber\n          carrierName\n          carrierCode\n          method\n          shippedAt\n          deliveredAt\n          expectedAt\n          itemIds\n        }\n      }\n      items {\n        itemId\n        name\n        quantity\n        unit\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Payments($shop: ID!, $orderId: ID!) {\n    order(shop: $shop, orderId: $orderId) {\n      id\n      payments {\n        id\n        status\n        statusCode\n        amount {\n          amount\n          currencyCode\n        }\n        paidAt\n        methodName\n        methodCode\n      }\n      stages {\n        number\n        name\n        paymentStatus\n        paymentStatusCode\n        due {\n          amount\n          currencyCode\n        }\n        paid {\n          amount\n          currencyCode\n        }\n        paidAt\n      }\n      refunds {\n        id\n        itemId\n        status\n        statusCode\n        amount {\n          amount\n          currencyCode\n        }\n        refundedAt\n      }\n    }\n  }\n"): (typeof documents)["\n  query Payments($shop: ID!, $orderId: ID!) {\n    order(shop: $shop, orderId: $orderId) {\n      id\n      payments {\n        id\n        status\n        statusCode\n        amount {\n          amount\n          currencyCode\n        }\n        paidAt\n        methodName\n        methodCode\n      }\n      stages {\n        number\n        name\n        paymentStatus\n        paymentStatusCode\n        due {\n          amount\n          currencyCode\n        }\n        paid {\n          amount\n          currencyCode\n        }\n        paidAt\n      }\n      refunds {\n        id\n        itemId\n        status\n        statusCode\n        amount {\n          amount\n          currencyCode\n        }\n        refundedAt\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Places($shop: ID!, $orderId: ID!) {\n    order(shop: $shop, orderId: $orderId) {\n      id\n      privacy\n      receiver {\n        country\n        province\n        city\n      }\n      seller {\n        shopName\n      }\n    }\n  }\n"): (typeof documents)["\n  query Places($shop: ID!, $orderId: ID!) {\n    order(shop: $shop, orderId: $orderId) {\n      id\n      privacy\n      receiver {\n        country\n        province\n        city\n      }\n      seller {\n        shopName\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Receiver($shop: ID!, $orderId: ID!) {\n    order(shop: $shop, orderId: $orderId) {\n      id\n      receiver {\n        name\n        mobile\n        phone\n        address\n      }\n    }\n  }\n"): (typeof documents)["\n  query Receiver($shop: ID!, $orderId: ID!) {\n    order(shop: $shop, orderId: $orderId) {\n      id\n      receiver {\n        name\n        mobile\n        phone\n        address\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query People($shop: ID!, $orderId: ID!) {\n    order(shop: $shop, orderId: $orderId) {\n      id\n      receiver {\n        name\n        mobile\n        phone\n        district\n        town\n        address\n        address2\n        postalCode\n      }\n      buyer {\n        loginId\n        name\n        companyName\n        email\n        phone\n        mobile\n      }\n      seller {\n        loginId\n        name\n        companyName\n        email\n        phone\n        mobile\n      }\n      notes {\n        buyerMessage\n        buyerMemo\n        sellerMemo\n        remark\n      }\n    }\n  }\n"): (typeof documents)["\n  query People($shop: ID!, $orderId: ID!) {\n    order(shop: $shop, orderId: $orderId) {\n      id\n      receiver {\n        name\n        mobile\n        phone\n        district\n        town\n        address\n        address2\n        postalCode\n      }\n      buyer {\n        loginId\n        name\n        companyName\n        email\n        phone\n        mobile\n      }\n      seller {\n        loginId\n        name\n        companyName\n        email\n        phone\n        mobile\n      }\n      notes {\n        buyerMessage\n        buyerMemo\n        sellerMemo\n        remark\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TimelineOrder on Order {\n    createdAt\n    paidAt\n    shippedAt\n    receivedAt\n    completedAt\n    modifiedAt\n    expiresAt\n  }\n"): (typeof documents)["\n  fragment TimelineOrder on Order {\n    createdAt\n    paidAt\n    shippedAt\n    receivedAt\n    completedAt\n    modifiedAt\n    expiresAt\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TotalsOrder on Order {\n    totals {\n      items {\n        ...Shown\n      }\n      shipping {\n        ...Shown\n      }\n      discount {\n        ...Shown\n      }\n      coupon {\n        ...Shown\n      }\n      adjustment {\n        ...Shown\n      }\n      tax {\n        ...Shown\n      }\n      total {\n        ...Shown\n      }\n      received {\n        ...Shown\n      }\n      refunded {\n        ...Shown\n      }\n      commission {\n        ...Shown\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment TotalsOrder on Order {\n    totals {\n      items {\n        ...Shown\n      }\n      shipping {\n        ...Shown\n      }\n      discount {\n        ...Shown\n      }\n      coupon {\n        ...Shown\n      }\n      adjustment {\n        ...Shown\n      }\n      tax {\n        ...Shown\n      }\n      total {\n        ...Shown\n      }\n      received {\n        ...Shown\n      }\n      refunded {\n        ...Shown\n      }\n      commission {\n        ...Shown\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Shown on Money {\n    amount\n    currencyCode\n  }\n"): (typeof documents)["\n  fragment Shown on Money {\n    amount\n    currencyCode\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;