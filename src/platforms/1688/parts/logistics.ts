// What only 1688 says of a shipment.
import { bool, id, text } from '../../../mapping/leaves.js';
import { platformType } from '../../../mapping/platformType.js';
import { personal } from '../../../order/personal.js';

export const Shipment = platformType('Alibaba1688Shipment', 'What only 1688 says of a shipment.', {
  id: id('id', 'Shipment.id of the same shipment.'),
  isTimePromised: bool('isTimePromise', 'Whether it travels by time-promised delivery.'),
  noLogisticsCondition: text(
    'noLogisticsCondition',
    'Why no carrier is needed: 1 other carrier, 2 supplement of freight or price, 3 delivered by the seller, 4 picked up by the buyer, 5 other.',
  ),
  noLogisticsName: text('noLogisticsName', 'Contact where no carrier is used.', personal('NAME')),
  noLogisticsPhone: text('noLogisticsTel', 'Telephone where no carrier is used.', personal('PHONE')),
  noLogisticsBillNumber: text('noLogisticsBillNo', 'Business number where no carrier is used.'),
});
