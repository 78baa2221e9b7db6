// What only AliExpress says of how an order went: its parcels and its log.
import { bool, id, text } from '../../../mapping/leaves.js';
import { parts, platformType } from '../../../mapping/platformType.js';

const Shipment = platformType('AliExpressShipment', 'What only AliExpress says of a shipment.', {
  id: id('ship_order_id', 'Shipment.id of the same shipment.'),
  isTrackable: bool('have_tracking_info', 'Whether tracking information can be had.'),
  notReceivedReason: text('recv_status_desc', 'Why it did not arrive, such as another country than the order’s.'),
});

const Event = platformType('AliExpressEvent', 'What only AliExpress says of an event.', {
  id: id('id', 'OrderEvent.id of the same event.'),
  orderId: id('order_id', 'The order it happened to, as the event says.'),
});

export const shipments = parts(
  'logistic_info_list[tp_open_logistic_info_dto]',
  Shipment,
  'What only AliExpress says of the shipments, in their order.',
);

export const events = parts(
  'opr_log_dto_list[tp_operation_log_dto]',
  Event,
  'What only AliExpress says of the events, in their order.',
);
