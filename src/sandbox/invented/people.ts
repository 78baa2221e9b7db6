// The people of an invented Chinese order: all invented. Numbers have four zeros in the middle, addresses end in example.com.

import type { Faker } from '@faker-js/faker';
import { PLACES, type Place } from './places.js';

export type Person = {
  readonly name: string;
  readonly mobile: string;
  readonly phone: string;
  readonly fax: string;
  readonly email: string;
  readonly companyName: string;
  readonly street: string;
  readonly place: Place;
};

export type Party = Person & { readonly userId: number; readonly loginId: string; readonly alipayId: string };

export type People = { readonly buyer: Party; readonly seller: Party; readonly receiver: Person };

export function peopleOf({ faker }: { readonly faker: Faker }): People {
  return { buyer: partyOf(faker, 'buyer'), seller: partyOf(faker, 'seller'), receiver: personOf(faker) };
}

function personOf(faker: Faker): Person {
  const place = faker.helpers.arrayElement(PLACES);
  return {
    name: faker.person.fullName(),
    mobile: `1${faker.helpers.arrayElement(['38', '50', '86', '99'])}0000${faker.string.numeric(4)}`,
    phone: `86-${place.dialling}-0000${faker.string.numeric(4)}`,
    fax: `86-${place.dialling}-0000${faker.string.numeric(4)}`,
    email: `${faker.string.alpha({ length: 8, casing: 'lower' })}@example.com`,
    companyName: faker.company.name(),
    street: `${faker.location.street()}${faker.number.int({ min: 1, max: 999 })}号`,
    place,
  };
}

const partyOf = (faker: Faker, role: string): Party => ({
  ...personOf(faker),
  userId: faker.number.int({ min: 2_000_000_000, max: 2_999_999_999 }),
  loginId: `${role}${faker.string.alphanumeric({ length: 6, casing: 'lower' })}`,
  alipayId: `2088${faker.string.numeric(12)}`,
});

/** 豆豆 → 豆* */
export const maskName = (name: string): string => `${name.slice(0, 1)}*`;

/** 18000008789 → 180****8789 */
export const maskMobile = (mobile: string): string => `${mobile.slice(0, 3)}****${mobile.slice(-4)}`;

/** 86-0571-00001665 → 86-**********665 */
export const maskPhone = (phone: string): string => `${phone.slice(0, 3)}**********${phone.slice(-3)}`;
