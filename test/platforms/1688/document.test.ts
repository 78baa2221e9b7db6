// Tests what is peculiar to 1688's orders: their statuses, those of their parts, and words for what is not there.
import { describe, expect, test } from '@jest/globals';
import type { Selection } from '../../../src/mapping/selection.js';
import { BEIJING } from '../../../src/mapping/time.js';
import { selectAll } from '../../../src/mapping/walk.js';
import { FW199 } from '../../../src/platforms/1688/gateways/fw199.js';
import { compileGateway } from '../../../src/platforms/compiledGateway.js';
import type { Json } from '../../support/json.js';

const gateway = compileGateway(FW199);
const all: Selection = selectAll(FW199.document.order);

function read(body: object): Json {
  const { order, warnings } = gateway.read({ productItems: [], ...body }, all, BEIJING);
  expect(warnings).toEqual([]);
  return JSON.parse(JSON.stringify(order)) as Json;
}

const OWN_ID = '880000000000000041';
const LINE_ID = '880000000000000042';
const line = (fields: object, index = 0) => ({ subItemIDString: String(BigInt(LINE_ID) + BigInt(index)), ...fields });

describe('statuses of 1688', () => {
  test.each([
    ['waitbuyerpay', 'AWAITING_PAYMENT', 'UNPAID', 'NOT_SHIPPED'],
    ['waitsellermodify', 'AWAITING_PAYMENT', 'UNPAID', 'NOT_SHIPPED'],
    ['waitsellerbindalipay', 'AWAITING_PAYMENT', 'UNPAID', 'NOT_SHIPPED'],
    ['waitsellerconfirmfund', 'PAYMENT_PENDING', 'PENDING', 'NOT_SHIPPED'],
    ['wait_pintuan_order', 'ON_HOLD', 'PAID', 'NOT_SHIPPED'],
    ['wait_group_order', 'ON_HOLD', 'PAID', 'NOT_SHIPPED'],
    ['group_success_order', 'AWAITING_SHIPMENT', 'PAID', 'NOT_SHIPPED'],
    ['plus_order_pay_success', 'AWAITING_SHIPMENT', 'PAID', 'NOT_SHIPPED'],
    ['paid_but_not_fund', 'AWAITING_SHIPMENT', 'PAID', 'NOT_SHIPPED'],
    ['waitsellersend', 'AWAITING_SHIPMENT', 'PAID', 'NOT_SHIPPED'],
    ['waitsellerconfirm', 'AWAITING_SHIPMENT', 'PAID', 'NOT_SHIPPED'],
    ['wait_seller_accept_order', 'AWAITING_SHIPMENT', 'PAID', 'NOT_SHIPPED'],
    ['waitselleract', 'AWAITING_SHIPMENT', 'PAID', 'NOT_SHIPPED'],
    ['waitsellerpush', 'AWAITING_SHIPMENT', 'PAID', 'NOT_SHIPPED'],
    ['global_part_into_warehouse', 'PARTIALLY_SHIPPED', 'PAID', 'PARTIALLY_SHIPPED'],
    ['global_all_into_warehouse', 'SHIPPED', 'PAID', 'SHIPPED'],
    ['global_package_transporting', 'SHIPPED', 'PAID', 'SHIPPED'],
    ['send_goods_but_not_fund', 'SHIPPED', 'PAID', 'SHIPPED'],
    ['SIGNINFAILED', 'SHIPPED', 'PAID', 'SHIPPED'],
    ['waitbuyerconfirm', 'SHIPPED', 'PAID', 'SHIPPED'],
    ['waitbuyerconfirmaction', 'SHIPPED', 'PAID', 'SHIPPED'],
    ['confirm_goods_but_not_fund', 'DELIVERED', 'PAID', 'DELIVERED'],
    ['confirm_goods_and_has_subsidy', 'DELIVERED', 'PAID', 'DELIVERED'],
    ['global_package_delivered', 'DELIVERED', 'PAID', 'DELIVERED'],
    ['paid_and_has_subsidy', 'COMPLETED', 'PAID', 'DELIVERED'],
    ['successend', 'COMPLETED', 'PAID', 'DELIVERED'],
    ['liquidatealready', 'COMPLETED', 'PAID', 'DELIVERED'],
    ['cancelled', 'CANCELLED', 'CANCELLED', 'NOT_REQUIRED'],
    ['wait_confirm_invoice', 'UNKNOWN', 'UNKNOWN', 'UNKNOWN'],
  ])('%s means status %s, payment %s, shipping %s', (code, status, paymentStatus, shippingStatus) => {
    const order = read({ baseInfo: { status: code }, productItems: [line({ status: code })] });
    expect(order).toMatchObject({ status, statusCode: code, paymentStatus, shippingStatus, items: [{ status }] });
  });
});

describe('what holds a 1688 order back', () => {
  test('a line that waits for the seller and may not be sent is on hold, and the order says why', () => {
    const status = 'waitsellersend';
    const productItems = [
      line({ status, canSendGoods: true }, 0),
      line({ status, canSendGoods: 'false', cantSendReason: '拼团未成团' }, 1),
      line({ status: 'waitbuyerreceive', canSendGoods: false, cantSendReason: '已发货' }, 2),
      line({ status, canSendGoods: false }, 3),
    ];
    expect(read({ baseInfo: { status }, productItems })).toMatchObject({
      status: 'AWAITING_SHIPMENT',
      holdReasons: ['拼团未成团', 'canSendGoods'],
      items: ['AWAITING_SHIPMENT', 'ON_HOLD', 'SHIPPED', 'ON_HOLD'].map((itemStatus) => ({ status: itemStatus })),
    });
  });

  test('an order whose group is not complete names its own status as what holds it', () => {
    expect(read({ baseInfo: { status: 'wait_pintuan_order' } }).holdReasons).toEqual(['wait_pintuan_order']);
    expect(read({ baseInfo: { status: 'waitsellersend' } }).holdReasons).toEqual([]);
  });
});

