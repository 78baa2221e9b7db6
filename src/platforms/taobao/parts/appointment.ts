// Taobao: services by appointment, and the e-tickets they are redeemed with.
import { id, text, time } from '../../../mapping/leaves.js';
import { platformType } from '../../../mapping/platformType.js';
import { personal } from '../../../order/personal.js';

/** The same four fields stand on trades, lines and service orders. */
export const Appointment = platformType('TaobaoAppointment', 'A service by appointment, such as fitting tyres.', {
  at: time('et_ser_time', 'When the service is booked for.'),
  storeName: text('et_shop_name', 'The store it is booked with.'),
  verifiedStoreName: text('et_verified_shop_name', 'The store where it was redeemed.'),
  plateNumber: text('et_plate_number', 'The car’s number plate.', personal('ID_NUMBER')),
});

export const Eticket = platformType('TaobaoEticket', 'E-tickets and orders made by scanning in a store.', {
  details: text('eticket_ext', 'What the ticket’s business adds, as sent.', personal('TEXT')),
  serviceAddress: text(
    'eticket_service_addr',
    'Where the service takes place (home improvement).',
    personal('ADDRESS'),
  ),
  typeCode: text('et_type', 'Kind of a trade made by scanning, such as bs_common.'),
  storeId: id('et_shop_id', 'The store a trade made by scanning belongs to.'),
  market: text('market', 'The business the trade belongs to, such as eticket.'),
});
