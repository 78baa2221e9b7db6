// Who buys, who sells, where a synthetic order goes, and what the two write to each other. All invented.

import type { Document } from '../../document.js';
import type { Story } from './story.js';
import { clockOf } from './times.js';

type Person = {
  readonly loginId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly sequence: number;
};

export type People = { readonly buyer: Person; readonly seller: Person };

/** The one seller whose orders the sandbox has. */
export const SELLER_LOGIN_ID = 'cn12343523';

export const peopleOf = ({ faker }: Story): People => ({
  buyer: {
    loginId: `${faker.string.alpha({ length: 8, casing: 'lower' })}_buyer`,
    firstName: faker.person.firstName(),
    lastName: faker.person.lastName(),
    sequence: faker.number.int({ min: 100_000_000, max: 199_999_999 }),
  },
  seller: { loginId: SELLER_LOGIN_ID, firstName: 'Lili', lastName: 'Example', sequence: 117_253_654 },
});

export const buyerOf = ({ market }: Story, { buyer }: People): Document => ({
  login_id: buyer.loginId,
  first_name: buyer.firstName,
  last_name: buyer.lastName,
  country: market.country,
});

export function addressOf({ faker, market, every }: Story, { buyer }: People): Document {
  const { country, dialling, province, city, zip } = market;
  const number = () => `0000${faker.string.numeric(4)}`;
  return {
    contact_person: `${buyer.firstName} ${buyer.lastName}`,
    country,
    province,
    city,
    zip,
    address: faker.location.streetAddress(),
    address2: every(3, 1) ? faker.location.secondaryAddress() : undefined,
    detail_address: faker.location.streetAddress(true),
    phone_country: dialling,
    phone_area: every(2, 1) ? '000' : undefined,
    phone_number: number(),
    mobile_no: `900${number()}`,
    fax_country: every(5, 2) ? dialling : undefined,
    fax_area: every(5, 2) ? '000' : undefined,
    fax_number: every(5, 2) ? number() : undefined,
  };
}

/** How many messages buyer and seller write to each other. */
export const messageCountAt = (index: number): number => index % 3;

export function messagesOf(story: Story, { buyer, seller }: People): readonly Document[] {
  const { index, orderId, at, faker, turn } = story;
  return Array.from({ length: messageCountAt(index) }, (_, position) => {
    const asks = position % 2 === 0;
    const [sender, receiver] = asks ? [buyer, seller] : [seller, buyer];
    const written = clockOf(at.created + (position + 1) * 3_600_000);
    return {
      id: 1_000_000_000 + index * 10 + position,
      gmt_create: written,
      gmt_modified: written,
      business_order_id: orderId,
      status: turn(['1', '0']),
      content: asks ? turn(['When will it be sent?', 'Когда отправите?']) : faker.lorem.sentence(),
      poster: asks ? 'buyer' : 'seller',
      ...endOf('sender', sender),
      ...endOf('receiver', receiver),
    };
  });
}

const endOf = (end: 'sender' | 'receiver', { loginId, sequence, firstName, lastName }: Person): Document => ({
  [`${end}_login_id`]: loginId,
  [`${end}_seq`]: sequence,
  [`${end}_admin_seq`]: sequence,
  [`${end}_first_name`]: firstName,
  [`${end}_last_name`]: lastName,
});
