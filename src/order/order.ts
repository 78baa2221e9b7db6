// An order: the unified model’s root.
import { ID, ObjectType } from 'type-graphql';
import { Dispute, Refund } from './afterSales.js';
import { CustomsDeclaration, OverseasAddress } from './customs.js';
import { Nullable, Required, Resolved } from './decorators.js';
import {
  Gateway,
  OrderStatus,
  OrderView,
  PaymentStatus,
  Platform,
  Privacy,
  RefundStatus,
  ShippingStatus,
} from './enums.js';
import { OrderAttribute, OrderEvent, PreOrder, Promotion, Quote } from './extras.js';
import { Fulfillment } from './fulfillment.js';
import { GuaranteeTerm } from './guarantee.js';
import { Invoice } from './invoice.js';
import { ProductItem } from './item.js';
import { Logistics } from './logistics.js';
import { Node } from './node.js';
import { OrderMessage, OrderNotes } from './notes.js';
import { Party, Receiver } from './party.js';
import { CreditPayment, Payment, PaymentStage } from './payment.js';
import { OrderRatings } from './rating.js';
import { DateTime } from './scalars.js';
import { Shop } from './shop.js';
import { OrderTotals } from './totals.js';
import { UpstreamReply, Warning } from './upstream.js';

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description:
    'An order on any platform, in one vocabulary. Asking for id, orderId, shop, platform and view alone calls no gateway.',
})
export class Order extends Node {
  @Required(() => ID, 'The platform’s order id, as asked for; exact, whatever its length.')
  orderId!: string;

  @Required(() => Shop, 'The shop that was asked.')
  shop!: Shop;

  @Required(() => Platform, 'Where the order lives.')
  platform!: Platform;

  @Required(() => Gateway, 'The gateway that answered.')
  gateway!: Gateway;

  @Required(() => OrderView, 'Through whose eyes the order is shown.')
  view!: OrderView;

  @Nullable(() => String, 'The caller’s own id of the order, where the platform keeps one.')
  outOrderId!: string | null;

  @Required(() => OrderStatus, 'Where the order stands as a whole.')
  status!: OrderStatus;

  @Nullable(() => String, 'The gateway’s own code of that.')
  statusCode!: string | null;

  @Required(() => PaymentStatus, 'Where its payment stands.')
  paymentStatus!: PaymentStatus;

  @Nullable(() => String, 'The gateway’s own code or codes that it was read from, separated by commas.')
  paymentStatusCode!: string | null;

  @Required(() => ShippingStatus, 'Where its goods are.')
  shippingStatus!: ShippingStatus;

  @Nullable(() => String, 'The gateway’s own code or codes that it was read from, separated by commas.')
  shippingStatusCode!: string | null;

  @Required(() => RefundStatus, 'Where its refund stands.')
  refundStatus!: RefundStatus;

  @Nullable(() => String, 'The gateway’s own code of that.')
  refundStatusCode!: string | null;

  @Nullable(
    () => [String],
    'Why the platform holds the order back: its own names of what holds it, such as RISK_CONTROL; empty when nothing does.',
  )
  holdReasons!: readonly string[] | null;

  @Nullable(() => DateTime, 'When it was placed.')
  createdAt!: Date | null;

  @Nullable(() => DateTime, 'When it last changed.')
  modifiedAt!: Date | null;

  @Nullable(() => DateTime, 'When it was first paid.')
  paidAt!: Date | null;

  @Nullable(() => DateTime, 'When all of it was shipped.')
  shippedAt!: Date | null;

  @Nullable(() => DateTime, 'When all of it was received.')
  receivedAt!: Date | null;

  @Nullable(() => DateTime, 'When it ended, well or not.')
  completedAt!: Date | null;

  @Nullable(() => DateTime, 'When its present state times out.')
  expiresAt!: Date | null;

  @Nullable(() => String, 'Why it was closed, in the gateway’s words or code: buyerCancel, sellerGoodsLack …')
  closeReason!: string | null;

