// The invoice of a synthetic order: none, an ordinary one, one for value-added tax, or one of unknown type.

import type { Document } from '../../document.js';
import { maskMobile, maskName, maskPhone, type People } from '../../invented/people.js';
import type { Story } from './story.js';

const ORDINARY = 0;
const VALUE_ADDED_TAX = 1;
const UNKNOWN = 9;

export function invoiceOf(story: Story, people: People): Document | undefined {
  switch (story.index % 7) {
    case 1:
    case 4:
      return { ...plainOf(story, people), invoiceType: ORDINARY };
    case 2:
    case 5:
      return { ...plainOf(story, people), invoiceType: VALUE_ADDED_TAX, ...companyOf(story, people) };
    case 6:
      return { ...plainOf(story, people), invoiceType: UNKNOWN };
    default:
      return undefined;
  }
}

function plainOf({ faker, orderId, encrypted }: Story, { buyer, receiver }: People): Document {
  const { place } = receiver;
  return {
    invoiceCompanyName: buyer.companyName,
    localInvoiceId: faker.number.int({ min: 100_000_000, max: 999_999_999 }),
    orderId,
    receiveCode: place.areaCode,
    receiveCodeText: [place.province, place.city, place.area].join(' '),
    receiveMobile: encrypted ? maskMobile(receiver.mobile) : receiver.mobile,
    receiveName: encrypted ? maskName(receiver.name) : receiver.name,
    receivePhone: encrypted ? maskPhone(receiver.phone) : receiver.phone,
    receivePost: place.zip,
    receiveStreet: receiver.street,
    taxpayerIdentify: `9100000000${faker.string.numeric(8)}`,
  };
}

const companyOf = ({ faker }: Story, { buyer }: People): Document => ({
  registerAccountId: `0000${faker.string.numeric(15)}`,
  registerBank: `示例银行${buyer.place.city}分行`,
  registerCode: buyer.place.areaCode,
  registerCodeText: [buyer.place.province, buyer.place.city, buyer.place.area].join(' '),
  registerPhone: buyer.phone,
  registerStreet: buyer.street,
});
