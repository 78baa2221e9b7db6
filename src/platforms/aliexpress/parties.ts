// Who buys, who sells, who receives.
import { toText } from '../../mapping/codec.js';
import { absent, computed, type Fields } from '../../mapping/fieldTypes.js';
import { id, text } from '../../mapping/leaves.js';
import type { Party, Receiver } from '../../order/party.js';

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

/** First and last name, else the name that the buyer signs with. */
function buyerName([first, last, full]: readonly unknown[]): string | null {
  const name = [first, last]
    .filter(isText)
    .map((part) => part.trim())
    .join(' ');
  if (name !== '') return name;
  return isText(full) ? full : null;
}

export const buyer: Fields<Party> = {
  id: absent('AliExpress names the buyer’s account by its sign-in name'),
  userId: absent('AliExpress names the buyer’s account by its sign-in name'),
  loginId: text(['buyer_info.login_id', 'buyerloginid']),
  subLoginId: absent('AliExpress names no sub-account of the buyer'),
  name: computed(['buyer_info.first_name', 'buyer_info.last_name', 'buyer_signer_fullname'], buyerName),
  companyName: absent('AliExpress names no company of the buyer'),
  shopName: absent('AliExpress names no shop of the buyer'),
  email: absent('AliExpress documents no e-mail address'),
  phone: absent('AliExpress gives the receiver’s telephone only'),
  mobile: absent('AliExpress gives the receiver’s telephone only'),
  fax: absent('AliExpress gives the receiver’s fax only'),
  imId: absent('AliExpress documents no messenger account'),
  alipayId: absent('AliExpress documents no Alipay account'),
  level: absent('AliExpress documents no level of the buyer'),
  country: text('buyer_info.country'),
  area: absent('AliExpress names no area of the buyer’s account'),
};

/** The document knows the seller as the account in charge of the order. */
export const seller: Fields<Party> = {
  id: absent('AliExpress documents only the numeric id of the account in charge'),
  userId: id('seller_operator_aliidloginid'),
  loginId: text('seller_operator_login_id'),
  subLoginId: absent('AliExpress names one account of the seller, the one in charge: loginId'),
  name: text('seller_signer_fullname'),
  companyName: absent('AliExpress names no company of the seller'),
  shopName: absent('AliExpress documents no shop name'),
  email: absent('AliExpress documents no e-mail address'),
  phone: absent('AliExpress documents no telephone of the seller'),
  mobile: absent('AliExpress documents no telephone of the seller'),
  fax: absent('AliExpress documents no fax of the seller'),
  imId: absent('AliExpress documents no messenger account'),
  alipayId: absent('AliExpress documents no Alipay account'),
  level: absent('AliExpress documents no level of the seller'),
  country: absent('AliExpress names no country of the seller'),
  area: absent('AliExpress names no area of the seller'),
};

export const receiver: Fields<Receiver> = {
  name: text('contact_person'),
  mobile: text('mobile_no'),
  phone: text('phone_number'),
  fax: text('fax_number'),
  country: text('country'),
  province: text('province'),
  city: text('city'),
  district: absent('AliExpress addresses have no district'),
  // In the spellings of AliExpress's own pages and of its Java names.
  town: text(['tAN', 't_a_n']),
  address: text(['detail_address', 'address']),
  address2: text('address2'),
  postalCode: text('zip'),
  divisionCode: absent('addresses outside China have no Chinese division code'),
  townCode: absent('addresses outside China have no Chinese division code'),
  encryptionReference: computed(['/oaid'], ([oaid]) => toText(oaid)?.trim() || null),
};
