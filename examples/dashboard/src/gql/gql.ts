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
    "\n  fragment RowOrder on Order {\n    orderId\n    platform\n    gateway\n    status\n    statusCode\n    paymentStatus\n    shippingStatus\n    refundStatus\n    createdAt\n    totals {\n      total {\n        amount\n        currencyCode\n      }\n    }\n    items {\n      itemId\n      name\n      imageUrls\n      fulfillment {\n        status\n        mayShip\n      }\n    }\n    fulfillment {\n      ...Shippable\n    }\n    stale\n    warnings {\n      path\n      message\n    }\n  }\n": typeof types.RowOrderFragmentDoc,
    "\n  query Board($refs: [OrderRef!]!, $maxAge: Int) {\n    orders(refs: $refs, maxAge: $maxAge) {\n      ...ViewedOrder\n      ...RowOrder\n      ...ChartedOrder\n    }\n  }\n": typeof types.BoardDocument,
    "\n  fragment ViewedOrder on Order {\n    status\n    platform\n    createdAt\n    shop {\n      name\n    }\n    totals {\n      total {\n        amount\n        currencyCode\n      }\n    }\n    items {\n      name\n    }\n    fulfillment {\n      status\n      shipBy\n    }\n  }\n": typeof types.ViewedOrderFragmentDoc,
    "\n  fragment ChartedOrder on Order {\n    status\n    platform\n    createdAt\n    totals {\n      total {\n        amount\n        currencyCode\n      }\n    }\n    logistics {\n      shipments {\n        carrierName\n        carrierCode\n      }\n    }\n  }\n": typeof types.ChartedOrderFragmentDoc,
    "\n  fragment Change on OrderChange {\n    cursor\n    kind\n    shop\n    orderId\n  }\n": typeof types.ChangeFragmentDoc,
    "\n  subscription OrderChanged($after: String) {\n    orderChanged(after: $after) {\n      ...Change\n    }\n  }\n": typeof types.OrderChangedDocument,
    "\n  query OrderChanges($after: String, $first: Int!) {\n    orderChanges(after: $after, first: $first) {\n      nodes {\n        ...Change\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.OrderChangesDocument,
    "\n  query Figures($placed: OrderWhere, $paid: OrderWhere, $open: OrderWhere, $zone: String) {\n    placed: orderStatistics(where: $placed, by: [DAY, STATUS], timeZone: $zone) {\n      ...Figure\n    }\n    paid: orderStatistics(where: $paid, by: [DAY], basis: PAID, timeZone: $zone) {\n      ...Figure\n    }\n    open: orderStatistics(where: $open, by: [STATUS]) {\n      ...Figure\n    }\n  }\n": typeof types.FiguresDocument,
    "\n  fragment Figure on OrderStatistic {\n    platform\n    status\n    from\n    count\n    totals {\n      amount\n      currencyCode\n    }\n  }\n": typeof types.FigureFragmentDoc,
    "\n  query PlatformFigures($placed: OrderWhere, $zone: String) {\n    placed: orderStatistics(where: $placed, by: [PLATFORM, STATUS], timeZone: $zone) {\n      ...Figure\n    }\n  }\n": typeof types.PlatformFiguresDocument,
    "\n  mutation ImportOrders($refs: [OrderRef!]!) {\n    importOrders(refs: $refs) {\n      ...ImportProgress\n    }\n  }\n": typeof types.ImportOrdersDocument,
    "\n  query OrderImport($id: ID!) {\n    orderImport(id: $id) {\n      ...ImportProgress\n    }\n  }\n": typeof types.OrderImportDocument,
    "\n  fragment ImportProgress on OrderImport {\n    id\n    accepted\n    refused {\n      position\n      orderId\n      code\n      message\n    }\n    done\n    failed\n    state\n  }\n": typeof types.ImportProgressFragmentDoc,
    "\n  query Shops {\n    shops {\n      id\n      name\n      platform\n    }\n  }\n": typeof types.ShopsDocument,
    "\n  fragment FulfillmentOrder on Order {\n    fulfillment {\n      ...Shippable\n      collectBy\n      deliverBy\n      services\n      carriers {\n        ...Carriers\n      }\n      location {\n        code\n        country\n        province\n        city\n      }\n      components {\n        ...Picked\n      }\n      isAddressChanged\n      addressChangedAt\n    }\n    items {\n      fulfillment {\n        shipper\n      }\n    }\n  }\n": typeof types.FulfillmentOrderFragmentDoc,
    "\n  fragment GatewayOrder on Order {\n    gateway\n    fetchedAt\n    statusCode\n    paymentStatusCode\n    shippingStatusCode\n    refundStatusCode\n    upstream {\n      requestId\n      returnCodes\n    }\n    warnings {\n      path\n      message\n    }\n  }\n": typeof types.GatewayOrderFragmentDoc,
    "\n  fragment HeaderOrder on Order {\n    orderId\n    platform\n    gateway\n    view\n    shop {\n      id\n      name\n    }\n    status\n    statusCode\n    paymentStatus\n    paymentStatusCode\n    shippingStatus\n    shippingStatusCode\n    refundStatus\n    refundStatusCode\n    closeReason\n    createdAt\n    stale\n    fetchedAt\n    ...ToShipOrder\n  }\n": typeof types.HeaderOrderFragmentDoc,
    "\n  query Invoice($shop: ID!, $orderId: ID!) {\n    order(shop: $shop, orderId: $orderId) {\n      id\n      invoice {\n        type\n        typeCode\n        medium\n        mediumCode\n        content\n      }\n    }\n  }\n": typeof types.InvoiceDocument,
    "\n  query Invoiced($shop: ID!, $orderId: ID!) {\n    order(shop: $shop, orderId: $orderId) {\n      id\n      invoice {\n        title\n        taxpayerId\n        receiver {\n          name\n          mobile\n          street\n        }\n      }\n    }\n  }\n": typeof types.InvoicedDocument,
    "\n  fragment ItemsOrder on Order {\n    status\n    items {\n      itemId\n      name\n      options {\n        name\n        value\n      }\n      quantity\n      unit\n      unitPrice {\n        amount\n        currencyCode\n      }\n      total {\n        amount\n        currencyCode\n      }\n      status\n      statusCode\n      refundStatus\n      productCode\n      skuCode\n      imageUrls\n      fulfillment {\n        status\n        mayShip\n        ...LineFulfillment\n      }\n    }\n    fulfillment {\n      status\n      mayShip\n      ...WholeFulfillment\n    }\n  }\n": typeof types.ItemsOrderFragmentDoc,
    "\n  fragment LineFulfillment on Fulfillment {\n    ...Shippable\n    carriers {\n      ...Carriers\n    }\n    isGift\n    relatedItemIds\n    components {\n      ...Picked\n    }\n  }\n": typeof types.LineFulfillmentFragmentDoc,
    "\n  fragment WholeFulfillment on Fulfillment {\n    ...Shippable\n    carriers {\n      ...Carriers\n    }\n  }\n": typeof types.WholeFulfillmentFragmentDoc,
    "\n  query Order($shop: ID!, $orderId: ID!) {\n    order(shop: $shop, orderId: $orderId) {\n      id\n      ...HeaderOrder\n      ...TimelineOrder\n      ...ItemsOrder\n      ...FulfillmentOrder\n      ...TotalsOrder\n      ...GatewayOrder\n    }\n  }\n": typeof types.OrderDocument,
    "\n  query Parcels($shop: ID!, $orderId: ID!) {\n    order(shop: $shop, orderId: $orderId) {\n      id\n      logistics {\n        shipments {\n          id\n          trackingNumber\n          carrierName\n          carrierCode\n          method\n          shippedAt\n          deliveredAt\n          expectedAt\n          itemIds\n        }\n      }\n      items {\n        itemId\n        name\n        quantity\n        unit\n      }\n    }\n  }\n": typeof types.ParcelsDocument,
    "\n  query Payments($shop: ID!, $orderId: ID!) {\n    order(shop: $shop, orderId: $orderId) {\n      id\n      payments {\n        id\n        status\n        statusCode\n        amount {\n          amount\n          currencyCode\n        }\n        paidAt\n        methodName\n        methodCode\n      }\n      stages {\n        number\n        name\n        paymentStatus\n        paymentStatusCode\n        due {\n          amount\n          currencyCode\n        }\n        paid {\n          amount\n          currencyCode\n        }\n        paidAt\n      }\n      refunds {\n        id\n        itemId\n        status\n        statusCode\n        amount {\n          amount\n          currencyCode\n        }\n        refundedAt\n      }\n    }\n  }\n": typeof types.PaymentsDocument,
    "\n  query Places($shop: ID!, $orderId: ID!) {\n    order(shop: $shop, orderId: $orderId) {\n      id\n      privacy\n      receiver {\n        country\n        province\n        city\n      }\n      seller {\n        shopName\n      }\n    }\n  }\n": typeof types.PlacesDocument,
    "\n  query Receiver($shop: ID!, $orderId: ID!) {\n    order(shop: $shop, orderId: $orderId) {\n      id\n      receiver {\n        name\n        mobile\n        phone\n        address\n      }\n    }\n  }\n": typeof types.ReceiverDocument,
    "\n  query People($shop: ID!, $orderId: ID!) {\n    order(shop: $shop, orderId: $orderId) {\n      id\n      receiver {\n        name\n        mobile\n        phone\n        district\n        town\n        address\n        address2\n        postalCode\n      }\n      buyer {\n        loginId\n        name\n        companyName\n        email\n        phone\n        mobile\n      }\n      seller {\n        loginId\n        name\n        companyName\n        email\n        phone\n        mobile\n      }\n      notes {\n        buyerMessage\n        buyerMemo\n        sellerMemo\n        remark\n      }\n    }\n  }\n": typeof types.PeopleDocument,
    "\n  fragment Carriers on CarrierRules {\n    prescribed\n    preferred\n    forbidden\n  }\n": typeof types.CarriersFragmentDoc,
    "\n  fragment Picked on FulfillmentComponent {\n    productId\n    skuId\n    name\n    quantity\n    productCode\n    skuCode\n    isGift\n  }\n": typeof types.PickedFragmentDoc,
    "\n  fragment TimelineOrder on Order {\n    createdAt\n    paidAt\n    shippedAt\n    receivedAt\n    completedAt\n    modifiedAt\n    expiresAt\n  }\n": typeof types.TimelineOrderFragmentDoc,
    "\n  fragment ToShipOrder on Order {\n    holdReasons\n    fulfillment {\n      ...Shippable\n    }\n    items {\n      fulfillment {\n        status\n        mayShip\n      }\n    }\n  }\n": typeof types.ToShipOrderFragmentDoc,
    "\n  fragment TotalsOrder on Order {\n    totals {\n      items {\n        ...Shown\n      }\n      shipping {\n        ...Shown\n      }\n      discount {\n        ...Shown\n      }\n      coupon {\n        ...Shown\n      }\n      adjustment {\n        ...Shown\n      }\n      tax {\n        ...Shown\n      }\n      total {\n        ...Shown\n      }\n      received {\n        ...Shown\n      }\n      refunded {\n        ...Shown\n      }\n      commission {\n        ...Shown\n      }\n    }\n  }\n": typeof types.TotalsOrderFragmentDoc,
    "\n  fragment Shown on Money {\n    amount\n    currencyCode\n  }\n": typeof types.ShownFragmentDoc,
    "\n  fragment ListedOrder on Order {\n    id\n    orderId\n    outOrderId\n    shop {\n      id\n      name\n    }\n    platform\n    gateway\n    view\n    status\n    statusCode\n    paymentStatus\n    shippingStatus\n    refundStatus\n    createdAt\n    modifiedAt\n    paidAt\n    shippedAt\n    completedAt\n    expiresAt\n    fulfillment {\n      status\n      mayShip\n      shipBy\n      overdueRisk\n    }\n    totals {\n      total {\n        amount\n        currencyCode\n      }\n    }\n    stale\n  }\n": typeof types.ListedOrderFragmentDoc,
    "\n  query OrderList($where: OrderWhere, $search: String, $sortBy: OrderSort, $first: Int!, $after: String) {\n    orderSearch(where: $where, search: $search, sortBy: $sortBy, first: $first, after: $after, indexOnly: true) {\n      edges {\n        cursor\n        node {\n          ...ListedOrder\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n": typeof types.OrderListDocument,
    "\n  query OrderCount($where: OrderWhere, $search: String) {\n    orderCount(where: $where, search: $search) {\n      count\n      precision\n    }\n  }\n": typeof types.OrderCountDocument,
    "\n  query ViewCounts(\n    $all: OrderWhere\n    $toShip: OrderWhere\n    $unpaid: OrderWhere\n    $onHold: OrderWhere\n    $refunds: OrderWhere\n    $problems: OrderWhere\n  ) {\n    all: orderCount(where: $all) {\n      ...Counted\n    }\n    toShip: orderCount(where: $toShip) {\n      ...Counted\n    }\n    unpaid: orderCount(where: $unpaid) {\n      ...Counted\n    }\n    onHold: orderCount(where: $onHold) {\n      ...Counted\n    }\n    refunds: orderCount(where: $refunds) {\n      ...Counted\n    }\n    problems: orderCount(where: $problems) {\n      ...Counted\n    }\n  }\n": typeof types.ViewCountsDocument,
    "\n  fragment Counted on Count {\n    count\n    precision\n  }\n": typeof types.CountedFragmentDoc,
    "\n  query ChangedOrders($changed: OrderWhere!, $listed: OrderWhere!, $search: String, $first: Int!) {\n    changed: orderSearch(where: $changed, first: $first, indexOnly: true) {\n      ...Rows\n    }\n    listed: orderSearch(where: $listed, search: $search, first: $first, indexOnly: true) {\n      ...Rows\n    }\n  }\n": typeof types.ChangedOrdersDocument,
    "\n  fragment Rows on OrderConnection {\n    edges {\n      node {\n        ...ListedOrder\n      }\n    }\n  }\n": typeof types.RowsFragmentDoc,
    "\n  query PeopleSearch($account: String!) {\n    orderCount(where: { counterpart: $account }, limit: 1) {\n      count\n    }\n  }\n": typeof types.PeopleSearchDocument,
    "\n  query Coverage($where: OrderWhere) {\n    orderSearch(where: $where) {\n      coverage {\n        shop {\n          id\n          name\n        }\n        completeSince\n        syncedUntil\n        sources\n        fault\n      }\n    }\n  }\n": typeof types.CoverageDocument,
    "\n  query FirstFills {\n    shops {\n      id\n      name\n      platform\n      sync {\n        fault\n        streams {\n          name\n          percent\n          days\n          daysDone\n          fault\n          nextAt\n        }\n      }\n    }\n    orderStatistics(by: [SHOP]) {\n      shop {\n        id\n      }\n      count\n    }\n  }\n": typeof types.FirstFillsDocument,
    "\n  fragment Shippable on Fulfillment {\n    status\n    mayShip\n    holds {\n      reason\n      code\n      message\n    }\n    shipBy\n    overdueRisk\n    shipper\n  }\n": typeof types.ShippableFragmentDoc,
};
const documents: Documents = {
    "\n  fragment RowOrder on Order {\n    orderId\n    platform\n    gateway\n    status\n    statusCode\n    paymentStatus\n    shippingStatus\n    refundStatus\n    createdAt\n    totals {\n      total {\n        amount\n        currencyCode\n      }\n    }\n    items {\n      itemId\n      name\n      imageUrls\n      fulfillment {\n        status\n        mayShip\n      }\n    }\n    fulfillment {\n      ...Shippable\n    }\n    stale\n    warnings {\n      path\n      message\n    }\n  }\n": types.RowOrderFragmentDoc,
    "\n  query Board($refs: [OrderRef!]!, $maxAge: Int) {\n    orders(refs: $refs, maxAge: $maxAge) {\n      ...ViewedOrder\n      ...RowOrder\n      ...ChartedOrder\n    }\n  }\n": types.BoardDocument,
    "\n  fragment ViewedOrder on Order {\n    status\n    platform\n    createdAt\n    shop {\n      name\n    }\n    totals {\n      total {\n        amount\n        currencyCode\n      }\n    }\n    items {\n      name\n    }\n    fulfillment {\n      status\n      shipBy\n    }\n  }\n": types.ViewedOrderFragmentDoc,
    "\n  fragment ChartedOrder on Order {\n    status\n    platform\n    createdAt\n    totals {\n      total {\n        amount\n        currencyCode\n      }\n    }\n    logistics {\n      shipments {\n        carrierName\n        carrierCode\n      }\n    }\n  }\n": types.ChartedOrderFragmentDoc,
    "\n  fragment Change on OrderChange {\n    cursor\n    kind\n    shop\n    orderId\n  }\n": types.ChangeFragmentDoc,
    "\n  subscription OrderChanged($after: String) {\n    orderChanged(after: $after) {\n      ...Change\n    }\n  }\n": types.OrderChangedDocument,
    "\n  query OrderChanges($after: String, $first: Int!) {\n    orderChanges(after: $after, first: $first) {\n      nodes {\n        ...Change\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.OrderChangesDocument,
    "\n  query Figures($placed: OrderWhere, $paid: OrderWhere, $open: OrderWhere, $zone: String) {\n    placed: orderStatistics(where: $placed, by: [DAY, STATUS], timeZone: $zone) {\n      ...Figure\n    }\n    paid: orderStatistics(where: $paid, by: [DAY], basis: PAID, timeZone: $zone) {\n      ...Figure\n    }\n    open: orderStatistics(where: $open, by: [STATUS]) {\n      ...Figure\n    }\n  }\n": types.FiguresDocument,
    "\n  fragment Figure on OrderStatistic {\n    platform\n    status\n    from\n    count\n    totals {\n      amount\n      currencyCode\n    }\n  }\n": types.FigureFragmentDoc,
    "\n  query PlatformFigures($placed: OrderWhere, $zone: String) {\n    placed: orderStatistics(where: $placed, by: [PLATFORM, STATUS], timeZone: $zone) {\n      ...Figure\n    }\n  }\n": types.PlatformFiguresDocument,
    "\n  mutation ImportOrders($refs: [OrderRef!]!) {\n    importOrders(refs: $refs) {\n      ...ImportProgress\n    }\n  }\n": types.ImportOrdersDocument,
    "\n  query OrderImport($id: ID!) {\n    orderImport(id: $id) {\n      ...ImportProgress\n    }\n  }\n": types.OrderImportDocument,
    "\n  fragment ImportProgress on OrderImport {\n    id\n    accepted\n    refused {\n      position\n      orderId\n      code\n      message\n    }\n    done\n    failed\n    state\n  }\n": types.ImportProgressFragmentDoc,
    "\n  query Shops {\n    shops {\n      id\n      name\n      platform\n    }\n  }\n": types.ShopsDocument,
    "\n  fragment FulfillmentOrder on Order {\n    fulfillment {\n      ...Shippable\n      collectBy\n      deliverBy\n      services\n      carriers {\n        ...Carriers\n      }\n      location {\n        code\n        country\n        province\n        city\n      }\n      components {\n        ...Picked\n      }\n      isAddressChanged\n      addressChangedAt\n    }\n    items {\n      fulfillment {\n        shipper\n      }\n    }\n  }\n": types.FulfillmentOrderFragmentDoc,
    "\n  fragment GatewayOrder on Order {\n    gateway\n    fetchedAt\n    statusCode\n    paymentStatusCode\n    shippingStatusCode\n    refundStatusCode\n    upstream {\n      requestId\n      returnCodes\n    }\n    warnings {\n      path\n      message\n    }\n  }\n": types.GatewayOrderFragmentDoc,
    "\n  fragment HeaderOrder on Order {\n    orderId\n    platform\n    gateway\n    view\n    shop {\n      id\n      name\n    }\n    status\n    statusCode\n    paymentStatus\n    paymentStatusCode\n    shippingStatus\n    shippingStatusCode\n    refundStatus\n    refundStatusCode\n    closeReason\n    createdAt\n    stale\n    fetchedAt\n    ...ToShipOrder\n  }\n": types.HeaderOrderFragmentDoc,
    "\n  query Invoice($shop: ID!, $orderId: ID!) {\n    order(shop: $shop, orderId: $orderId) {\n      id\n      invoice {\n        type\n        typeCode\n        medium\n        mediumCode\n        content\n      }\n    }\n  }\n": types.InvoiceDocument,
    "\n  query Invoiced($shop: ID!, $orderId: ID!) {\n    order(shop: $shop, orderId: $orderId) {\n      id\n      invoice {\n        title\n        taxpayerId\n        receiver {\n          name\n          mobile\n          street\n        }\n      }\n    }\n  }\n": types.InvoicedDocument,
    "\n  fragment ItemsOrder on Order {\n    status\n    items {\n      itemId\n      name\n      options {\n        name\n        value\n      }\n      quantity\n      unit\n      unitPrice {\n        amount\n        currencyCode\n      }\n      total {\n        amount\n        currencyCode\n      }\n      status\n      statusCode\n      refundStatus\n      productCode\n      skuCode\n      imageUrls\n      fulfillment {\n        status\n        mayShip\n        ...LineFulfillment\n      }\n    }\n    fulfillment {\n      status\n      mayShip\n      ...WholeFulfillment\n    }\n  }\n": types.ItemsOrderFragmentDoc,
    "\n  fragment LineFulfillment on Fulfillment {\n    ...Shippable\n    carriers {\n      ...Carriers\n    }\n    isGift\n    relatedItemIds\n    components {\n      ...Picked\n    }\n  }\n": types.LineFulfillmentFragmentDoc,
    "\n  fragment WholeFulfillment on Fulfillment {\n    ...Shippable\n    carriers {\n      ...Carriers\n    }\n  }\n": types.WholeFulfillmentFragmentDoc,
    "\n  query Order($shop: ID!, $orderId: ID!) {\n    order(shop: $shop, orderId: $orderId) {\n      id\n      ...HeaderOrder\n      ...TimelineOrder\n      ...ItemsOrder\n      ...FulfillmentOrder\n      ...TotalsOrder\n      ...GatewayOrder\n    }\n  }\n": types.OrderDocument,
    "\n  query Parcels($shop: ID!, $orderId: ID!) {\n    order(shop: $shop, orderId: $orderId) {\n      id\n      logistics {\n        shipments {\n          id\n          trackingNumber\n          carrierName\n          carrierCode\n          method\n          shippedAt\n          deliveredAt\n          expectedAt\n          itemIds\n        }\n      }\n      items {\n        itemId\n        name\n        quantity\n        unit\n      }\n    }\n  }\n": types.ParcelsDocument,
    "\n  query Payments($shop: ID!, $orderId: ID!) {\n    order(shop: $shop, orderId: $orderId) {\n      id\n      payments {\n        id\n        status\n        statusCode\n        amount {\n          amount\n          currencyCode\n        }\n        paidAt\n        methodName\n        methodCode\n      }\n      stages {\n        number\n        name\n        paymentStatus\n        paymentStatusCode\n        due {\n          amount\n          currencyCode\n        }\n        paid {\n          amount\n          currencyCode\n        }\n        paidAt\n      }\n      refunds {\n        id\n        itemId\n        status\n        statusCode\n        amount {\n          amount\n          currencyCode\n        }\n        refundedAt\n      }\n    }\n  }\n": types.PaymentsDocument,
    "\n  query Places($shop: ID!, $orderId: ID!) {\n    order(shop: $shop, orderId: $orderId) {\n      id\n      privacy\n      receiver {\n        country\n        province\n        city\n      }\n      seller {\n        shopName\n      }\n    }\n  }\n": types.PlacesDocument,
    "\n  query Receiver($shop: ID!, $orderId: ID!) {\n    order(shop: $shop, orderId: $orderId) {\n      id\n      receiver {\n        name\n        mobile\n        phone\n        address\n      }\n    }\n  }\n": types.ReceiverDocument,
    "\n  query People($shop: ID!, $orderId: ID!) {\n    order(shop: $shop, orderId: $orderId) {\n      id\n      receiver {\n        name\n        mobile\n        phone\n        district\n        town\n        address\n        address2\n        postalCode\n      }\n      buyer {\n        loginId\n        name\n        companyName\n        email\n        phone\n        mobile\n      }\n      seller {\n        loginId\n        name\n        companyName\n        email\n        phone\n        mobile\n      }\n      notes {\n        buyerMessage\n        buyerMemo\n        sellerMemo\n        remark\n      }\n    }\n  }\n": types.PeopleDocument,
    "\n  fragment Carriers on CarrierRules {\n    prescribed\n    preferred\n    forbidden\n  }\n": types.CarriersFragmentDoc,
    "\n  fragment Picked on FulfillmentComponent {\n    productId\n    skuId\n    name\n    quantity\n    productCode\n    skuCode\n    isGift\n  }\n": types.PickedFragmentDoc,
    "\n  fragment TimelineOrder on Order {\n    createdAt\n    paidAt\n    shippedAt\n    receivedAt\n    completedAt\n    modifiedAt\n    expiresAt\n  }\n": types.TimelineOrderFragmentDoc,
    "\n  fragment ToShipOrder on Order {\n    holdReasons\n    fulfillment {\n      ...Shippable\n    }\n    items {\n      fulfillment {\n        status\n        mayShip\n      }\n    }\n  }\n": types.ToShipOrderFragmentDoc,
    "\n  fragment TotalsOrder on Order {\n    totals {\n      items {\n        ...Shown\n      }\n      shipping {\n        ...Shown\n      }\n      discount {\n        ...Shown\n      }\n      coupon {\n        ...Shown\n      }\n      adjustment {\n        ...Shown\n      }\n      tax {\n        ...Shown\n      }\n      total {\n        ...Shown\n      }\n      received {\n        ...Shown\n      }\n      refunded {\n        ...Shown\n      }\n      commission {\n        ...Shown\n      }\n    }\n  }\n": types.TotalsOrderFragmentDoc,
    "\n  fragment Shown on Money {\n    amount\n    currencyCode\n  }\n": types.ShownFragmentDoc,
    "\n  fragment ListedOrder on Order {\n    id\n    orderId\n    outOrderId\n    shop {\n      id\n      name\n    }\n    platform\n    gateway\n    view\n    status\n    statusCode\n    paymentStatus\n    shippingStatus\n    refundStatus\n    createdAt\n    modifiedAt\n    paidAt\n    shippedAt\n    completedAt\n    expiresAt\n    fulfillment {\n      status\n      mayShip\n      shipBy\n      overdueRisk\n    }\n    totals {\n      total {\n        amount\n        currencyCode\n      }\n    }\n    stale\n  }\n": types.ListedOrderFragmentDoc,
    "\n  query OrderList($where: OrderWhere, $search: String, $sortBy: OrderSort, $first: Int!, $after: String) {\n    orderSearch(where: $where, search: $search, sortBy: $sortBy, first: $first, after: $after, indexOnly: true) {\n      edges {\n        cursor\n        node {\n          ...ListedOrder\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n": types.OrderListDocument,
    "\n  query OrderCount($where: OrderWhere, $search: String) {\n    orderCount(where: $where, search: $search) {\n      count\n      precision\n    }\n  }\n": types.OrderCountDocument,
    "\n  query ViewCounts(\n    $all: OrderWhere\n    $toShip: OrderWhere\n    $unpaid: OrderWhere\n    $onHold: OrderWhere\n    $refunds: OrderWhere\n    $problems: OrderWhere\n  ) {\n    all: orderCount(where: $all) {\n      ...Counted\n    }\n    toShip: orderCount(where: $toShip) {\n      ...Counted\n    }\n    unpaid: orderCount(where: $unpaid) {\n      ...Counted\n    }\n    onHold: orderCount(where: $onHold) {\n      ...Counted\n    }\n    refunds: orderCount(where: $refunds) {\n      ...Counted\n    }\n    problems: orderCount(where: $problems) {\n      ...Counted\n    }\n  }\n": types.ViewCountsDocument,
    "\n  fragment Counted on Count {\n    count\n    precision\n  }\n": types.CountedFragmentDoc,
    "\n  query ChangedOrders($changed: OrderWhere!, $listed: OrderWhere!, $search: String, $first: Int!) {\n    changed: orderSearch(where: $changed, first: $first, indexOnly: true) {\n      ...Rows\n    }\n    listed: orderSearch(where: $listed, search: $search, first: $first, indexOnly: true) {\n      ...Rows\n    }\n  }\n": types.ChangedOrdersDocument,
    "\n  fragment Rows on OrderConnection {\n    edges {\n      node {\n        ...ListedOrder\n      }\n    }\n  }\n": types.RowsFragmentDoc,
    "\n  query PeopleSearch($account: String!) {\n    orderCount(where: { counterpart: $account }, limit: 1) {\n      count\n    }\n  }\n": types.PeopleSearchDocument,
    "\n  query Coverage($where: OrderWhere) {\n    orderSearch(where: $where) {\n      coverage {\n        shop {\n          id\n          name\n        }\n        completeSince\n        syncedUntil\n        sources\n        fault\n      }\n    }\n  }\n": types.CoverageDocument,
    "\n  query FirstFills {\n    shops {\n      id\n      name\n      platform\n      sync {\n        fault\n        streams {\n          name\n          percent\n          days\n          daysDone\n          fault\n          nextAt\n        }\n      }\n    }\n    orderStatistics(by: [SHOP]) {\n      shop {\n        id\n      }\n      count\n    }\n  }\n": types.FirstFillsDocument,
    "\n  fragment Shippable on Fulfillment {\n    status\n    mayShip\n    holds {\n      reason\n      code\n      message\n    }\n    shipBy\n    overdueRisk\n    shipper\n  }\n": types.ShippableFragmentDoc,
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
export function graphql(source: "\n  fragment RowOrder on Order {\n    orderId\n    platform\n    gateway\n    status\n    statusCode\n    paymentStatus\n    shippingStatus\n    refundStatus\n    createdAt\n    totals {\n      total {\n        amount\n        currencyCode\n      }\n    }\n    items {\n      itemId\n      name\n      imageUrls\n      fulfillment {\n        status\n        mayShip\n      }\n    }\n    fulfillment {\n      ...Shippable\n    }\n    stale\n    warnings {\n      path\n      message\n    }\n  }\n"): (typeof documents)["\n  fragment RowOrder on Order {\n    orderId\n    platform\n    gateway\n    status\n    statusCode\n    paymentStatus\n    shippingStatus\n    refundStatus\n    createdAt\n    totals {\n      total {\n        amount\n        currencyCode\n      }\n    }\n    items {\n      itemId\n      name\n      imageUrls\n      fulfillment {\n        status\n        mayShip\n      }\n    }\n    fulfillment {\n      ...Shippable\n    }\n    stale\n    warnings {\n      path\n      message\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Board($refs: [OrderRef!]!, $maxAge: Int) {\n    orders(refs: $refs, maxAge: $maxAge) {\n      ...ViewedOrder\n      ...RowOrder\n      ...ChartedOrder\n    }\n  }\n"): (typeof documents)["\n  query Board($refs: [OrderRef!]!, $maxAge: Int) {\n    orders(refs: $refs, maxAge: $maxAge) {\n      ...ViewedOrder\n      ...RowOrder\n      ...ChartedOrder\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ViewedOrder on Order {\n    status\n    platform\n    createdAt\n    shop {\n      name\n    }\n    totals {\n      total {\n        amount\n        currencyCode\n      }\n    }\n    items {\n      name\n    }\n    fulfillment {\n      status\n      shipBy\n    }\n  }\n"): (typeof documents)["\n  fragment ViewedOrder on Order {\n    status\n    platform\n    createdAt\n    shop {\n      name\n    }\n    totals {\n      total {\n        amount\n        currencyCode\n      }\n    }\n    items {\n      name\n    }\n    fulfillment {\n      status\n      shipBy\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ChartedOrder on Order {\n    status\n    platform\n    createdAt\n    totals {\n      total {\n        amount\n        currencyCode\n      }\n    }\n    logistics {\n      shipments {\n        carrierName\n        carrierCode\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment ChartedOrder on Order {\n    status\n    platform\n    createdAt\n    totals {\n      total {\n        amount\n        currencyCode\n      }\n    }\n    logistics {\n      shipments {\n        carrierName\n        carrierCode\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Change on OrderChange {\n    cursor\n    kind\n    shop\n    orderId\n  }\n"): (typeof documents)["\n  fragment Change on OrderChange {\n    cursor\n    kind\n    shop\n    orderId\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription OrderChanged($after: String) {\n    orderChanged(after: $after) {\n      ...Change\n    }\n  }\n"): (typeof documents)["\n  subscription OrderChanged($after: String) {\n    orderChanged(after: $after) {\n      ...Change\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OrderChanges($after: String, $first: Int!) {\n    orderChanges(after: $after, first: $first) {\n      nodes {\n        ...Change\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query OrderChanges($after: String, $first: Int!) {\n    orderChanges(after: $after, first: $first) {\n      nodes {\n        ...Change\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Figures($placed: OrderWhere, $paid: OrderWhere, $open: OrderWhere, $zone: String) {\n    placed: orderStatistics(where: $placed, by: [DAY, STATUS], timeZone: $zone) {\n      ...Figure\n    }\n    paid: orderStatistics(where: $paid, by: [DAY], basis: PAID, timeZone: $zone) {\n      ...Figure\n    }\n    open: orderStatistics(where: $open, by: [STATUS]) {\n      ...Figure\n    }\n  }\n"): (typeof documents)["\n  query Figures($placed: OrderWhere, $paid: OrderWhere, $open: OrderWhere, $zone: String) {\n    placed: orderStatistics(where: $placed, by: [DAY, STATUS], timeZone: $zone) {\n      ...Figure\n    }\n    paid: orderStatistics(where: $paid, by: [DAY], basis: PAID, timeZone: $zone) {\n      ...Figure\n    }\n    open: orderStatistics(where: $open, by: [STATUS]) {\n      ...Figure\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Figure on OrderStatistic {\n    platform\n    status\n    from\n    count\n    totals {\n      amount\n      currencyCode\n    }\n  }\n"): (typeof documents)["\n  fragment Figure on OrderStatistic {\n    platform\n    status\n    from\n    count\n    totals {\n      amount\n      currencyCode\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PlatformFigures($placed: OrderWhere, $zone: String) {\n    placed: orderStatistics(where: $placed, by: [PLATFORM, STATUS], timeZone: $zone) {\n      ...Figure\n    }\n  }\n"): (typeof documents)["\n  query PlatformFigures($placed: OrderWhere, $zone: String) {\n    placed: orderStatistics(where: $placed, by: [PLATFORM, STATUS], timeZone: $zone) {\n      ...Figure\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ImportOrders($refs: [OrderRef!]!) {\n    importOrders(refs: $refs) {\n      ...ImportProgress\n    }\n  }\n"): (typeof documents)["\n  mutation ImportOrders($refs: [OrderRef!]!) {\n    importOrders(refs: $refs) {\n      ...ImportProgress\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OrderImport($id: ID!) {\n    orderImport(id: $id) {\n      ...ImportProgress\n    }\n  }\n"): (typeof documents)["\n  query OrderImport($id: ID!) {\n    orderImport(id: $id) {\n      ...ImportProgress\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ImportProgress on OrderImport {\n    id\n    accepted\n    refused {\n      position\n      orderId\n      code\n      message\n    }\n    done\n    failed\n    state\n  }\n"): (typeof documents)["\n  fragment ImportProgress on OrderImport {\n    id\n    accepted\n    refused {\n      position\n      orderId\n      code\n      message\n    }\n    done\n    failed\n    state\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Shops {\n    shops {\n      id\n      name\n      platform\n    }\n  }\n"): (typeof documents)["\n  query Shops {\n    shops {\n      id\n      name\n      platform\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment FulfillmentOrder on Order {\n    fulfillment {\n      ...Shippable\n      collectBy\n      deliverBy\n      services\n      carriers {\n        ...Carriers\n      }\n      location {\n        code\n        country\n        province\n        city\n      }\n      components {\n        ...Picked\n      }\n      isAddressChanged\n      addressChangedAt\n    }\n    items {\n      fulfillment {\n        shipper\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment FulfillmentOrder on Order {\n    fulfillment {\n      ...Shippable\n      collectBy\n      deliverBy\n      services\n      carriers {\n        ...Carriers\n      }\n      location {\n        code\n        country\n        province\n        city\n      }\n      components {\n        ...Picked\n      }\n      isAddressChanged\n      addressChangedAt\n    }\n    items {\n      fulfillment {\n        shipper\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment GatewayOrder on Order {\n    gateway\n    fetchedAt\n    statusCode\n    paymentStatusCode\n    shippingStatusCode\n    refundStatusCode\n    upstream {\n      requestId\n      returnCodes\n    }\n    warnings {\n      path\n      message\n    }\n  }\n"): (typeof documents)["\n  fragment GatewayOrder on Order {\n    gateway\n    fetchedAt\n    statusCode\n    paymentStatusCode\n    shippingStatusCode\n    refundStatusCode\n    upstream {\n      requestId\n      returnCodes\n    }\n    warnings {\n      path\n      message\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment HeaderOrder on Order {\n    orderId\n    platform\n    gateway\n    view\n    shop {\n      id\n      name\n    }\n    status\n    statusCode\n    paymentStatus\n    paymentStatusCode\n    shippingStatus\n    shippingStatusCode\n    refundStatus\n    refundStatusCode\n    closeReason\n    createdAt\n    stale\n    fetchedAt\n    ...ToShipOrder\n  }\n"): (typeof documents)["\n  fragment HeaderOrder on Order {\n    orderId\n    platform\n    gateway\n    view\n    shop {\n      id\n      name\n    }\n    status\n    statusCode\n    paymentStatus\n    paymentStatusCode\n    shippingStatus\n    shippingStatusCode\n    refundStatus\n    refundStatusCode\n    closeReason\n    createdAt\n    stale\n    fetchedAt\n    ...ToShipOrder\n  }\n"];
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
export function graphql(source: "\n  fragment ItemsOrder on Order {\n    status\n    items {\n      itemId\n      name\n      options {\n        name\n        value\n      }\n      quantity\n      unit\n      unitPrice {\n        amount\n        currencyCode\n      }\n      total {\n        amount\n        currencyCode\n      }\n      status\n      statusCode\n      refundStatus\n      productCode\n      skuCode\n      imageUrls\n      fulfillment {\n        status\n        mayShip\n        ...LineFulfillment\n      }\n    }\n    fulfillment {\n      status\n      mayShip\n      ...WholeFulfillment\n    }\n  }\n"): (typeof documents)["\n  fragment ItemsOrder on Order {\n    status\n    items {\n      itemId\n      name\n      options {\n        name\n        value\n      }\n      quantity\n      unit\n      unitPrice {\n        amount\n        currencyCode\n      }\n      total {\n        amount\n        currencyCode\n      }\n      status\n      statusCode\n      refundStatus\n      productCode\n      skuCode\n      imageUrls\n      fulfillment {\n        status\n        mayShip\n        ...LineFulfillment\n      }\n    }\n    fulfillment {\n      status\n      mayShip\n      ...WholeFulfillment\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment LineFulfillment on Fulfillment {\n    ...Shippable\n    carriers {\n      ...Carriers\n    }\n    isGift\n    relatedItemIds\n    components {\n      ...Picked\n    }\n  }\n"): (typeof documents)["\n  fragment LineFulfillment on Fulfillment {\n    ...Shippable\n    carriers {\n      ...Carriers\n    }\n    isGift\n    relatedItemIds\n    components {\n      ...Picked\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment WholeFulfillment on Fulfillment {\n    ...Shippable\n    carriers {\n      ...Carriers\n    }\n  }\n"): (typeof documents)["\n  fragment WholeFulfillment on Fulfillment {\n    ...Shippable\n    carriers {\n      ...Carriers\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Order($shop: ID!, $orderId: ID!) {\n    order(shop: $shop, orderId: $orderId) {\n      id\n      ...HeaderOrder\n      ...TimelineOrder\n      ...ItemsOrder\n      ...FulfillmentOrder\n      ...TotalsOrder\n      ...GatewayOrder\n    }\n  }\n"): (typeof documents)["\n  query Order($shop: ID!, $orderId: ID!) {\n    order(shop: $shop, orderId: $orderId) {\n      id\n      ...HeaderOrder\n      ...TimelineOrder\n      ...ItemsOrder\n      ...FulfillmentOrder\n      ...TotalsOrder\n      ...GatewayOrder\n    }\n  }\n"];
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
export function graphql(source: "\n  fragment Carriers on CarrierRules {\n    prescribed\n    preferred\n    forbidden\n  }\n"): (typeof documents)["\n  fragment Carriers on CarrierRules {\n    prescribed\n    preferred\n    forbidden\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Picked on FulfillmentComponent {\n    productId\n    skuId\n    name\n    quantity\n    productCode\n    skuCode\n    isGift\n  }\n"): (typeof documents)["\n  fragment Picked on FulfillmentComponent {\n    productId\n    skuId\n    name\n    quantity\n    productCode\n    skuCode\n    isGift\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TimelineOrder on Order {\n    createdAt\n    paidAt\n    shippedAt\n    receivedAt\n    completedAt\n    modifiedAt\n    expiresAt\n  }\n"): (typeof documents)["\n  fragment TimelineOrder on Order {\n    createdAt\n    paidAt\n    shippedAt\n    receivedAt\n    completedAt\n    modifiedAt\n    expiresAt\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ToShipOrder on Order {\n    holdReasons\n    fulfillment {\n      ...Shippable\n    }\n    items {\n      fulfillment {\n        status\n        mayShip\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment ToShipOrder on Order {\n    holdReasons\n    fulfillment {\n      ...Shippable\n    }\n    items {\n      fulfillment {\n        status\n        mayShip\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TotalsOrder on Order {\n    totals {\n      items {\n        ...Shown\n      }\n      shipping {\n        ...Shown\n      }\n      discount {\n        ...Shown\n      }\n      coupon {\n        ...Shown\n      }\n      adjustment {\n        ...Shown\n      }\n      tax {\n        ...Shown\n      }\n      total {\n        ...Shown\n      }\n      received {\n        ...Shown\n      }\n      refunded {\n        ...Shown\n      }\n      commission {\n        ...Shown\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment TotalsOrder on Order {\n    totals {\n      items {\n        ...Shown\n      }\n      shipping {\n        ...Shown\n      }\n      discount {\n        ...Shown\n      }\n      coupon {\n        ...Shown\n      }\n      adjustment {\n        ...Shown\n      }\n      tax {\n        ...Shown\n      }\n      total {\n        ...Shown\n      }\n      received {\n        ...Shown\n      }\n      refunded {\n        ...Shown\n      }\n      commission {\n        ...Shown\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Shown on Money {\n    amount\n    currencyCode\n  }\n"): (typeof documents)["\n  fragment Shown on Money {\n    amount\n    currencyCode\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ListedOrder on Order {\n    id\n    orderId\n    outOrderId\n    shop {\n      id\n      name\n    }\n    platform\n    gateway\n    view\n    status\n    statusCode\n    paymentStatus\n    shippingStatus\n    refundStatus\n    createdAt\n    modifiedAt\n    paidAt\n    shippedAt\n    completedAt\n    expiresAt\n    fulfillment {\n      status\n      mayShip\n      shipBy\n      overdueRisk\n    }\n    totals {\n      total {\n        amount\n        currencyCode\n      }\n    }\n    stale\n  }\n"): (typeof documents)["\n  fragment ListedOrder on Order {\n    id\n    orderId\n    outOrderId\n    shop {\n      id\n      name\n    }\n    platform\n    gateway\n    view\n    status\n    statusCode\n    paymentStatus\n    shippingStatus\n    refundStatus\n    createdAt\n    modifiedAt\n    paidAt\n    shippedAt\n    completedAt\n    expiresAt\n    fulfillment {\n      status\n      mayShip\n      shipBy\n      overdueRisk\n    }\n    totals {\n      total {\n        amount\n        currencyCode\n      }\n    }\n    stale\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OrderList($where: OrderWhere, $search: String, $sortBy: OrderSort, $first: Int!, $after: String) {\n    orderSearch(where: $where, search: $search, sortBy: $sortBy, first: $first, after: $after, indexOnly: true) {\n      edges {\n        cursor\n        node {\n          ...ListedOrder\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query OrderList($where: OrderWhere, $search: String, $sortBy: OrderSort, $first: Int!, $after: String) {\n    orderSearch(where: $where, search: $search, sortBy: $sortBy, first: $first, after: $after, indexOnly: true) {\n      edges {\n        cursor\n        node {\n          ...ListedOrder\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OrderCount($where: OrderWhere, $search: String) {\n    orderCount(where: $where, search: $search) {\n      count\n      precision\n    }\n  }\n"): (typeof documents)["\n  query OrderCount($where: OrderWhere, $search: String) {\n    orderCount(where: $where, search: $search) {\n      count\n      precision\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ViewCounts(\n    $all: OrderWhere\n    $toShip: OrderWhere\n    $unpaid: OrderWhere\n    $onHold: OrderWhere\n    $refunds: OrderWhere\n    $problems: OrderWhere\n  ) {\n    all: orderCount(where: $all) {\n      ...Counted\n    }\n    toShip: orderCount(where: $toShip) {\n      ...Counted\n    }\n    unpaid: orderCount(where: $unpaid) {\n      ...Counted\n    }\n    onHold: orderCount(where: $onHold) {\n      ...Counted\n    }\n    refunds: orderCount(where: $refunds) {\n      ...Counted\n    }\n    problems: orderCount(where: $problems) {\n      ...Counted\n    }\n  }\n"): (typeof documents)["\n  query ViewCounts(\n    $all: OrderWhere\n    $toShip: OrderWhere\n    $unpaid: OrderWhere\n    $onHold: OrderWhere\n    $refunds: OrderWhere\n    $problems: OrderWhere\n  ) {\n    all: orderCount(where: $all) {\n      ...Counted\n    }\n    toShip: orderCount(where: $toShip) {\n      ...Counted\n    }\n    unpaid: orderCount(where: $unpaid) {\n      ...Counted\n    }\n    onHold: orderCount(where: $onHold) {\n      ...Counted\n    }\n    refunds: orderCount(where: $refunds) {\n      ...Counted\n    }\n    problems: orderCount(where: $problems) {\n      ...Counted\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Counted on Count {\n    count\n    precision\n  }\n"): (typeof documents)["\n  fragment Counted on Count {\n    count\n    precision\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ChangedOrders($changed: OrderWhere!, $listed: OrderWhere!, $search: String, $first: Int!) {\n    changed: orderSearch(where: $changed, first: $first, indexOnly: true) {\n      ...Rows\n    }\n    listed: orderSearch(where: $listed, search: $search, first: $first, indexOnly: true) {\n      ...Rows\n    }\n  }\n"): (typeof documents)["\n  query ChangedOrders($changed: OrderWhere!, $listed: OrderWhere!, $search: String, $first: Int!) {\n    changed: orderSearch(where: $changed, first: $first, indexOnly: true) {\n      ...Rows\n    }\n    listed: orderSearch(where: $listed, search: $search, first: $first, indexOnly: true) {\n      ...Rows\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Rows on OrderConnection {\n    edges {\n      node {\n        ...ListedOrder\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment Rows on OrderConnection {\n    edges {\n      node {\n        ...ListedOrder\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PeopleSearch($account: String!) {\n    orderCount(where: { counterpart: $account }, limit: 1) {\n      count\n    }\n  }\n"): (typeof documents)["\n  query PeopleSearch($account: String!) {\n    orderCount(where: { counterpart: $account }, limit: 1) {\n      count\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Coverage($where: OrderWhere) {\n    orderSearch(where: $where) {\n      coverage {\n        shop {\n          id\n          name\n        }\n        completeSince\n        syncedUntil\n        sources\n        fault\n      }\n    }\n  }\n"): (typeof documents)["\n  query Coverage($where: OrderWhere) {\n    orderSearch(where: $where) {\n      coverage {\n        shop {\n          id\n          name\n        }\n        completeSince\n        syncedUntil\n        sources\n        fault\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FirstFills {\n    shops {\n      id\n      name\n      platform\n      sync {\n        fault\n        streams {\n          name\n          percent\n          days\n          daysDone\n          fault\n          nextAt\n        }\n      }\n    }\n    orderStatistics(by: [SHOP]) {\n      shop {\n        id\n      }\n      count\n    }\n  }\n"): (typeof documents)["\n  query FirstFills {\n    shops {\n      id\n      name\n      platform\n      sync {\n        fault\n        streams {\n          name\n          percent\n          days\n          daysDone\n          fault\n          nextAt\n        }\n      }\n    }\n    orderStatistics(by: [SHOP]) {\n      shop {\n        id\n      }\n      count\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Shippable on Fulfillment {\n    status\n    mayShip\n    holds {\n      reason\n      code\n      message\n    }\n    shipBy\n    overdueRisk\n    shipper\n  }\n"): (typeof documents)["\n  fragment Shippable on Fulfillment {\n    status\n    mayShip\n    holds {\n      reason\n      code\n      message\n    }\n    shipBy\n    overdueRisk\n    shipper\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;