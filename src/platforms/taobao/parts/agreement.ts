// Taobao: what was agreed on with carriers, and where the address of a trade was changed.
import { leaf } from '../../../mapping/fieldTypes.js';
import { bool, text, time } from '../../../mapping/leaves.js';
import { part, parts, platformType } from '../../../mapping/platformType.js';
import { personal } from '../../../order/personal.js';
import { COMMA_LIST } from '../codecs.js';

const Terms = platformType('TaobaoLogisticsTerms', 'What was agreed on for the delivery of a trade.', {
  message: text('logistics_service_msg', 'What is promised, or out of the ordinary, in Taobao’s words.'),
  businessCode: text('asdp_biz_type', 'Kind of delivery service.'),
  services: leaf(COMMA_LIST, 'asdp_ads', 'Delivery services.'),
  servicesText: text('asdp_ads', 'The same as sent, separated by commas.'),
  plannedDeliveryAt: time('sign_time', 'When it is planned to arrive.'),
  deliverBy: time('promise_sign_time', 'The last moment to deliver it.'),
  pushToWarehouseAt: time('push_time', 'When it has to be passed to the warehouse.'),
  partialShippingCode: text('no_detail_part_consign', '1: a line may not be shipped in parts.'),
  presaleCode: text('sink_type', '1: a presale whose goods travel before the rest is paid.'),
});

const StageAddress = platformType('TaobaoStageAddress', 'An address of a stage of a trade’s way.', {
  typeCode: text('biz_type', 'Kind of stage.'),
  contactName: text('contact_name', 'Contact.', personal('NAME')),
  phone: text('telephone', 'Telephone.', personal('PHONE')),
  country: text('country', 'Country.'),
  province: text('prov', 'Province.'),
  city: text('city', 'City.'),
  district: text('area', 'District.', personal('ADDRESS')),
  divisionCode: text('division_code', 'Administrative division code.', personal('ADDRESS')),
  address: text('detailed_address', 'Street address.', personal('ADDRESS')),
});

export const Agreement = platformType('TaobaoAgreement', 'How a trade is to be carried, and to which address.', {
  terms: part('logistics_agreement', Terms, 'What was agreed on for its delivery.'),
  carriersText: text('delivery_cps', 'Carriers that deliver it, as sent.'),
  carriers: leaf(COMMA_LIST, 'delivery_cps', 'The same as a list.'),
  businessCode: text('asdp_biz_type', 'Kind of delivery service.'),
  servicesText: text('asdp_ads', 'Delivery services, such as to the door, as sent.'),
  isWarehouseForced: bool('is_force_dc', 'Whether it goes to a warehouse of Cainiao by itself, which ships it.'),
  addressChangeCode: text('lm', '1: the address was changed.'),
  encryptionReference: text(
    'oaid',
    'Receiver.encryptionReference as sent: what labels are printed with where the receiver comes masked.',
    personal('HANDLE'),
  ),
  stageAddressCode: text('stage_address_type', 'Mark of a trade that has addresses of stages.'),
  stageAddresses: parts('address_details[address_detail]', StageAddress, 'Addresses of stages.'),
});
