// What orders and changes are filtered and sorted by.
import { Field, ID, InputType } from 'type-graphql';
import { toDecimal } from '../../mapping/money.js';
import { OrderStatus, OrderView, PaymentStatus, Platform, RefundStatus, ShippingStatus } from '../../order/enums.js';
import { CurrencyCode, DateTime, Decimal } from '../../order/scalars.js';
import { isAbsent, Nested, orAbsent, type Predicate, Rule } from '../rules.js';
import { OrderAspect, OrderChangeKind, OrderSortKey, SortDirection } from './enums.js';
import { ExactlyOneRule, FlatRule, LaterThanRule, OrderIdsRule, WordRule, WordsRule } from './inputRules.js';

type TypeThunk = Parameters<typeof Field>[0] & (() => unknown);

/** A member that may be left out, or null, which is the same. */
const Optional = (type: TypeThunk, description: string): PropertyDecorator =>
  Field(type, { nullable: true, description });

@InputType({ description: 'A half-open range of instants: two that follow one another share none.' })
export class DateTimeRange {
  @Optional(() => DateTime, 'From this instant on.')
  gte?: Date | null;

  @Optional(() => DateTime, 'Before this instant.')
  @LaterThanRule('gte')
  lt?: Date | null;
}

const isAmount: Predicate = orAbsent((value) => toDecimal(value) !== undefined);
const isNotLess: Predicate = orAbsent((value, { gte }) => {
  const [least, most] = [toDecimal(gte), toDecimal(value)];
  return isAbsent(gte) || least === undefined || most === undefined || most.gte(least);
});

@InputType({ description: 'A range of amounts of one currency. Amounts of other currencies are not in it.' })
export class MoneyRange {
  @Field(() => CurrencyCode, { description: 'ISO 4217.' })
  currencyCode!: string;

  @Optional(() => Decimal, 'At least so much, in main units.')
  @Rule('amount', isAmount, 'must be an amount')
  gte?: string | null;

  @Optional(() => Decimal, 'At most so much, in main units.')
  @Rule('amount', isAmount, 'must be an amount')
  @Rule('notLess', isNotLess, 'must not be less than gte')
  lte?: string | null;
}

@InputType({ description: 'A receiver, by exactly one of these. Only whole values are found.' })
export class ReceiverWhere {
  @Optional(() => String, 'Their telephone number.')
  @WordRule(32)
  phone?: string | null;

  @Optional(() => String, 'Its last four digits, where the settings have them indexed.')
  @Rule(
    'lastFour',
    orAbsent((value) => typeof value === 'string' && /^\d{4}$/.test(value)),
    'must be four digits',
  )
  phoneLast4?: string | null;

  @Optional(() => String, 'Their name.')
  @WordRule()
  name?: string | null;
}

const ID_LENGTH = 64;

/** What a word of the platform may be long: a tracking number, a flag, an id of the merchant’s own. */
const WORD_LENGTH = 64;

@InputType({
  description:
    'Conditions that all hold. What is left out or null is no condition; of a list, one member holds, so that of an empty one nothing does.',
})
export class OrderWhere {
  @Optional(() => [ID], 'The shops to look in; without it, all that the caller may ask.')
  @WordsRule(ID_LENGTH)
  shops?: string[] | null;

  @Optional(() => [Platform], 'Where they live.')
  platforms?: Platform[] | null;

  @Optional(() => OrderView, 'Through whose eyes they are shown.')
  view?: OrderView | null;

  @Optional(() => [OrderStatus], 'Where they stand as a whole.')
  status?: OrderStatus[] | null;

  @Optional(() => [PaymentStatus], 'Where their payment stands.')
  paymentStatus?: PaymentStatus[] | null;

  @Optional(() => [ShippingStatus], 'Where their goods are.')
  shippingStatus?: ShippingStatus[] | null;

  @Optional(() => [RefundStatus], 'Where their refund stands.')
  refundStatus?: RefundStatus[] | null;

  @Optional(() => DateTimeRange, 'When they were placed.')
  @Nested(() => DateTimeRange)
  createdAt?: DateTimeRange | null;

