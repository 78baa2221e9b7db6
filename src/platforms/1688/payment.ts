// How a 1688 order is paid: its terms, its stages, its credit.
import { lookUp, type ReadContext, TIME, toInteger, toText } from '../../mapping/codec.js';
import { absent, computed, concat, type Field, type Fields, list, object, unknown } from '../../mapping/fieldTypes.js';
import { bool, code, decimal, id, int, text, time, yuan } from '../../mapping/leaves.js';
import { toInstant } from '../../mapping/time.js';
import type { CreditPayment, Payment, PaymentStage } from '../../order/payment.js';
import { ORDER_STATUS, PAYMENT_STATUS, SHIPPING_STATUS, STAGE_PAYMENT_STATUS, STEP_PAYMENT_STATUS } from './codes.js';

/** Trade 4.0. Here a stage's payFee and paidFee include shipping. */
const stage: Fields<PaymentStage> = {
  number: int('stepNo'),
  name: text('stepName'),
  isLast: bool('lastStep'),
  statusCode: text('activeStatus'),
  paymentStatus: code(STAGE_PAYMENT_STATUS, 'payStatus'),
  paymentStatusCode: text('payStatus'),
  shippingStatus: code(SHIPPING_STATUS, 'logisticsStatus'),
  shippingStatusCode: text('logisticsStatus'),
  startedAt: time('gmtStart'),
  paidAt: time('gmtPay'),
  endedAt: time('gmtEnd'),
  due: yuan('payFee'),
  paid: yuan('paidFee'),
  goods: yuan('goodsFee'),
  adjustment: yuan('adjustFee'),
  discount: yuan('discountFee'),
  shipping: yuan('postFee'),
  shippingPaid: yuan('paidPostFee'),
};

/** Trade 3.0. Here payFee is what was to be paid when the stage was created, without shipping. */
const step: Fields<PaymentStage> = {
  number: int('stepNo'),
  name: text('stepName'),
  isLast: bool('lastStep'),
  statusCode: text('stepOrderStatus'),
  paymentStatus: code(STEP_PAYMENT_STATUS, 'stepPayStatus'),
  paymentStatusCode: text('stepPayStatus'),
  shippingStatus: unknown('trade 3.0 gives no logistics code of a stage'),
  shippingStatusCode: absent('trade 3.0 gives no logistics code of a stage'),
  startedAt: time('enterTime'),
  paidAt: time('payTime'),
  endedAt: time('endTime'),
  due: yuan('payFee'),
  paid: absent('trade 3.0 does not say what was paid; actualPayFee is what is owed with shipping'),
  goods: absent('trade 3.0 gives no goods’ share'),
  adjustment: yuan('adjustFee'),
  discount: yuan('discountFee'),
  shipping: yuan('postFee'),
  shippingPaid: absent('trade 3.0 does not say what shipping was paid'),
};

export const payments: Field<readonly Payment[] | null> = list('tradeTerms', {
  id: id('phase'),
  status: code(PAYMENT_STATUS, 'payStatus'),
  statusCode: text('payStatus'),
  amount: yuan('phasAmount'),
  paidAt: time('payTime'),
  methodCode: text('payWay'),
  methodName: text('payWayDesc'),
  isCardPayment: bool('cardPay'),
  isExpressPayment: bool('expressPay'),
  condition: text('phaseCondition'),
  dueText: text('phaseDate'),
});

export const stages: Field<readonly PaymentStage[] | null> = concat(
  list('baseInfo.newStepOrderList', stage),
  list('baseInfo.stepOrderList', step),
);

export const credit: Field<CreditPayment | null> = object('orderBizInfo.creditOrderDetail', {
  amount: decimal('payAmount'),
  outstanding: decimal('restRepayAmount'),
  paidAt: time('createTime'),
  repayBy: time(['lastRepayTime', 'gracePeriodEndTime']),
  statusCode: text('status'),
  statusText: text('statusStr'),
});

/** payTimeoutType: 0, or none at all, where payTimeout is a length of time. */
const LENGTHS: ReadonlySet<string> = new Set(['', '0']);

/** Until when an unpaid order may be paid: payTimeout seconds from when it was placed. */
function payableUntilOf(values: readonly unknown[], { zone }: ReadContext): Date | null {
  const [status, createTime, payTimeout, type] = values;
  const created = toInstant(createTime, zone);
  const seconds = toInteger(payTimeout);
  const isWaiting = lookUp(ORDER_STATUS, status) === 'AWAITING_PAYMENT';
  if (!isWaiting || !created || seconds === undefined || !LENGTHS.has(toText(type)?.trim() ?? '')) return null;
  return toInstant(String(created.getTime() + seconds * 1000), zone) ?? null;
}

export const payableUntil: Field<Date | null> = computed(
  ['baseInfo.status', 'baseInfo.createTime', 'baseInfo.payTimeout', 'baseInfo.payTimeoutType'],
  payableUntilOf,
  TIME,
);