  @Nullable(() => String, 'The platform’s code of the kind of order: 1688 businessType, Taobao type.')
  typeCode!: string | null;

  @Nullable(() => ID, 'The payment provider’s id of the payment: Alipay’s trade number.')
  paymentTransactionId!: string | null;

  @Nullable(() => OrderTotals, 'What it costs.')
  totals!: OrderTotals | null;

  @Nullable(() => Party, 'Who buys.')
  buyer!: Party | null;

  @Nullable(() => Party, 'Who sells.')
  seller!: Party | null;

  @Nullable(() => Receiver, 'Who receives the goods, and where.')
  receiver!: Receiver | null;

  @Required(() => Privacy, 'What one is looking at in the receiver’s personal data.')
  privacy!: Privacy;

  @Nullable(() => [ProductItem], 'What was bought.')
  items!: readonly ProductItem[] | null;

  @Nullable(() => Fulfillment, 'Whether it may be shipped, by when, by whom and how.')
  fulfillment!: Fulfillment | null;

  @Nullable(() => Logistics, 'How the goods travel.')
  logistics!: Logistics | null;

  @Nullable(() => Invoice, 'The invoice asked for.')
  invoice!: Invoice | null;

  @Nullable(() => [Payment], 'Its payments.')
  payments!: readonly Payment[] | null;

  @Nullable(() => [PaymentStage], 'Its stages, when it is paid or shipped in stages.')
  stages!: readonly PaymentStage[] | null;

  @Nullable(() => CreditPayment, 'The credit it was bought on.')
  credit!: CreditPayment | null;

  @Nullable(() => [GuaranteeTerm], 'What the seller promises for the whole order.')
  guarantees!: readonly GuaranteeTerm[] | null;

  @Nullable(() => OrderRatings, 'What buyer and seller say of each other.')
  ratings!: OrderRatings | null;

  @Nullable(() => [Promotion], 'The promotions it took part in.')
  promotions!: readonly Promotion[] | null;

  @Nullable(() => [Refund], 'Its refunds.')
  refunds!: readonly Refund[] | null;

  @Nullable(() => [Dispute], 'Its disputes.')
  disputes!: readonly Dispute[] | null;

  @Nullable(() => OrderNotes, 'What people wrote on it.')
  notes!: OrderNotes | null;

  @Nullable(() => [OrderMessage], 'What buyer and seller wrote to each other.')
  messages!: readonly OrderMessage[] | null;

  @Nullable(() => [OrderEvent], 'What happened to it.')
  events!: readonly OrderEvent[] | null;

  @Nullable(() => CustomsDeclaration, 'Its customs declaration.')
  customs!: CustomsDeclaration | null;

  @Nullable(() => OverseasAddress, 'Where it goes abroad, and through which forwarder.')
  overseasAddress!: OverseasAddress | null;

  @Nullable(() => [Quote], 'The purchase request of an enterprise buyer that it came from.')
  quotes!: readonly Quote[] | null;

  @Nullable(() => PreOrder, 'The pre-order that it came from.')
  preOrder!: PreOrder | null;

  /** Served by a resolver, for its argument. */
  @Resolved(() => OrderAttribute)
  attributes!: readonly OrderAttribute[] | null;

  /** Served by a resolver, since the union of the platforms’ types stands above this model. */
  @Resolved(() => undefined)
  platformOrder!: object | null;

  /** Served by a resolver, since it needs the scope orders:raw. */
  raw!: unknown;

  @Required(() => DateTime, 'When its gateway sent what is shown here.')
  fetchedAt!: Date;

  @Required(
    () => Boolean,
    'Whether it is older than it should be, since no gateway could be asked; extensions say why.',
  )
  stale!: boolean;

  @Nullable(() => UpstreamReply, 'What the gateway’s reply said beside the order itself.')
  upstream!: UpstreamReply | null;

  @Required(() => [Warning], 'What of the selected fields could not be read; empty when all could.')
  warnings!: readonly Warning[];
}
