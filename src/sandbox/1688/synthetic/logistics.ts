// Where a synthetic order goes, and the parcels it goes in.

import type { Document } from '../../document.js';
import { maskMobile, maskName, maskPhone, type People, type Person } from '../../invented/people.js';
import { plainTime } from '../../invented/times.js';
import { CARRIERS, type Carrier } from './catalogue.js';
import type { Item } from './items.js';
import type { Story } from './story.js';

export function logisticsOf(story: Story, people: People, items: readonly Item[]): Document {
  const { encrypted, faker } = story;
  const { name, mobile, phone, fax, street, place } = people.receiver;
  const sent = items.filter((item) => item.sent);
  return {
    address: `${place.town} ${street}`,
    area: place.area,
    areaCode: place.areaCode,
    city: place.city,
    contactPerson: encrypted ? maskName(name) : name,
    fax: story.every(7, 3) ? fax : undefined,
    mobile: encrypted ? maskMobile(mobile) : mobile,
    province: place.province,
    telephone: encrypted ? maskPhone(phone) : phone,
    zip: place.zip,
    caid: encrypted ? `${faker.string.alphanumeric(72)}-${faker.string.alphanumeric(40)}` : undefined,
    townCode: place.townCode,
    town: place.town,
    logisticsItems: sent.length > 0 ? parcelsOf(story, people, sent) : undefined,
  };
}

function parcelsOf(story: Story, people: People, sent: readonly Item[]): readonly Document[] {
  if (withoutCarrier(story)) return [ownDelivery(story, people, sent)];
  const separate = sent.length > 1 && story.every(3, 1);
  const [first, ...others] = sent;
  const parcels = separate && first ? [[first], others] : [sent];
  return parcels.map((items) => carried(story, people, items));
}

/** Fetched by the buyer, brought by the seller, or nothing to carry at all. */
const withoutCarrier = ({ business, every }: Story): boolean => business === 'f2f' || every(13, 5);

const baseOf = ({ faker, stamp, at, every }: Story, items: readonly Item[]): Document => {
  const id = faker.number.int({ min: 100_000_000_000_000, max: 199_999_999_999_999 });
  const ids = items.map((item) => item.id);
  return {
    id,
    logisticsCode: `LP${id}`,
    gmtCreate: stamp(at.shipped),
    gmtModified: stamp(at.shipped + 60_000),
    deliveredTime: stamp(at.shipped),
    // A documented sample breaks the line after each comma.
    subItemIds: ids.join(every(3, 2) ? ',\n        ' : ','),
  };
};

const endsOf = ({ seller, receiver }: People): Document => ({
  fromPhone: seller.phone,
  fromMobile: seller.mobile,
  ...endOf('from', seller),
  ...endOf('to', receiver),
  toPhone: receiver.phone,
  toMobile: receiver.mobile,
});

const endOf = (end: 'from' | 'to', { place, street }: Person): Document => ({
  [`${end}Province`]: place.province,
  [`${end}City`]: place.city,
  [`${end}Area`]: place.area,
  [`${end}Address`]: `${place.town} ${street}`,
  [`${end}Post`]: place.zip,
});

function carried(story: Story, people: People, items: readonly Item[]): Document {
  const { faker, every, reached, status, at } = story;
  const carrier: Carrier = faker.helpers.arrayElement(CARRIERS);
  const promised = every(17, 3);
  return {
    ...baseOf(story, items),
    ...endsOf(story.encrypted ? masked(people) : people),
    type: every(3, 0) ? '1' : '0',
    status: reached('received') ? 'sign' : status.code === 'waitlogisticstakein' ? 'alreadysend' : 'transport',
    carriage: faker.number.int({ min: 0, max: 30 }),
    logisticsCompanyId: carrier.id,
    logisticsCompanyNo: carrier.code,
    logisticsCompanyName: carrier.name,
    logisticsBillNo: `${carrier.prefix}${faker.string.numeric(12)}`,
    isTimePromise: promised,
    arriveTime: promised ? plainTime(at.received) : undefined,
  };
}

function ownDelivery(story: Story, people: People, items: readonly Item[]): Document {
  const { seller } = people;
  return {
    ...baseOf(story, items),
    fromPhone: seller.phone,
    fromMobile: seller.mobile,
    type: '2',
    status: 'alreadysend',
    logisticsBillNo: '不需要物流',
    noLogisticsCondition: story.turn(['4', '1', '2', '3', '5']),
    noLogisticsName: seller.name,
    noLogisticsTel: seller.mobile,
    noLogisticsBillNo: `WX${story.faker.string.numeric(8)}`,
  };
}

const masked = ({ receiver, ...parties }: People): People => ({
  ...parties,
  receiver: { ...receiver, mobile: maskMobile(receiver.mobile), phone: maskPhone(receiver.phone) },
});
