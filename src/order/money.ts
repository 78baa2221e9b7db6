// An amount of money, exact.
import { ObjectType } from 'type-graphql';
import { Required } from './decorators.js';
import { CurrencyCode, Decimal } from './scalars.js';

@ObjectType({ simpleResolvers: true, description: 'An exact amount of money.' })
export class Money {
  @Required(
    () => Decimal,
    'In main units (yuan, dollars), with at least the currency’s usual digits: "6.15", "945.00".',
  )
  amount!: string;

  @Required(() => CurrencyCode, 'ISO 4217.')
  currencyCode!: string;

  @Required(
    () => String,
    'The same amount in the currency’s smallest unit (fen, cents): "615". Has a point only where the gateway gave a fraction of that unit.',
  )
  minorUnits!: string;
}
