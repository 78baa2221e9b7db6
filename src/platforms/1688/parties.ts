// Who trades and who receives, in a 1688 order.
import { absent, type Fields } from '../../mapping/fieldTypes.js';
import { id, text } from '../../mapping/leaves.js';
import type { Party, Receiver } from '../../order/party.js';

export const buyer: Fields<Party> = {
  id: id('baseInfo.buyerID'),
  userId: id('baseInfo.buyerUserId'),
  loginId: text('baseInfo.buyerLoginId'),
  subLoginId: text('baseInfo.subBuyerLoginId'),
  name: text('baseInfo.buyerContact.name'),
  companyName: text('baseInfo.buyerContact.companyName'),
  shopName: text('baseInfo.buyerContact.shopName'),
  email: text('baseInfo.buyerContact.email'),
  phone: text('baseInfo.buyerContact.phone'),
  mobile: text('baseInfo.buyerContact.mobile'),
  fax: text('baseInfo.buyerContact.fax'),
  imId: text('baseInfo.buyerContact.imInPlatform'),
  alipayId: text('baseInfo.buyerAlipayId'),
  level: text('baseInfo.buyerLevel'),
  country: absent('1688 names no country of the buyer’s account'),
  area: absent('1688 names no area of the buyer’s account'),
};

export const seller: Fields<Party> = {
  id: id('baseInfo.sellerID'),
  userId: id('baseInfo.sellerUserId'),
  loginId: text('baseInfo.sellerLoginId'),
  subLoginId: absent('1688 names no sub-account of the seller'),
  name: text('baseInfo.sellerContact.name'),
  companyName: text('baseInfo.sellerContact.companyName'),
  shopName: text('baseInfo.sellerContact.shopName'),
  email: text('baseInfo.sellerContact.email'),
  phone: text('baseInfo.sellerContact.phone'),
  mobile: text('baseInfo.sellerContact.mobile'),
  fax: text('baseInfo.sellerContact.fax'),
  imId: text('baseInfo.sellerContact.imInPlatform'),
  alipayId: text('baseInfo.sellerAlipayId'),
  level: text('baseInfo.sellerCreditLevel'),
  country: absent('1688 names no country of the seller'),
  area: absent('1688 names no area of the seller'),
};

export const receiver: Fields<Receiver> = {
  name: text(['nativeLogistics.contactPerson', 'baseInfo.receiverInfo.toFullName']),
  mobile: text(['nativeLogistics.mobile', 'baseInfo.receiverInfo.toMobile']),
  phone: text(['nativeLogistics.telephone', 'baseInfo.receiverInfo.toPhone']),
  fax: text('nativeLogistics.fax'),
  country: absent('1688 delivers within China; overseasAddress names the country beyond the forwarder'),
  province: text('nativeLogistics.province'),
  city: text('nativeLogistics.city'),
  district: text('nativeLogistics.area'),
  town: text('nativeLogistics.town'),
  address: text(['nativeLogistics.address', 'baseInfo.receiverInfo.toArea']),
  address2: absent('1688 has one address line'),
  postalCode: text(['nativeLogistics.zip', 'baseInfo.receiverInfo.toPost']),
  divisionCode: text(['nativeLogistics.areaCode', 'baseInfo.receiverInfo.toDivisionCode']),
  townCode: text(['nativeLogistics.townCode', 'baseInfo.receiverInfo.toTownCode']),
  encryptionReference: text('nativeLogistics.caid'),
};
