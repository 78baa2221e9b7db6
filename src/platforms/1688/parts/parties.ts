// What only 1688 says of the receiver: here, and on the platform that an encrypted order comes from.
import { id, text } from '../../../mapping/leaves.js';
import { part, platformType } from '../../../mapping/platformType.js';
import { personal } from '../../../order/personal.js';

export const ReceiverInfo = platformType(
  'Alibaba1688ReceiverInfo',
  'The receiver as the order’s base information writes it.',
  {
    fullName: text('toFullName', 'The receiver’s name.', personal('NAME')),
    divisionCode: text('toDivisionCode', 'Administrative division code.', personal('ADDRESS')),
    mobile: text('toMobile', 'Mobile telephone.', personal('PHONE')),
    phone: text('toPhone', 'Telephone.', personal('PHONE')),
    postalCode: text('toPost', 'Postal code.', personal('ADDRESS')),
    townCode: text('toTownCode', 'Administrative division code of the town; may be empty.', personal('ADDRESS')),
    area: text('toArea', 'The address as one text.', personal('ADDRESS')),
  },
);

const Place = platformType('Alibaba1688Place', 'A named place.', {
  name: text('name', 'Its name.'),
  code: text('code', 'Its administrative division code.'),
});

const OriginAddress = platformType(
  'Alibaba1688OriginAddress',
  'The receiver’s address on the platform the order came from.',
  {
    province: part('province', Place, 'Province.'),
    city: part('city', Place, 'City.'),
    area: part('area', Place, 'District or county.', personal('ADDRESS')),
    town: part('town', Place, 'Town or street office.', personal('ADDRESS')),
    address: text('address', 'Street address.', personal('ADDRESS')),
    postalCode: text('postCode', 'Postal code.', personal('ADDRESS')),
  },
);

export const EncryptedOrigin = platformType(
  'Alibaba1688EncryptedOrigin',
  'The encrypted order of another platform that this one fulfils.',
  {
    oaid: text(
      'oaid',
      'Reference to decrypt the receiver with, on the platform the order came from.',
      personal('HANDLE'),
    ),
    receiverName: text('encryptReceiverName', 'The receiver’s name as that platform’s ciphertext.', personal('HANDLE')),
    receiverMobile: text(
      'encryptReceiverMobile',
      'The receiver’s mobile telephone as that platform’s ciphertext.',
      personal('HANDLE'),
    ),
    receiverAddress: text(
      'encryptReceiverAddress',
      'The receiver’s address as that platform’s ciphertext.',
      personal('HANDLE'),
    ),
    address: part('outOriginAddress', OriginAddress, 'The receiver’s address there.'),
    appKey: text('outPlatformAppkey', 'The application’s key there.'),
    platformCode: text('outPlatformCode', 'The gateway’s own code of that platform.'),
    subPlatformCode: text('outPlatformSubCode', 'Its sub-channel, which encrypted labels are printed with.'),
    orderNumber: id('outPlatformOrderNo', 'The order’s number there.'),
    supplyOrderNumber: id('outPlatformSupplyOrderNo', 'Number of the purchase order of its supply chain.'),
    shopId: id('outShopId', 'The shop there.'),
    shopName: text('outShopName', 'The shop’s name there.'),
    supplierId: id('outSupplierId', 'The supplier there.'),
    extra: text('outPatformExtraInfo', 'Whatever else that platform says: JSON in a text.', personal('TEXT')),
  },
);
