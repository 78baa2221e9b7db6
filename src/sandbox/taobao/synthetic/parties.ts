// Who buys, who sells, and where a synthetic trade goes.

import type { Document } from '../../document.js';
import { maskMobile, maskName, maskPhone, type People } from '../../invented/people.js';
import { onHold } from './holds.js';
import type { Story } from './story.js';

/** A county that answers to its province has no city: its own name stands where districts do. */
const JIYUAN = { province: '河南省', area: '济源市', town: '沁园街道', zip: '459000' } as const;

export function partiesOf(story: Story, { buyer, seller, receiver }: People): Document {
  const { faker, every } = story;
  return {
    buyer_nick: buyer.loginId,
    buyer_open_uid: `AA${faker.string.alphanumeric(22)}`,
    buyer_alipay_no: buyer.email,
    buyer_email: every(5, 3) ? buyer.email : undefined,
    buyer_area: `${receiver.place.province}${receiver.place.city}`,
    seller_nick: seller.loginId,
    seller_name: seller.name,
    seller_mobile: seller.mobile,
    seller_phone: seller.phone,
    seller_email: seller.email,
    seller_alipay_no: seller.email,
    ...receiverOf(story, receiver),
  };
}

function receiverOf(story: Story, { name, mobile, phone, street, place }: People['receiver']): Document {
  const county = story.every(11, 4);
  const { province, area, town, zip } = county ? JIYUAN : place;
  const hidden = onHold(story);
  return {
    receiver_name: hidden ? maskName(name) : name,
    receiver_country: story.every(5, 2) ? '中国' : undefined,
    receiver_state: province,
    receiver_city: county ? undefined : place.city,
    receiver_district: area,
    receiver_town: hidden ? `${town.slice(0, 1)}**` : town,
    receiver_address: hidden ? `${street.slice(0, 2)}****` : street,
    receiver_zip: zip,
    receiver_mobile: hidden ? maskMobile(mobile) : mobile,
    receiver_phone: story.every(5, 1) ? (hidden ? maskPhone(phone) : phone) : undefined,
  };
}
