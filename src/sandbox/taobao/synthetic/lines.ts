// The lines of goods of a synthetic trade: Taobao's orders.

import type { Document } from '../../document.js';
import { plainTime } from '../../invented/times.js';
import { pictureOf } from '../../pictures.js';
import { promisesOfLine } from '../promises.js';
import { CARRIERS, type Carrier, PRODUCTS, type Product } from './catalogue.js';
import { type LineFacts, sceneOfLine } from './lineScenes.js';
import { dayOf, paidOf, type Story, yuan } from './story.js';

/** What the rest of the trade needs to know of a line; amounts in fen. */
export type Line = {
  readonly oid: bigint;
  readonly total: number;
  readonly discount: number;
  readonly refunded: number;
  readonly sent: boolean;
  readonly parcel: Parcel | undefined;
  readonly document: Document;
};

type Parcel = { readonly carrier: Carrier; readonly number: string; readonly sentAt: number };

export function linesOf(story: Story): readonly Line[] {
  const parcels = parcelsOf(story);
  return Array.from({ length: story.lines }, (_, position) =>
    lineOf(story, position, parcels[Math.min(position, parcels.length - 1)]),
  );
}

/** A trade of one line gives it the trade's own id; of several, ids near enough to be rounded to one for some trades. */
const oidOf = ({ tid, lines, every }: Story, position: number): bigint =>
  lines === 1 ? tid : tid + BigInt(position + 1) * (every(7, 5) ? 1n : 1_000_000n);

/** Sent in several parcels: each line has its own. */
export const inParcels = ({ status, lines, reached, every }: Story): boolean =>
  status.code === 'SELLER_CONSIGNED_PART' || (lines > 1 && reached('shipped') && every(5, 1));

function parcelsOf(story: Story): readonly Parcel[] {
  const { faker, lines, at, reached } = story;
  const some = inParcels(story);
  if (!reached('shipped') && !some) return [];
  return Array.from({ length: some ? lines : 1 }, (_, position) => {
    const carrier = faker.helpers.arrayElement(CARRIERS);
    const number = `${carrier.prefix}${faker.string.numeric(12)}`;
    return { carrier, number, sentAt: at.shipped + position * 7_200_000 };
  });
}

/** Of a trade partly sent, the last line still waits; so does the last but one of some. */
const isSent = ({ status, lines, reached, every }: Story, position: number): boolean =>
  status.code === 'SELLER_CONSIGNED_PART'
    ? position < (every(5, 2) ? Math.max(lines - 2, 1) : lines - 1)
    : reached('shipped');

function lineOf(story: Story, position: number, someParcel: Parcel | undefined): Line {
  const { faker, every, status, refund } = story;
  const oid = oidOf(story, position);
  const product = faker.helpers.arrayElement(PRODUCTS);
  const price = faker.number.int({ min: product.fewestFen, max: product.mostFen });
  const num = faker.number.int({ min: 1, max: 4 });
  const adjust = every(11, 1) && position === 0 ? -faker.number.int({ min: 1, max: 500 }) : 0;
  const discount = every(5, 2) ? faker.number.int({ min: 1, max: 9 }) * 50 : 0;
  const total = price * num + adjust - discount;
  const share = every(5, 2) && story.lines > 1 ? 100 : 0;
  const refunding = refund !== undefined && (position === 0 || status.closed === true);
  const refunded = refunding && refund === 'SUCCESS' ? total - share : 0;
  const sent = isSent(story, position);
  const parcel = sent ? someParcel : undefined;
  const facts = { oid, price, num, sent, refunding };
  return {
    oid,
    total,
    discount: share,
    refunded,
    sent,
    parcel,
    document: {
      oid,
      oid_str: String(oid),
      ...productOf(story, product, position),
      price: yuan(price),
      num,
      total_fee: yuan(total),
      payment: yuan(total - share),
      discount_fee: yuan(discount),
      adjust_fee: yuan(adjust),
      divide_order_fee: yuan(total - share),
      part_mjz_discount: yuan(share),
      ...statusOf(story, facts),
      ...parcelOf(story, parcel),
      ...traitsOf(story, position),
      ...sceneOfLine(story, facts),
      ...(story.paid && promisesOfLine(paidOf(story), position)),
    },
  };
}

