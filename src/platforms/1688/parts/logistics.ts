// What only 1688 says of a shipment, and of the leg abroad.
import { bool, id, text, texts } from '../../../mapping/leaves.js';
import { part, platformType } from '../../../mapping/platformType.js';
import { personal } from '../../../order/personal.js';

export const Shipment = platformType('Alibaba1688Shipment', 'What only 1688 says of a shipment.', {
  id: id('id', 'Shipment.id of the same shipment.'),
  realCarrierCode: text('realLogisticsCompanyNo', 'Code of the carrier that really carries it.'),
  isTimePromised: bool('isTimePromise', 'Whether it travels by time-promised delivery.'),
  noLogisticsCondition: text(
    'noLogisticsCondition',
    'Why no carrier is needed: 1 other carrier, 2 supplement of freight or price, 3 delivered by the seller, 4 picked up by the buyer, 5 other.',
  ),
  noLogisticsName: text('noLogisticsName', 'Contact where no carrier is used.', personal('NAME')),
  noLogisticsPhone: text('noLogisticsTel', 'Telephone where no carrier is used.', personal('PHONE')),
  noLogisticsBillNumber: text('noLogisticsBillNo', 'Business number where no carrier is used.'),
});

const OverseasReceiver = platformType('Alibaba1688OverseasReceiver', 'Where goods go abroad.', {
  postalCode: text('postCode', 'Postal code.', personal('ADDRESS')),
  country: text('countryName', 'Country.'),
  province: text('provinceName', 'Province or state.'),
  city: text('cityName', 'City.'),
  area: text('areaName', 'District.', personal('ADDRESS')),
  address: text('addressDetail', 'Street address.', personal('ADDRESS')),
  mobile: text('mobile', 'Mobile telephone.', personal('PHONE')),
  phone: text('fixedPhone', 'Telephone.', personal('PHONE')),
  contactName: text('warehouseContactName', 'Contact at the warehouse.', personal('NAME')),
  warehouseName: text('warehouseName', 'The warehouse.'),
});

export const OverseasLeg = platformType('Alibaba1688OverseasLeg', 'How goods travel beyond China.', {
  receiver: part('overseasTransportUserAddrInfo', OverseasReceiver, 'Where they go.'),
  trackingNumbers: texts('overseasLogisticsIds', 'Tracking numbers abroad.'),
});
