// The closed sets of the schema. Every set that a gateway's codes are read into has UNKNOWN, and the raw code stays
// readable in a field beside it.
import { registerEnumType } from 'type-graphql';

/** A closed set: each value's name with what it means. */
export function enumType<const Values extends Record<string, string>>(
  name: string,
  description: string,
  values: Values,
): { readonly [Name in keyof Values]: Name } {
  const members = Object.fromEntries(Object.keys(values).map((value) => [value, value]));
  registerEnumType(members, {
    name,
    description,
    valuesConfig: Object.fromEntries(
      Object.entries(values).map(([value, meaning]) => [value, { description: meaning }]),
    ),
  });
  return members as { readonly [Name in keyof Values]: Name };
}

export const Platform = enumType('Platform', 'Where an order lives.', {
  ALIBABA_1688: '1688.com, the Chinese wholesale market.',
  TAOBAO: 'Taobao and Tmall.',
  ALIEXPRESS: 'AliExpress.',
});
export type Platform = keyof typeof Platform;

export const Gateway = enumType('Gateway', 'A way in to a platform’s orders.', {
  VV_TOOL: '1688 orders as the seller sees them, through vv-tool.',
  FW199: '1688 orders as the buyer sees them, through fw199.',
  DAMAIJIA168: '1688 orders as the buyer sees them, through damaijia168.',
  TAOBAO_TOP: 'Taobao trades through the Taobao Open Platform (TOP).',
  ALIEXPRESS_QIMEN: 'AliExpress orders through Qimen cloud.',
  ALIBABA_1688: '1688 orders as the seller or the buyer sees them, through 1688’s own open platform.',
});
export type Gateway = keyof typeof Gateway;

export const OrderView = enumType('OrderView', 'Through whose eyes the gateway shows an order.', {
  SELLER: 'The seller’s: seller memos, decryption references.',
  BUYER: 'The buyer’s: buyer memos, seller credit.',
});
export type OrderView = keyof typeof OrderView;

export const Privacy = enumType('Privacy', 'What one is looking at in personal data.', {
  PLAIN: 'The data itself.',
  MASKED: 'What is left of it: the caller lacks the scope pii:read, or the gateway has masked it.',
  ENCRYPTED:
    'The gateway says that it is encrypted, or sends ciphertext; references to decrypt it are given as they are.',
  ABSENT: 'There is none.',
});
export type Privacy = keyof typeof Privacy;

export const OrderStatus = enumType('OrderStatus', 'Where an order or an item of it stands.', {
  AWAITING_PAYMENT: 'Placed; the buyer has yet to pay.',
  PAYMENT_PENDING: 'A payment is being confirmed.',
  ON_HOLD: 'Paid, but the platform forbids shipping for now (risk control, group buying …).',
  AWAITING_SHIPMENT: 'Paid; no carrier has the goods yet.',
  PARTIALLY_SHIPPED: 'Some items are on their way, others are not.',
  SHIPPED: 'On its way to the receiver.',
  DELIVERED: 'With the receiver; the trade itself is not yet completed.',
  COMPLETED: 'Successfully ended.',
  CANCELLED: 'Ended before payment, or called off.',
  CLOSED: 'Ended without success after payment, for example by a full refund.',
  UNKNOWN: 'A code that OrderGraph does not know: see the raw code beside it.',
});
export type OrderStatus = keyof typeof OrderStatus;

export const PaymentStatus = enumType('PaymentStatus', 'Where the payment stands.', {
  UNPAID: 'Nothing has been paid.',
  PENDING: 'A payment is being made, confirmed or settled.',
  PARTIALLY_PAID: 'Part of it is paid, such as a deposit.',
  PAID: 'Paid.',
  REFUNDED: 'Fully refunded.',
  CANCELLED: 'Called off before payment.',
  UNKNOWN: 'A code that OrderGraph does not know, or none: see the raw code beside it.',
});
export type PaymentStatus = keyof typeof PaymentStatus;

export const ShippingStatus = enumType('ShippingStatus', 'Where the goods are.', {
  NOT_SHIPPED: 'Not handed to a carrier.',
  PARTIALLY_SHIPPED: 'Some of the goods are on their way.',
  SHIPPED: 'On their way.',
  DELIVERED: 'With the receiver.',
  RETURNED: 'Sent back to the seller.',
  NOT_REQUIRED: 'There is nothing to ship any more.',
  UNKNOWN: 'A code that OrderGraph does not know, or none: see the raw code beside it.',
});
export type ShippingStatus = keyof typeof ShippingStatus;

export const RefundStatus = enumType('RefundStatus', 'Where a refund stands.', {
  NONE: 'No refund was asked for.',
  REQUESTED: 'Asked for; the seller has yet to answer.',
  AWAITING_RETURN: 'Agreed; the buyer has yet to send the goods back.',
  RETURNED: 'The goods are on their way back; the seller has yet to confirm.',
  REFUNDED: 'Refunded.',
  REFUSED: 'Refused by the seller; the buyer may change the request.',
  CLOSED: 'Ended without a refund.',
  UNKNOWN: 'A code that OrderGraph does not know: see the raw code beside it.',
});
export type RefundStatus = keyof typeof RefundStatus;

