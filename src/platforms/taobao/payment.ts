// How a trade is paid.
import { absent, computed, list } from '../../mapping/fieldTypes.js';
import { text, time, yuan } from '../../mapping/leaves.js';
import { decidingCodes } from '../../mapping/statusFallbacks.js';
import { referenceNumber } from '../referenceNumber.js';
import { paymentOf } from './codes.js';

export const transactionId = referenceNumber('alipay_no', ['/tid']);

export const paymentStatus = computed(['step_trade_status', 'status', 'type'], ([step, status, type]) =>
  paymentOf(step, status, type),
);
export const paymentStatusCode = computed(['step_trade_status', 'status'], (values) => decidingCodes(...values));

export const payments = list(
  '',
  {
    id: transactionId,
    status: paymentStatus,
    statusCode: paymentStatusCode,
    amount: yuan('payment'),
    paidAt: time('pay_time'),
    methodCode: text('payment_method'),
    methodName: absent('Taobao gives the way of paying as a code'),
    isCardPayment: absent('platformOrder.payment.creditCard says how much a card pays'),
    isExpressPayment: absent('Taobao does not say'),
    condition: absent('Taobao does not say'),
    dueText: absent('Taobao does not say'),
  },
  { having: [transactionId] },
);
