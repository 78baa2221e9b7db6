// What buyer and seller say of each other.
import { Int, ObjectType } from 'type-graphql';
import { Nullable, Required } from './decorators.js';
import { RatingStatus } from './enums.js';
import { personal } from './personal.js';
import { DateTime } from './scalars.js';

@ObjectType({ simpleResolvers: true, description: 'One rating.' })
export class Rating {
  @Nullable(() => Int, 'Stars, 1 to 5.')
  stars!: number | null;

  @Nullable(() => String, 'The words.', personal('TEXT'))
  content!: string | null;

  @Nullable(() => String, 'Who is rated.', personal('ACCOUNT'))
  receiverNick!: string | null;

  @Nullable(() => String, 'Who rates.', personal('ACCOUNT'))
  posterNick!: string | null;

  @Nullable(() => DateTime, 'When it was published.')
  publishedAt!: Date | null;
}

@ObjectType({ simpleResolvers: true, description: 'What buyer and seller say of each other.' })
export class OrderRatings {
  @Required(() => RatingStatus, 'Whether the buyer has rated.')
  buyerStatus!: RatingStatus;

  @Nullable(() => String, 'The gateway’s own code of that.')
  buyerStatusCode!: string | null;

  @Required(() => RatingStatus, 'Whether the seller has rated.')
  sellerStatus!: RatingStatus;

  @Nullable(() => String, 'The gateway’s own code of that.')
  sellerStatusCode!: string | null;

  @Nullable(() => [Rating], 'What the seller says of the buyer (1688 calls it buyerRateList).')
  ofBuyer!: readonly Rating[] | null;

  @Nullable(() => [Rating], 'What the buyer says of the seller (1688 calls it sellerRateList).')
  ofSeller!: readonly Rating[] | null;
}