function productOf(
  { faker, every }: Story,
  { title, picture, categoryId, variants }: Product,
  position: number,
): Document {
  const skuId = faker.string.numeric({ length: 13, allowLeadingZeros: false });
  return {
    title,
    cid: categoryId,
    num_iid: faker.number.int({ min: 600_000_000_000, max: 899_999_999_999 }),
    sku_id: every(11, 8) ? Number(skuId) : skuId, // documented as a string; some replies have a number
    outer_iid: faker.string.hexadecimal({ length: 32, prefix: '', casing: 'lower' }),
    outer_sku_id: faker.string.numeric(8),
    sku_properties_name: faker.helpers.arrayElement(variants),
    pic_path: pictureOf(picture, `i${position + 1}-${faker.string.alphanumeric(12)}`),
    snapshot_url: `${faker.string.alphanumeric(12)}_snap`,
    item_memo: every(11, 3) ? '这是商品备注' : undefined,
  };
}

function statusOf(story: Story, { sent, refunding }: LineFacts): Document {
  const { status, refund, reached, at, faker, stampOf, every } = story;
  const closed = refunding && refund === 'SUCCESS';
  const partly = sent && status.code === 'SELLER_CONSIGNED_PART';
  const refundedAt = at.paid + 3_600_000;
  return {
    status: closed ? 'TRADE_CLOSED' : partly ? 'WAIT_BUYER_CONFIRM_GOODS' : (status.ofLine ?? status.code),
    // Not among the documented ones, and what replies say of a line without a refund, where they say anything.
    refund_status: refunding ? refund : every(5, 0) ? undefined : 'NO_REFUND',
    refund_id: refunding ? faker.string.numeric({ length: 17, allowLeadingZeros: false }) : undefined,
    buyer_rate: reached('completed') && every(5, 3),
    seller_rate: reached('completed') && every(5, 4),
    end_time: closed
      ? plainTime(refundedAt)
      : (stampOf('completed') ?? (status.closed ? plainTime(at.closed) : undefined)),
    timeout_action_time: sent && !reached('completed') ? plainTime(at.due) : undefined,
    is_sh_ship: every(5, 2) ? sent : undefined,
  };
}

const parcelOf = ({ turn }: Story, parcel: Parcel | undefined): Document =>
  parcel
    ? {
        consign_time: plainTime(parcel.sentAt),
        shipping_type: turn(['express', 'ems', 'post', 'virtual', '25', '26', 'free']),
        logistics_company: parcel.carrier.name,
        invoice_no: parcel.number,
      }
    : {};

function traitsOf(story: Story, position: number): Document {
  const { every, turn, faker, lines, at } = story;
  const bound = lines > 1 && every(5, 4) && position === 0;
  const others = Array.from({ length: lines - 1 }, (_, place) => oidOf(story, place + 1));
  const customized = every(11, 6);
  return {
    seller_type: every(7, 0) ? 'C' : 'B',
    order_from: turn(['taobao', 'jhs', 'wap', 'taobao,wap']),
    is_oversold: every(23, 5),
    is_daixiao: every(23, 6),
    is_www: every(23, 7),
    is_service_order: false,
    bind_oid: bound ? others[0] : undefined,
    bind_oids: bound ? others.join(',') : undefined,
    store_code: every(5, 3) ? turn(['南京QDHEWL-0004', 'SC', '杭州HZ-0001']) : undefined,
    shipper: every(5, 3) ? turn(['cn', 'sc']) : undefined,
    inv_type: every(13, 2) ? '6' : undefined,
    estimate_con_time: every(7, 6) ? turn([dayOf(at.due), '付款后30天内']) : undefined,
    md_qualification: every(17, 3) ? 'true_免单活动' : undefined,
    md_fee: every(17, 3) ? '999' : undefined,
    fqg_num: every(13, 4) ? turn([3, 6, 12, 24]) : undefined,
    is_fqg_s_fee: every(13, 4) ? every(5, 0) : undefined,
    order_attr: every(7, 2) ? turn(['{}', '{"giftCard":"1"}', '{"erpHold":"0","o2oGuideId":"10001"}']) : undefined,
    customization: customized ? engraving(faker.number.int({ min: 1000, max: 9999 })) : undefined,
    out_unique_id: every(17, 6) ? faker.string.numeric(12) : undefined,
  };
}

const engraving = (id: number): string =>
  JSON.stringify({
    itemId: id,
    skuId: id + 1,
    text: [{ id: 44, content: '生日快乐' }],
    pic: [{ id: 44, url: pictureOf('engraving', '1') }],
    dingzhi: `;pluginId:182;dingzhiId:${id};`,
  });
