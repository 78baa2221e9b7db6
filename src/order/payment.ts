// How an order is paid: payments, stages, credit.
import { ID, Int, ObjectType } from 'type-graphql';
import { Nullable, Required } from './decorators.js';
import { PaymentStatus, ShippingStatus } from './enums.js';
import { Money } from './money.js';
import { DateTime, Decimal } from './scalars.js';

@ObjectType({ simpleResolvers: true, description: 'One payment of an order, or one term of it.' })
export class Payment {
  @Nullable(() => ID, 'The platform’s id of the payment or of its phase.')
  id!: string | null;

  @Required(() => PaymentStatus, 'Where this payment stands.')
  status!: PaymentStatus;

  @Nullable(() => String, 'The gateway’s own payment code.')
  statusCode!: string | null;

  @Nullable(() => Money, 'The amount.')
  amount!: Money | null;

  @Nullable(() => DateTime, 'When it was paid.')
  paidAt!: Date | null;

  @Nullable(() => String, 'The gateway’s own code of the way it is paid, such as 1 for Alipay on 1688.')
  methodCode!: string | null;

  @Nullable(() => String, 'The way it is paid, in the gateway’s words.')
  methodName!: string | null;

  @Nullable(() => Boolean, 'Whether a bank card pays.')
  isCardPayment!: boolean | null;

  @Nullable(() => Boolean, 'Whether it is an express payment.')
  isExpressPayment!: boolean | null;

  @Nullable(() => String, 'What must happen before it is due, in the gateway’s words.')
  condition!: string | null;

  @Nullable(() => String, 'When it is due, in the gateway’s words.')
  dueText!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'One stage of an order that is paid, shipped or made in stages.' })
export class PaymentStage {
  @Nullable(() => Int, 'The stage’s number, from 1.')
  number!: number | null;

  @Nullable(() => String, 'The stage’s name.')
  name!: string | null;

  @Nullable(() => Boolean, 'Whether it is the last stage.')
  isLast!: boolean | null;

  @Nullable(() => String, 'The gateway’s own code of where the stage stands.')
  statusCode!: string | null;

  @Required(() => PaymentStatus, 'Where the stage’s payment stands.')
  paymentStatus!: PaymentStatus;

  @Nullable(() => String, 'The gateway’s own payment code.')
  paymentStatusCode!: string | null;

  @Required(() => ShippingStatus, 'Where the stage’s goods are.')
  shippingStatus!: ShippingStatus;

  @Nullable(() => String, 'The gateway’s own logistics code.')
  shippingStatusCode!: string | null;

  @Nullable(() => DateTime, 'When the stage began.')
  startedAt!: Date | null;

  @Nullable(() => DateTime, 'When it was paid.')
  paidAt!: Date | null;

  @Nullable(() => DateTime, 'When it ended.')
  endedAt!: Date | null;

  @Nullable(
    () => Money,
    'To pay in this stage (1688 trade 4.0: with shipping; trade 3.0: when created, without shipping).',
  )
  due!: Money | null;

  @Nullable(() => Money, 'Paid so far, with shipping.')
  paid!: Money | null;

  @Nullable(() => Money, 'The goods’ share.')
  goods!: Money | null;

  @Nullable(() => Money, 'The change of price by hand.')
  adjustment!: Money | null;

  @Nullable(() => Money, 'The shop discount’s share.')
  discount!: Money | null;

  @Nullable(() => Money, 'Shipping to pay.')
  shipping!: Money | null;

  @Nullable(() => Money, 'Shipping paid.')
  shippingPaid!: Money | null;
}

@ObjectType({
  simpleResolvers: true,
  description: 'A purchase on credit (1688 诚e赊). The gateways do not say the unit of its amounts.',
})
export class CreditPayment {
  @Nullable(() => Decimal, 'The amount bought on credit; unit undocumented (yuan or fen), given as sent.')
  amount!: string | null;

  @Nullable(() => Decimal, 'Still to be repaid; unit undocumented (yuan or fen), given as sent.')
  outstanding!: string | null;

  @Nullable(() => DateTime, 'When it was paid with credit.')
  paidAt!: Date | null;

  @Nullable(() => DateTime, 'The last moment to repay.')
  repayBy!: Date | null;

  @Nullable(() => String, 'The gateway’s own code.')
  statusCode!: string | null;

  @Nullable(() => String, 'The status in the gateway’s words.')
  statusText!: string | null;
}
