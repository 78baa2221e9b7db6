// The goods of a synthetic order.

import type { Faker } from '@faker-js/faker';
import type { Document } from '../../document.js';
import { plainTime } from '../../invented/times.js';
import { pictureOf } from '../../pictures.js';
import { CARRIERS, GUARANTEES, PRODUCTS, type Product } from './catalogue.js';
import { type Story, yuan } from './story.js';

/** What the rest of the order needs to know of an item; amounts in fen. */
export type Item = {
  readonly id: bigint;
  readonly amount: number;
  readonly refunded: number;
  readonly sent: boolean;
  readonly document: Document;
};

export function itemsOf(story: Story): readonly Item[] {
  const count = 1 + (Math.floor(story.index / 3) % 5);
  return Array.from({ length: count }, (_, position) => itemOf(story, position, count));
}

/**
 * Ids as far apart as real ones, or, for some orders, so near that rounding makes them one: 3100000000000747371 and
 * 3100000000000747372 are both 3100000000000747500 once a gateway has read them as JavaScript numbers.
 */
const itemIdOf = ({ orderId, every }: Story, position: number): bigint =>
  orderId + BigInt(position + 1) * (every(7, 5) ? 1n : 1_000_000n);

function itemOf(story: Story, position: number, count: number): Item {
  const { faker, every, stamp, at, status, refund } = story;
  const id = itemIdOf(story, position);
  const product = faker.helpers.arrayElement(PRODUCTS);
  const price = faker.number.int({ min: product.fewestFen, max: product.mostFen });
  const quantity = faker.number.int({ min: 1, max: 40 }) / (product.quantityFactor === 1 ? 1 : 4);
  const promotions = every(3, 1) ? faker.number.int({ min: 1, max: 5 }) * 100 : 0;
  const changed = every(7, 1) ? faker.number.int({ min: -9, max: 9 }) * 10 : 0;
  const amount = Math.round(price * quantity) - promotions + changed;
  const refunding = refund !== undefined && (position === 0 || status.closed === true);
  const refunded = refunding && refund[0] === 'refundsuccess' ? amount : 0;
  const sent = story.reached('shipped') || sentAlone(story, position, count);
  return {
    id,
    amount,
    refunded,
    sent,
    document: {
      ...identityOf(story, id, position),
      ...productOf(faker, product),
      ...rareOf(story, position),
      name: product.name,
      unit: product.unit,
      quantityFactor: product.quantityFactor,
      quantity,
      price: yuan(price),
      itemAmount: yuan(amount),
      entryDiscount: changed, // in fen, as real orders show it
      // The documentation says string, its own sample has a number.
      itemDiscountFee: every(7, 1) ? yuan(promotions).toFixed(2) : yuan(promotions),
      promotionsFee: yuan(promotions),
      orderSharedPromotionFee: yuan(promotions),
      crossPromotionFee: 0,
      refund: yuan(refunded),
      // Documented in capitals, and seen in small letters.
      refundStatus: refunding ? refund[every(3, 0) ? 0 : 1] : undefined,
      refundId: refunding ? `TQ${faker.string.numeric(16)}` : undefined,
      refundIdForAs: afterSale(story) ? `AS${faker.string.numeric(16)}` : undefined,
      ...progressOf(story, sent, refunding, position),
      gmtCreate: stamp(at.created),
      gmtModified: stamp(story.modified),
      gmtCompleted: story.stampOf('completed') ?? (status.closed ? stamp(at.closed) : undefined),
      gmtPayExpireTime: story.reached('paid') ? undefined : plainTime(at.due, every(3, 1)),
      guaranteesTerms: every(7, 0) ? [] : GUARANTEES,
    },
  };
}

/** A refund asked for after the order was complete. */
export const afterSale = ({ status, every }: Story): boolean => status.code === 'success' && every(3, 1);

/** While the rest still waits for the seller, the first item of some orders is under way. */
const sentAlone = (story: Story, position: number, count: number): boolean =>
  mayShipAlone(story) && position === 0 && count > 1;

/** Whether an item is under way while the rest still waits, if the order has several. */
export const mayShipAlone = ({ status, every }: Story): boolean => status.code === 'waitsellersend' && every(3, 2);

const identityOf = ({ every, faker }: Story, id: bigint, position: number): Document => ({
  productID: faker.number.int({ min: 600_000_000_000, max: 899_999_999_999 }),
  skuID: faker.number.int({ min: 4_000_000_000_000, max: 5_999_999_999_999 }),
  specId: faker.string.hexadecimal({ length: 32, prefix: '', casing: 'lower' }),
  subItemID: id,
  // Some items come without the string twin: then only the snapshot's address holds every digit.
  subItemIDString: every(11, 6) && position > 0 ? undefined : String(id),
  productSnapshotUrl: `https://trade.1688.com/order/offer_snapshot.htm?order_entry_id=${id}`,
  type: 'common',
});

function productOf(faker: Faker, { picture, properties }: Product): Document {
  const file = `O1CN01${faker.string.alphanumeric(8)}_!!0-0-cib`;
  return {
    productImgUrl: [pictureOf(picture, `${file}.80x80`), pictureOf(picture, file)],
    skuInfos: Object.entries(properties).map(([name, values]) => ({ name, value: faker.helpers.arrayElement(values) })),
    cargoNumber: faker.helpers.maybe(() => `SKU-${faker.string.alphanumeric({ length: 6, casing: 'upper' })}`),
    productCargoNumber: faker.helpers.maybe(() => `${faker.string.numeric(3)}#`),
    weight: String(faker.number.int({ min: 1, max: 900 })),
    weightUnit: faker.helpers.arrayElement(['g', 'kg']),
  };
}

/** Documented, and seldom or never sent: "1688 has none of this", says the documentation of two of them. */
const rareOf = ({ every, business, faker }: Story, position: number): Document => ({
  description: every(29, 3) ? '卖家备注:分批发货' : undefined,
  sort: every(29, 3) ? position : undefined,
  barCode: business === 'lst' ? `690${faker.string.numeric(10)}` : undefined,
});

function progressOf(story: Story, sent: boolean, refunding: boolean, position: number): Document {
  const { status, every } = story;
  const alone = sent && status.code === 'waitsellersend';
  const waiting = status.code === 'waitsellersend' && !sent;
  const held = waiting && (refunding || every(7, 2));
  return {
    status: alone ? 'waitbuyerreceive' : status.code,
    statusStr: alone ? '等待买家收货' : status.text,
    logisticsStatus: logisticsStatusOf(story, sent, position),
    canSendGoods: waiting ? !held : undefined,
    cantSendReason: held ? (refunding ? '退款处理中' : '拼团未成团') : undefined,
    permitLogisticsCpCode: waiting && every(3, 1) ? CARRIERS.map(({ code }) => code).join(',') : undefined,
    closeReason: status.closed ? closeReasonOf(story) : undefined,
  };
}

/** 1 not sent, 2 sent, 3 received, 4 returned, 5 partly sent, 8 nothing to send yet. */
function logisticsStatusOf(story: Story, sent: boolean, position: number): number {
  if (story.status.closed) return story.reached('paid') && story.every(3, 0) ? 4 : 1;
  if (story.reached('received')) return 3;
  if (sent) return story.every(17, 3) && position === 0 ? 5 : 2;
  return story.reached('paid') || story.every(3, 0) ? 1 : 8;
}

/** One of the documented words, or the text that a real order shows in their place. */
export const closeReasonOf = ({ turn }: Story): string =>
  turn(['buyerCancel', 'sellerGoodsLack', 'other', '买家不想要了']);
