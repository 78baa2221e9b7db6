// What only 1688 says of a line of an order.
import { bool, decimal, id, int, text, yuan } from '../../../mapping/leaves.js';
import { platformType } from '../../../mapping/platformType.js';
import { lineId } from '../item.js';

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
  canSendGoods: bool('canSendGoods', 'Whether the line may be shipped now; false forbids it while waitsellersend.'),
  cantSendReason: text('cantSendReason', 'Why the line may not be shipped.'),
  permittedCarrierCodes: text(
    'permitLogisticsCpCode',
    'Codes of the carriers the line may be shipped with, comma-separated.',
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
