// What people write on an order.
import { ID, ObjectType } from 'type-graphql';
import { Nullable } from './decorators.js';
import { personal } from './personal.js';
import { DateTime } from './scalars.js';

@ObjectType({ simpleResolvers: true, description: 'Notes on an order. Each view shows its own side’s memo.' })
export class OrderNotes {
  @Nullable(() => String, 'What the buyer wrote to the seller.', personal('TEXT'))
  buyerMessage!: string | null;

  @Nullable(() => String, 'The remark made when the order was placed, or on the trade.', personal('TEXT'))
  remark!: string | null;

  @Nullable(() => String, 'The buyer’s private memo.', personal('TEXT'))
  buyerMemo!: string | null;

  @Nullable(() => String, 'The gateway’s own code of the flag on the buyer’s memo.')
  buyerFlag!: string | null;

  @Nullable(() => String, 'The seller’s private memo.', personal('TEXT'))
  sellerMemo!: string | null;

  @Nullable(() => String, 'The gateway’s own code of the flag on the seller’s memo.')
  sellerFlag!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'A message between buyer and seller about an order.' })
export class OrderMessage {
  @Nullable(() => ID, 'The platform’s id of the message.')
  id!: string | null;

  @Nullable(() => String, 'Who wrote it: buyer or seller.')
  poster!: string | null;

  @Nullable(() => String, 'The words.', personal('TEXT'))
  content!: string | null;

  @Nullable(() => String, 'The gateway’s own code of its status.')
  statusCode!: string | null;

  @Nullable(() => DateTime, 'When it was written.')
  createdAt!: Date | null;

  @Nullable(() => DateTime, 'When it last changed.')
  modifiedAt!: Date | null;

  @Nullable(() => String, 'The sender’s sign-in name.', personal('ACCOUNT'))
  senderLoginId!: string | null;

  @Nullable(() => String, 'The receiver’s sign-in name.', personal('ACCOUNT'))
  receiverLoginId!: string | null;
}
