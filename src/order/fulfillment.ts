// Whether goods may be shipped, by when, by whom and with which carrier.
import { ID, ObjectType } from 'type-graphql';
import { Nullable, Required } from './decorators.js';
import { FulfillmentStatus, HoldReason, OverdueRisk, Shipper } from './enums.js';
import { DateTime, Decimal } from './scalars.js';

@ObjectType({ simpleResolvers: true, description: 'One thing that forbids shipping for now.' })
export class FulfillmentHold {
  @Required(() => HoldReason, 'What kind of thing it is.')
  reason!: HoldReason;

  @Nullable(() => String, 'The platform’s own name of it, such as RISK_CONTROL, top_hold or canSendGoods.')
  code!: string | null;

  @Nullable(() => String, 'Why, in the platform’s words.')
  message!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'Which carriers may take the goods: the platform’s own codes.' })
export class CarrierRules {
  @Nullable(() => [String], 'One of these must; every other is fined or refused.')
  prescribed!: readonly string[] | null;

  @Nullable(() => [String], 'One of these should.')
  preferred!: readonly string[] | null;

  @Nullable(() => [String], 'None of these may.')
  forbidden!: readonly string[] | null;
}

@ObjectType({ simpleResolvers: true, description: 'Where goods are shipped from.' })
export class FulfillmentLocation {
  @Nullable(() => String, 'The platform’s or the merchant’s code of the warehouse or store.')
  code!: string | null;

  @Nullable(() => String, 'Country.')
  country!: string | null;

  @Nullable(() => String, 'Province.')
  province!: string | null;

  @Nullable(() => String, 'City.')
  city!: string | null;
}

@ObjectType({
  simpleResolvers: true,
  description: 'A product to pick beside the lines of an order, or as a part of one.',
})
export class FulfillmentComponent {
  @Nullable(() => ID, 'The product.')
  productId!: string | null;

  @Nullable(() => ID, 'The variant.')
  skuId!: string | null;

  @Nullable(() => String, 'Its name.')
  name!: string | null;

  @Nullable(() => Decimal, 'How many: of a present in all, of a part for one of its line.')
  quantity!: string | null;

  @Nullable(() => String, 'The seller’s own code of the product.')
  productCode!: string | null;

  @Nullable(() => String, 'The seller’s own code of the variant.')
  skuCode!: string | null;

  @Nullable(() => Boolean, 'Whether it is a present.')
  isGift!: boolean | null;
}

@ObjectType({
  simpleResolvers: true,
  description:
    'Whether an order, or a line of it, may be shipped by its seller, by when, by whom and how. Deadlines stay as they were when it is shipped. A refund that is asked for forbids nothing by itself: see refundStatus.',
})
export class Fulfillment {
  @Required(() => FulfillmentStatus, 'Whether it is to be shipped. Of an order: what its lines come to.')
  status!: FulfillmentStatus;

  @Nullable(
    () => Boolean,
    'Whether the seller may ship it now; of an order, all that is left of it. Null where the gateway does not say, and its platform forbids some.',
  )
  mayShip!: boolean | null;

  @Nullable(() => [FulfillmentHold], 'What forbids it for now; empty where nothing does.')
  holds!: readonly FulfillmentHold[] | null;

  @Nullable(() => DateTime, 'The last moment to ship it; of an order, the first of those of its lines.')
  shipBy!: Date | null;

  @Nullable(() => DateTime, 'The last moment for the carrier to collect it.')
  collectBy!: Date | null;

  @Nullable(() => DateTime, 'The last moment to deliver it.')
  deliverBy!: Date | null;

  @Required(() => OverdueRisk, 'Whether a deadline is near or has passed, by the platform’s own word.')
  overdueRisk!: OverdueRisk;

  @Nullable(() => String, 'The gateway’s own code or codes of that, separated by commas: PTMO, TMOT, overdue.')
  overdueRiskCode!: string | null;

  @Nullable(() => [String], 'What is promised to the buyer, as the platform’s own codes, such as b_i48h.')
  services!: readonly string[] | null;

  @Nullable(() => CarrierRules, 'Which carriers may take it.')
  carriers!: CarrierRules | null;

  @Required(() => Shipper, 'Who ships it.')
  shipper!: Shipper;

  @Nullable(() => String, 'The gateway’s own code or codes of that, or the names of its flags, separated by commas.')
  shipperCode!: string | null;

  @Nullable(() => FulfillmentLocation, 'Where it is shipped from.')
  location!: FulfillmentLocation | null;

  @Nullable(() => Boolean, 'Whether the line is a present that comes with others.')
  isGift!: boolean | null;

  @Nullable(() => [ID], 'Lines that belong together: the presents of a line, or the line of a present.')
  relatedItemIds!: readonly string[] | null;

  @Nullable(
    () => [FulfillmentComponent],
    'What is to be picked besides: of a line the parts that it is made up of, of an order presents that are no lines.',
  )
  components!: readonly FulfillmentComponent[] | null;

  @Nullable(() => Boolean, 'Whether the buyer changed the address after paying.')
  isAddressChanged!: boolean | null;

  @Nullable(() => DateTime, 'When the buyer changed it last.')
  addressChangedAt!: Date | null;
}