  @Optional(() => DateTimeRange, 'When they last changed.')
  @Nested(() => DateTimeRange)
  modifiedAt?: DateTimeRange | null;

  @Optional(() => DateTimeRange, 'When they were first paid.')
  @Nested(() => DateTimeRange)
  paidAt?: DateTimeRange | null;

  @Optional(() => DateTimeRange, 'When all of them was shipped.')
  @Nested(() => DateTimeRange)
  shippedAt?: DateTimeRange | null;

  @Optional(() => DateTimeRange, 'When they ended, well or not.')
  @Nested(() => DateTimeRange)
  completedAt?: DateTimeRange | null;

  @Optional(() => DateTimeRange, 'When their present state times out.')
  @Nested(() => DateTimeRange)
  expiresAt?: DateTimeRange | null;

  @Optional(() => DateTimeRange, 'By when they are to be shipped at the latest.')
  @Nested(() => DateTimeRange)
  shipBy?: DateTimeRange | null;

  @Optional(() => MoneyRange, 'What they cost in all.')
  @Nested(() => MoneyRange)
  total?: MoneyRange | null;

  @Optional(() => [ID], 'The platform’s order ids.')
  @OrderIdsRule()
  orderIds?: string[] | null;

  @Optional(() => [ID], 'The caller’s own ids of them.')
  @WordsRule(ID_LENGTH)
  outOrderIds?: string[] | null;

  @Optional(() => String, 'The tracking number of one of their parcels, whole.')
  @WordRule(WORD_LENGTH)
  trackingNumber?: string | null;

  @Optional(() => [ID], 'Products, one of which they hold.')
  @WordsRule(ID_LENGTH)
  productIds?: string[] | null;

  @Optional(() => [String], 'The seller’s flags, as the gateway writes them.')
  @WordsRule(WORD_LENGTH)
  sellerFlag?: string[] | null;

  @Optional(() => Boolean, 'Whether the buyer wrote a message on them.')
  hasBuyerMessage?: boolean | null;

  @Optional(() => Boolean, 'Whether the seller keeps a memo on them.')
  hasSellerMemo?: boolean | null;

  @Optional(() => Boolean, 'Whether the platform holds them back.')
  isOnHold?: boolean | null;

  @Optional(() => Boolean, 'Whether the seller may ship all that is left of them now, where that is known.')
  mayShip?: boolean | null;

  @Optional(
    () => String,
    'The other side of the trade, by its id or sign-in name on the platform, whole. Needs the scope pii:search.',
  )
  @WordRule()
  counterpart?: string | null;

  @Optional(() => ReceiverWhere, 'Who receives the goods. Needs the scope pii:search.')
  @ExactlyOneRule()
  @Nested(() => ReceiverWhere)
  receiver?: ReceiverWhere | null;

  @Optional(() => OrderWhere, 'Orders that are left out: those of which all of this holds. It has no not of its own.')
  @FlatRule('not')
  @Nested(() => OrderWhere)
  not?: OrderWhere | null;
}

@InputType({ description: 'How orders are sorted. Those that are equal in it are sorted by shop and order id.' })
export class OrderSort {
  @Field(() => OrderSortKey, { description: 'What they are sorted by.' })
  key!: OrderSortKey;

  @Field(() => SortDirection, { description: 'Which end comes first.', defaultValue: SortDirection.DESC })
  direction!: SortDirection;
}

@InputType({
  description: 'Conditions that all hold. What is left out or null is no condition; of a list, one member holds.',
})
export class OrderChangeWhere {
  @Optional(() => [ID], 'The shops to look in; without it, all that the caller may ask.')
  @WordsRule(ID_LENGTH)
  shops?: string[] | null;

  @Optional(() => [OrderChangeKind], 'What became of the order.')
  kind?: OrderChangeKind[] | null;

  @Optional(() => [OrderAspect], 'What changed.')
  changed?: OrderAspect[] | null;

  @Optional(() => [ID], 'The platform’s order ids.')
  @OrderIdsRule()
  orderIds?: string[] | null;
}
