// What only 1688 says of a line of an order.
import { bool, decimal, id, int, text, time, yuan } from '../../../mapping/leaves.js';
import { parts, platformType } from '../../../mapping/platformType.js';
import { personal } from '../../../order/personal.js';
import { lineId } from '../item.js';

const PaidService = platformType('Alibaba1688PaidService', 'A service that is paid for with a line.', {
  name: text('serviceName', 'Its name.'),
  attribute: text('serviceAttriribute', 'What is done.'),
  price: yuan('servicePrice', 'Its price.'),
});

const ItemAttribute = platformType('Alibaba1688ItemAttribute', 'An extended attribute of a line.', {
  key: text('key', 'Its key, such as b_i48h: promised to be shipped within 48 hours.'),
  value: text('value', 'Its value.', personal('TEXT')),
  description: text('description', 'What it means.', personal('TEXT')),
});

const DownstreamLine = platformType(
  'Alibaba1688DownstreamLine',
  'A line of the order that a distributor took, which this line fulfils.',
  {
    id: id('outSubOrderId', 'The line’s id there.'),
    skuId: id('outSkuId', 'The variant there.'),
    itemCode: text('outItemCode', 'The merchant’s code of the product there.'),
    paid: yuan(
      'outSubGmv',
      'What the consumer paid, without the platform’s subsidies and shipping. Unit undocumented; believed yuan.',
    ),
    quantity: decimal('outSubQty', 'How many were bought there.'),
    paidAt: time('outSubOrderPayTime', 'When it was paid there.'),
    shipBy: time('outSubOrderLatestDeliveryTime', 'The last moment to ship it.'),
  },
);

export const Item = platformType('Alibaba1688Item', 'What only 1688 says of a line of an order.', {
  itemId: lineId,
  numericItemId: id(
    'subItemID',
    'The line’s id as a number; some gateways have rounded it. For matching old records only.',
  ),
  description: text('description', 'Description; 1688 itself leaves it out.'),
  sort: int('sort', 'Place of the line, from 0; 1688 itself leaves it out.'),
  typeCode: text('type', 'The kind of product, on the international site.'),
  specId: text('specId', 'Id of the chosen sales attributes.'),
  quantityFactor: decimal('quantityFactor', 'How fine quantities are: with 1000 and t, down to 0.001 t.'),
  discountText: text('itemDiscountFee', 'ProductItem.discount as sent; unit undocumented, believed yuan.'),
  canSendGoods: bool('canSendGoods', 'Whether the line may be shipped now; false forbids it while waitsellersend.'),
  cantSendReason: text('cantSendReason', 'Why the line may not be shipped.'),
  permittedCarrierCodes: text(
    'permitLogisticsCpCode',
    'Codes of the carriers the line may be shipped with, comma-separated.',
  ),
  pickupRisk: text('deliverGoodsOverdueRisk', 'overdue: the deadline of its pick-up is near or has passed.'),
  sharedPostage: yuan('sharePostage', 'The line’s share of shipping.'),
  afterSaleRefunded: yuan('refundForAs', 'The line’s share of what was refunded after the trade was completed.'),
  freeServices: text('freeEntryServiceInfo', 'Free services of the line: JSON in a text.'),
  paidServices: parts('payEntryServiceInfo', PaidService, 'Services of the line that are paid for.'),
  attributes: parts('extAttributes', ItemAttribute, 'Extended attributes of the line.'),
  downstreamLines: parts(
    'bizFenXiaoOutSubOrderInfoList',
    DownstreamLine,
    'The lines that it fulfils of orders that a distributor took.',
  ),
  sharedPromotionFee: yuan(
    'orderSharedPromotionFee',
    'The line’s share of the order’s promotions. Undocumented; believed yuan, as seen in the gateway’s sample.',
  ),
  promotionsFee: yuan(
    'promotionsFee',
    'All promotions on the line. Undocumented; believed yuan, as seen in the gateway’s sample.',
  ),
  crossPromotionFee: yuan(
    'crossPromotionFee',
    'The line’s share of cross-shop promotions. Undocumented; believed yuan.',
  ),
});