describe('the parts of a 1688 order', () => {
  const shippingOf = (...lines: readonly object[]) =>
    read({ baseInfo: { status: 'waitsellersend' }, productItems: lines.map(line) }).shippingStatus;

  test.each([
    [[7, 1], 'NOT_SHIPPED'],
    [[7, 2], 'SHIPPED'],
    [[7, 3], 'DELIVERED'],
    [[4, 3], 'DELIVERED'],
    [[1, 2], 'PARTIALLY_SHIPPED'],
    [['7', '7'], 'NOT_REQUIRED'],
    [[' ', 3], 'DELIVERED'],
  ])('lines whose goods have the codes %j are shipped as %s', (codes, status) => {
    expect(shippingOf(...codes.map((logisticsStatus) => ({ logisticsStatus })))).toBe(status);
  });

  test('a line that was called off has no say, whatever the code of its goods', () => {
    const sent = { status: 'waitbuyerreceive', logisticsStatus: 2 };
    expect(shippingOf({ status: 'cancel', logisticsStatus: 1 }, sent)).toBe('SHIPPED');
    expect(shippingOf({ status: 'TERMINATED', logisticsStatus: 1 }, sent)).toBe('SHIPPED');
    expect(shippingOf({ status: 'waitsellersend', logisticsStatus: 1 }, sent)).toBe('PARTIALLY_SHIPPED');
    expect(shippingOf({ status: 'cancel', logisticsStatus: 1 })).toBe('NOT_SHIPPED');
  });

  test.each([
    [['8', '2'], 'PAID'],
    [['8', '1'], 'UNPAID'],
    [['2', '1'], 'PARTIALLY_PAID'],
    [['CANCELLED', 'PAY_SUCCESS'], 'PAID'],
    [['8', '8'], 'CANCELLED'],
  ])('payments with the codes %j are %s', (codes, status) => {
    const { paymentStatus, paymentStatusCode } = read({ tradeTerms: codes.map((payStatus) => ({ payStatus })) });
    expect({ paymentStatus, paymentStatusCode }).toEqual({
      paymentStatus: status,
      paymentStatusCode: [...new Set(codes)].join(','),
    });
  });

  test('a stage that was cancelled has no say beside one that is paid', () => {
    const newStepOrderList = [{ payStatus: 8 }, { payStatus: 2 }];
    expect(read({ baseInfo: { newStepOrderList } }).paymentStatus).toBe('PAID');
  });

  test.each([
    ['refundclose', 'refundsuccess', 'REFUNDED', 'refundclose,refundsuccess'],
    ['refundsuccess', 'waitselleragree', 'REQUESTED', 'refundsuccess,waitselleragree'],
    ['', 'refundsuccess', 'REFUNDED', 'refundsuccess'],
    [undefined, undefined, 'NONE', null],
  ])('refunds of %j before and %j after completion are %s', (refundStatus, refundStatusForAs, status, code) => {
    expect(read({ baseInfo: { refundStatus, refundStatusForAs } })).toMatchObject({
      refundStatus: status,
      refundStatusCode: code,
    });
  });

  test('an order that says nothing of a refund has that of its lines', () => {
    const productItems = ['REFUND_CLOSED', 'REFUND_SUCCESS', undefined].map((refundStatus) => line({ refundStatus }));
    const order = { refundStatus: 'REFUNDED', refundStatusCode: 'REFUND_CLOSED,REFUND_SUCCESS' };
    expect(read({ productItems })).toMatchObject(order);
    expect(read({ baseInfo: { refundStatus: 'waitselleragree' }, productItems })).toMatchObject({
      refundStatus: 'REQUESTED',
      refundStatusCode: 'waitselleragree',
    });
  });
});

describe('numbers that a 1688 order does not have', () => {
  const transactionOf = (alipayTradeId: string) =>
    read({ baseInfo: { idOfStr: OWN_ID, alipayTradeId } }).paymentTransactionId;

  test.each(['UNCREATED', 'UNCREAT', 'uncreated', OWN_ID, ' ', '0'])('%j is no transaction', (written) => {
    expect(transactionOf(written)).toBeNull();
  });

  test('a transaction is given as it is written', () => {
    expect(transactionOf('2017091421001008480237437679')).toBe('2017091421001008480237437679');
  });

  test.each(['不需要物流', '无需物流', OWN_ID, LINE_ID, ' '])('%j is no tracking number', (logisticsBillNo) => {
    const { logistics } = read({
      baseInfo: { idOfStr: OWN_ID },
      productItems: [line({})],
      nativeLogistics: { logisticsItems: [{ type: '2', logisticsBillNo, logisticsCompanyName: '无需物流' }] },
    });
    expect(logistics?.shipments).toMatchObject([{ method: 'NO_LOGISTICS', trackingNumber: null, carrierName: null }]);
  });

  test('an order whose refund is a word for none has no refund', () => {
    expect(read({ baseInfo: { refundId: '0', refundStatus: 'NO_REFUND' } })).toMatchObject({
      refundStatus: 'NONE',
      refunds: [],
    });
    expect(read({ baseInfo: { refundId: 'TQ1' } }).refunds).toMatchObject([{ id: 'TQ1', status: 'NONE' }]);
  });
});
