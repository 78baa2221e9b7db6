// Where synthetic orders go, and in which currency they are paid. Cities are real; streets and people are invented.

import type { Faker } from '@faker-js/faker';
import { faker as english } from '@faker-js/faker/locale/en';
import { faker as russian } from '@faker-js/faker/locale/ru';
import { CURRENCIES, type Currency } from '../money.js';

export type Market = {
  readonly faker: Faker;
  readonly currency: Currency;
  readonly country: string;
  readonly dialling: string;
  readonly province: string;
  readonly city: string;
  readonly zip: string;
};

const market = (faker: Faker, currency: Currency, row: string): Market => {
  const [country = '', dialling = '', province = '', city = '', zip = ''] = row.split('|');
  return { faker, currency, country, dialling, province, city, zip };
};

const { USD, RUB, JPY, KWD } = CURRENCIES;

/** Their number is prime to that of the statuses, so that each meets every status. */
const MARKETS: readonly Market[] = [
  market(english, USD, 'US|+1|California|Sacramento|95814'),
  market(russian, RUB, 'RU|+7|Republic of Buryatia|Ulan-Ude|670000'),
  market(english, USD, 'ES|+34|Andalucia|Sevilla|41001'),
  market(english, JPY, 'JP|+81|Hokkaido|Sapporo|060-0001'),
  market(russian, RUB, 'RU|+7|Sverdlovsk Oblast|Yekaterinburg|620014'),
  market(english, USD, 'BR|+55|Parana|Curitiba|80010-000'),
  market(english, USD, 'GB|+44|England|Leeds|LS1 1UR'),
];

/** A few orders are paid in a currency of three decimal places. */
const KUWAIT = market(english, KWD, 'KW|+965|Al Asimah|Kuwait City|13001');

export const marketAt = (index: number): Market =>
  index % 17 === 5 ? KUWAIT : (MARKETS[index % MARKETS.length] ?? KUWAIT);
