// What goes wrong after an order: refunds and disputes.
import { ID, ObjectType } from 'type-graphql';
import { Nullable, Required } from './decorators.js';
import { RefundStatus } from './enums.js';
import { Money } from './money.js';
import { personal } from './personal.js';
import { DateTime } from './scalars.js';

@ObjectType({ simpleResolvers: true, description: 'A refund of an order or of one of its items.' })
export class Refund {
  @Nullable(() => ID, 'The platform’s id of the refund.')
  id!: string | null;

  @Nullable(() => ID, 'The item it is for (ProductItem.itemId); null when it is for the whole order.')
  itemId!: string | null;

  @Required(() => RefundStatus, 'Where it stands.')
  status!: RefundStatus;

  @Nullable(() => String, 'The gateway’s own code of that.')
  statusCode!: string | null;

  @Nullable(() => Money, 'Given back in cash.')
  amount!: Money | null;

  @Nullable(() => Money, 'Given back in coupons.')
  couponAmount!: Money | null;

  @Nullable(() => String, 'Why.', personal('TEXT'))
  reason!: string | null;

  @Nullable(() => String, 'The gateway’s own code of its kind.')
  typeCode!: string | null;

  @Nullable(() => DateTime, 'When it was refunded.')
  refundedAt!: Date | null;
}

@ObjectType({ simpleResolvers: true, description: 'A dispute about an order or one of its items.' })
export class Dispute {
  @Nullable(() => ID, 'The item it is about (ProductItem.itemId); null when it is about the whole order.')
  itemId!: string | null;

  @Nullable(() => String, 'The gateway’s own code of where it stands.')
  statusCode!: string | null;

  @Nullable(() => String, 'The gateway’s own code of its kind.')
  typeCode!: string | null;

  @Nullable(() => String, 'The gateway’s own code of its reason.')
  reasonCode!: string | null;

  @Nullable(() => DateTime, 'When it was opened.')
  openedAt!: Date | null;
}
