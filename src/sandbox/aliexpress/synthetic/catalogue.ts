// What synthetic orders are about: goods with their variants, and who carries them abroad.

import type { PictureKind } from '../../pictures.js';

type Variant = {
  readonly pId: number;
  readonly pName: string;
  readonly pValueId: number;
  readonly pValue: string;
  /** What the seller calls it instead. */
  readonly own: string;
};

export type Product = {
  readonly name: string;
  readonly picture: PictureKind;
  readonly unit: 'piece' | 'lot';
  /** How many things a piece or a lot is. */
  readonly lotSize: number;
  /** In hundredths of a dollar; other currencies have more of theirs. */
  readonly fewest: number;
  readonly most: number;
  readonly variants: readonly Variant[];
};

const variant = (row: string): Variant => {
  const [pId = '', pName = '', pValueId = '', pValue = '', own = ''] = row.split('|');
  return { pId: Number(pId), pName, pValueId: Number(pValueId), pValue, own };
};

export const PRODUCTS: readonly Product[] = [
  {
    name: 'Cotton Oversized T-Shirt Men Summer',
    picture: 'shirt',
    unit: 'piece',
    lotSize: 1,
    fewest: 499,
    most: 1999,
    variants: ['14|Color|29|White|1', '5|Size|100014064|S|'].map(variant),
  },
  {
    name: 'USB-C Braided Charging Cable 100W',
    picture: 'cable',
    unit: 'lot',
    lotSize: 5,
    fewest: 199,
    most: 899,
    variants: ['14|Color|193|Black|Midnight Black', '200001036|Length|3434|2m|'].map(variant),
  },
  {
    name: 'Stainless Steel Pour Over Coffee Dripper',
    picture: 'dripper',
    unit: 'piece',
    lotSize: 1,
    fewest: 899,
    most: 2999,
    variants: ['14|Color|350850|Gold|Rose "Gold"', '200007763|Ships From|201336100|CHINA|'].map(variant),
  },
  {
    name: 'DIY Wooden Puzzle Ship Model',
    picture: 'modelShip',
    unit: 'piece',
    lotSize: 1,
    fewest: 1299,
    most: 4599,
    variants: [],
  },
];

export const CARRIERS = [
  { service: 'DHL', type: 'DHL', prefix: '11122' },
  { service: 'EMS_ZX_ZX_US', type: 'EMS', prefix: 'LK' },
  { service: 'CAINIAO_STANDARD', type: 'CAINIAO', prefix: 'LP00' },
  { service: 'YANWEN_JYT', type: 'YANWEN', prefix: 'UG' },
] as const;