export const FulfillmentStatus = enumType('FulfillmentStatus', 'Whether something is to be shipped by its seller.', {
  NOT_READY: 'Not to be shipped yet: it waits for payment, or for somebody to confirm it.',
  OPEN: 'To be shipped: nothing is known that forbids it.',
  IN_PROGRESS: 'A part is shipped, and the rest is to be.',
  ON_HOLD: 'Must not be shipped for now, or not all of it: holds say why.',
  EXTERNAL: 'Somebody else ships it, such as a warehouse of the platform: the seller must not.',
  CLOSED: 'Nothing is left to ship: it is with a carrier or beyond.',
  CANCELLED: 'Called off: it must not be shipped.',
  UNKNOWN: 'A code that OrderGraph does not know.',
});
export type FulfillmentStatus = keyof typeof FulfillmentStatus;

export const HoldReason = enumType('HoldReason', 'What forbids shipping for now.', {
  RISK_CONTROL: 'The platform checks it for fraud.',
  DISPUTE: 'The buyer has a complaint.',
  CANCELLATION_REQUESTED: 'The buyer asks to cancel it.',
  FROZEN: 'The platform has frozen it.',
  GROUP_BUYING: 'Others have yet to buy with the buyer.',
  PRESALE: 'A presale or promotion goes on.',
  OTHER: 'Something else: see code and message.',
});
export type HoldReason = keyof typeof HoldReason;

export const OverdueRisk = enumType('OverdueRisk', 'Whether a deadline of shipping is near or has passed.', {
  NONE: 'Neither: the platform says so, or nothing is left to ship.',
  NEAR: 'It is near.',
  OVERDUE: 'It has passed, or its code means both.',
  UNKNOWN: 'The gateway says nothing, or gives the deadline itself: see shipBy.',
});
export type OverdueRisk = keyof typeof OverdueRisk;

export const Shipper = enumType('Shipper', 'Who ships goods.', {
  MERCHANT: 'The seller.',
  PLATFORM_WAREHOUSE: 'A warehouse of the platform, or of its partners.',
  PLATFORM_PICKUP: 'The platform’s carrier, which collects them from the seller.',
  DROPSHIPPER: 'A supplier, straight to somebody else’s buyer. On 1688 the order’s seller is that supplier.',
  UNKNOWN: 'Nobody says.',
});
export type Shipper = keyof typeof Shipper;

export const RatingStatus = enumType('RatingStatus', 'Whether a side has rated the other.', {
  RATED: 'Has rated.',
  NOT_RATED: 'Has not rated yet.',
  NOT_REQUIRED: 'Need not rate.',
  UNKNOWN: 'A code that OrderGraph does not know, or none: see the raw code beside it.',
});
export type RatingStatus = keyof typeof RatingStatus;

export const InvoiceType = enumType('InvoiceType', 'The tax kind of an invoice.', {
  ORDINARY: 'An ordinary invoice.',
  VAT: 'A special value-added-tax invoice.',
  UNKNOWN: 'A code that OrderGraph does not know, or none: see the raw code beside it.',
});
export type InvoiceType = keyof typeof InvoiceType;

export const InvoiceMedium = enumType('InvoiceMedium', 'What an invoice is written on.', {
  ELECTRONIC: 'An electronic invoice.',
  PAPER: 'A paper invoice.',
  UNKNOWN: 'A code that OrderGraph does not know, or none: see the raw code beside it.',
});
export type InvoiceMedium = keyof typeof InvoiceMedium;

export const ShippingMethod = enumType('ShippingMethod', 'How a shipment travels.', {
  SELF_SHIPPED: 'The seller ships with a carrier of their own choice.',
  ONLINE: 'Shipped through the platform’s own logistics.',
  NO_LOGISTICS: 'Nothing travels by carrier: picked up, delivered by the seller, virtual …',
  UNKNOWN: 'A code that OrderGraph does not know, or none: see the raw code beside it.',
});
export type ShippingMethod = keyof typeof ShippingMethod;

export const AuthorizationState = enumType('AuthorizationState', 'How a shop’s authorization of a gateway stands.', {
  AUTHORIZED: 'There is an access token, and it is renewed in time where it can be.',
  EXPIRING: 'The access token still works, but renewing it fails, or nothing can renew it and it ends within a day.',
  EXPIRED: 'The access token has ended; it is renewed with the next call, if its platform does so.',
  REVOKED: 'The platform no longer accepts it: the gateway is left alone until the shop authorizes it again.',
  NOT_AUTHORIZED: 'There has never been one.',
});
export type AuthorizationState = keyof typeof AuthorizationState;

export const AlertKind = enumType('AlertKind', 'What somebody should see to at a shop.', {
  AUTHORIZATION_ENDING: 'The authorization of a gateway ends soon, and nothing renews it.',
  AUTHORIZATION_ENDED: 'The authorization of a gateway has ended, or never began.',
  QUOTA_EXHAUSTED: 'The calls that a gateway allows are used up.',
  SYNC_BEHIND: 'The order index is far behind the shop.',
  SYNC_BUDGET_LOW: 'Four fifths or more of the calls are spent that the sync of the shop may take today.',
  UNKNOWN_CODE: 'A gateway sends a code that no table of its platform knows; the order reads UNKNOWN there.',
});
export type AlertKind = keyof typeof AlertKind;

export const Circuit = enumType('Circuit', 'Whether a gateway is asked at all.', {
  CLOSED: 'It is asked.',
  HALF_OPEN: 'It has been failing; one call tries whether it is back.',
  OPEN: 'It has been failing and is not asked for now.',
});
export type Circuit = keyof typeof Circuit;
