// How an AliExpress order is paid.
import { absent, computed, list } from '../../mapping/fieldTypes.js';
import { text, time } from '../../mapping/leaves.js';
import { decidingCodes } from '../../mapping/statusFallbacks.js';
import { SETTLED, settled } from './codecs.js';
import { paymentOf } from './codes.js';
import { orderState } from './state.js';

export const paymentStatus = orderState(paymentOf);
export const paymentStatusCode = computed(['fund_status', 'order_status'], (codes) => decidingCodes(...codes));

export const payments = list(
  '',
  {
    id: absent('AliExpress documents no payment id'),
    status: paymentStatus,
    statusCode: paymentStatusCode,
    amount: computed(['pay_amount_by_settlement_cur', 'settlement_currency'], settled, SETTLED),
    paidAt: time('gmt_pay_success'),
    methodCode: text('payment_type'),
    methodName: absent('AliExpress gives the way of paying as a code'),
    isCardPayment: absent('AliExpress gives the way of paying as a code'),
    isExpressPayment: absent('AliExpress gives the way of paying as a code'),
    condition: absent('AliExpress orders are paid at once'),
    dueText: absent('AliExpress orders are paid at once'),
  },
  { having: ['fund_status', 'payment_type', 'gmt_pay_success', 'pay_amount_by_settlement_cur'] },
);
