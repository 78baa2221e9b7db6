// The people of a trade: who buys, who sells, where it goes.
import { absent, type Fields } from '../../mapping/fieldTypes.js';
import { id, text } from '../../mapping/leaves.js';
import type { Party, Receiver } from '../../order/party.js';

export const buyer: Fields<Party> = {
  id: id('buyer_open_uid'),
  userId: absent('Taobao gives the open uid instead'),
  loginId: text('buyer_nick'),
  subLoginId: absent('Taobao names no sub-account of the buyer'),
  name: absent('Taobao names the receiver, not the buyer'),
  companyName: absent('Taobao documents no company'),
  shopName: absent('a buyer has no shop'),
  email: text('buyer_email'),
  phone: absent('Taobao gives the receiver’s telephone'),
  mobile: absent('Taobao gives the receiver’s telephone'),
  fax: absent('Taobao documents no fax'),
  imId: absent('the nick is the messenger’s name too'),
  alipayId: text('buyer_alipay_no'),
  level: absent('Taobao documents no level'),
  country: absent('Taobao gives the receiver’s country'),
  area: text('buyer_area'),
};

export const seller: Fields<Party> = {
  id: absent('Taobao names the seller by nick'),
  userId: absent('Taobao names the seller by nick'),
  loginId: text('seller_nick'),
  subLoginId: absent('Taobao names no sub-account of the seller'),
  name: text('seller_name'),
  companyName: absent('Taobao documents no company'),
  shopName: text('title'),
  email: text('seller_email'),
  phone: text('seller_phone'),
  mobile: text('seller_mobile'),
  fax: absent('Taobao documents no fax'),
  imId: absent('the nick is the messenger’s name too'),
  alipayId: text('seller_alipay_no'),
  level: absent('Taobao documents no level of the seller'),
  country: absent('Taobao documents no country of the seller'),
  area: absent('Taobao documents no area of the seller'),
};

export const receiver: Fields<Receiver> = {
  name: text('receiver_name'),
  mobile: text('receiver_mobile'),
  phone: text('receiver_phone'),
  fax: absent('Taobao documents no fax'),
  country: text('receiver_country'),
  province: text('receiver_state'),
  // A county governed by its province (省直辖县级行政区, such as 济源) has no city: the documentation advises to take
  // the district for it.
  city: text(['receiver_city', 'receiver_district']),
  district: text('receiver_district'),
  town: text('receiver_town'),
  address: text('receiver_address'),
  address2: absent('Taobao has one address line'),
  postalCode: text('receiver_zip'),
  divisionCode: absent('Taobao gives names, no codes'),
  townCode: absent('Taobao gives names, no codes'),
  encryptionReference: text('oaid'),
};
