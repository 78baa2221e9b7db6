// What the gateway said around an order, and what of it could not be read.
import { Int, ObjectType } from 'type-graphql';
import { Nullable, Required } from './decorators.js';
import { DateTime, Decimal } from './scalars.js';

@ObjectType({ simpleResolvers: true, description: 'What the gateway’s reply said beside the order itself.' })
export class UpstreamReply {
  @Nullable(() => String, 'The gateway’s own result code; "0" is success on the 1688 gateways.')
  code!: string | null;

  @Nullable(() => String, 'The gateway’s words.')
  message!: string | null;

  @Nullable(() => String, 'The gateway’s success flag as sent: 1688 gateways send the string "true".')
  success!: string | null;

  @Nullable(() => [String], 'Remarks as codes: BUYER_ENCRYPT means that personal data is encrypted.')
  returnCodes!: readonly string[] | null;

  @Nullable(() => Decimal, 'What the call cost, in the gateway’s points.')
  cost!: string | null;

  @Nullable(() => Int, 'How long the gateway says it took, in milliseconds.')
  elapsedMs!: number | null;

  @Nullable(() => DateTime, 'The gateway’s clock when it answered.')
  repliedAt!: Date | null;

  @Nullable(() => String, 'The gateway’s id of the request, to quote to its support.')
  requestId!: string | null;
}

@ObjectType({
  simpleResolvers: true,
  description: 'Something in the gateway’s document that could not be read; its field is null.',
})
export class Warning {
  @Required(() => String, 'Where in the gateway’s document, such as product_items[0].gmt_create.')
  path!: string;

  @Required(() => String, 'What is wrong with it; never its value, which may be personal.')
  message!: string;
}
