// The child orders of a synthetic order, and what is said of their products apart, in the same order.

import type { Document } from '../../document.js';
import { type PictureKind, pictureOf } from '../../pictures.js';
import { moneyOf } from '../money.js';
import { issueOf, loanOf, refundOfChild } from './aftermath.js';
import { CARRIERS, PRODUCTS, type Product } from './catalogue.js';
import type { Story } from './story.js';

/** What the rest of the order needs to know of a child order; amounts in the currency's smallest coin. */
export type Child = {
  readonly id: bigint;
  readonly amount: number;
  readonly sent: boolean;
  readonly document: Document;
  readonly product: Document;
};

export function childrenOf(story: Story): readonly Child[] {
  const partly = story.status.code === 'SELLER_PART_SEND_GOODS';
  const count = partly ? 2 + (story.index % 3) : 1 + (Math.floor(story.index / 3) % 4);
  return Array.from({ length: count }, (_, position) =>
    childOf(story, position, story.reached('shipped') || (partly && position < count - 1), count),
  );
}

/** What a hundredth of a dollar is in the smallest coin of each currency, more or less. */
const COINS_TO_A_CENT: Readonly<Record<string, number>> = { USD: 1, RUB: 90, JPY: 1.5, KWD: 3 };

function childOf(story: Story, position: number, sent: boolean, count: number): Child {
  const { faker, orderId, every } = story;
  const { currency } = story.market;
  const id = count === 1 ? orderId : orderId + BigInt(position + 1);
  const made = faker.helpers.arrayElement(PRODUCTS);
  const dollars = faker.number.int({ min: made.fewest, max: made.most });
  const price = Math.round(dollars * (COINS_TO_A_CENT[currency.code] ?? 1));
  const quantity = faker.number.int({ min: 1, max: 5 });
  const productId = faker.number.int({ min: 1_005_000_000_000_000, max: 1_005_009_999_999_999 });
  const amount = price * quantity;
  const sku = skuOf(made);
  return {
    id,
    amount,
    sent,
    document: {
      id,
      child_order_id: String(id),
      order_sort_id: position + 1,
      product_id: productId,
      product_name: made.name,
      product_price: moneyOf(price, currency),
      product_count: quantity,
      product_unit: made.unit,
      product_standard: '1',
      lot_num: made.lotSize,
      sku_code: `SKU-${faker.string.alphanumeric({ length: 6, casing: 'upper' })}`,
      // Some sellers' attributes are longer than the field they are kept in, and are no JSON any more.
      product_attributes: every(13, 7) ? sku.slice(0, 40) : sku,
      init_order_amt: moneyOf(amount, currency),
      ...statusOf(story, sent, position),
      ...sendingOf(story),
      ...picturesOf(story, id, made.picture),
      escrow_fee_rate: '0.08',
      afflicate_fee_rate: every(3, 1) ? '0.03' : '0',
      buyer_memo: every(5, 1) ? story.turn(['Please change the price', 'Пожалуйста, упакуйте получше']) : undefined,
      already_taxed: every(7, 2) ? story.turn(['U_TAXED', 'I_TAXED']) : undefined,
      child_issue_info: story.disputed && position === 0 ? issueOf(story) : undefined,
      loan_info: loanOf(story, amount),
      refund_info: story.refunded && position === 0 ? refundOfChild(story, amount) : undefined,
      tags: every(5, 3) ? ['presale', story.turn(['superdeals', 'choice'])] : [],
    },
    product: {
      product_id: productId,
      product_name: made.name,
      unit_price: moneyOf(price, currency),
      quantity: quantity,
      sku,
    },
  };
}

const skuOf = ({ picture, variants }: Product): string =>
  JSON.stringify({
    sku: variants.map(({ pId, pName, pValueId, pValue, own }, position) => ({
      skuImg: position === 0 && own ? pictureOf(picture, 'variant') : '',
      selfDefineValue: own,
      pName,
      pValueId,
      pValue,
      showType: position === 0 ? 'colour_atla' : 'none',
      pId,
      order: position * 2 + 1,
    })),
  });

function statusOf(story: Story, sent: boolean, position: number): Document {
  const { status, disputed, reached } = story;
  const partly = status.code === 'SELLER_PART_SEND_GOODS';
  return {
    order_status: partly ? (sent ? 'WAIT_BUYER_ACCEPT_GOODS' : 'WAIT_SELLER_SEND_GOODS') : status.code,
    fund_status: fundStatusOf(story),
    issue_status: disputed && position === 0 ? (status.troubled ? 'IN_ISSUE' : 'END_ISSUE') : 'NO_ISSUE',
    frozen_status: status.troubled === 'frozen' ? 'IN_FROZEN' : 'NO_FROZEN',
    send_goods_operator: reached('paid') ? story.turn(['SELLER_SEND_GOODS', 'WAREHOUSE_SEND_GOODS']) : undefined,
  };
}

export const fundStatusOf = ({ status, reached }: Story): string =>
  status.code === 'WAIT_SELLER_EXAMINE_MONEY' ? 'WAIT_SELLER_CHECK' : reached('paid') ? 'PAY_SUCCESS' : 'NOT_PAY';

function sendingOf({ faker, every }: Story): Document {
  const carrier = faker.helpers.arrayElement(CARRIERS);
  return {
    logistics_type: carrier.service,
    logistics_service_name: carrier.type,
    goods_prepare_time: faker.number.int({ min: 1, max: 7 }),
    logistics_warehouse_type: every(7, 4) ? 'cainiaoInternationalWarehouse' : undefined,
  };
}

const picturesOf = ({ faker, orderId }: Story, id: bigint, picture: PictureKind): Document => ({
  snapshot_id: faker.string.numeric(10),
  snapshot_small_photo_path: `kf/${faker.string.alphanumeric(12)}.jpg`,
  product_snap_url: `https://snapshot.example.com/${id}.html?orderId=${orderId}`,
  product_img_url: pictureOf(picture, faker.string.alphanumeric(12)),
});
