// What only AliExpress says of the terms of an order: its business model, what may still be chosen, why it is called off.
import { TIME_OR_TEXT } from '../../../mapping/codec.js';
import { leaf } from '../../../mapping/fieldTypes.js';
import { decimal, text } from '../../../mapping/leaves.js';
import { personal } from '../../../order/personal.js';
import { EXTENSION } from './extension.js';

export const TERMS = {
  encryptionReference: text(
    'oaid',
    'Receiver.encryptionReference as sent: what the receiver is decrypted by, at another interface. Where there is one, the receiver comes masked.',
    personal('HANDLE'),
  ),
  ...EXTENSION,
  wayOfShippingUntil: leaf(
    TIME_OR_TEXT,
    'semi_switch_ship_deadline',
    'Until when a semi-managed order’s way of shipping may be changed.',
  ),
  wayOfShippingUntilText: text('semi_switch_ship_deadline', 'The same as sent; its form is not documented.'),
  semiManagedRevenue: text(
    'semi_ship_estimated_revenue',
    'What the seller is expected to earn if the platform ships; currency undocumented, as sent.',
  ),
  ownShippingRevenue: text(
    'self_ship_estimated_revenue',
    'What the seller is expected to earn by own shipping; currency undocumented, as sent.',
  ),
  cancelReason: text(
    'cancel_request_reason',
    'Why the buyer asks to cancel it, while the order is IN_CANCEL.',
    personal('TEXT'),
  ),
  logisticsCommissionRate: decimal(
    'logisitcs_escrow_fee_rate',
    'AliExpress’s commission on freight as a share of it. AliExpress tells not to use it any more.',
  ),
};
