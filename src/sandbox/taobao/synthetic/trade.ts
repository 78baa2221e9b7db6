// Invents any of a million trades from its index: the same index, the same trade, on every machine and every day.

import type { Document } from '../../document.js';
import { orderIds } from '../../invented/ids.js';
import { type Party, type People, peopleOf } from '../../invented/people.js';
import { PLACES, type Place } from '../../invented/places.js';
import { plainTime } from '../../invented/times.js';
import { promisesOfTrade } from '../promises.js';
import type { Trade } from '../trade.js';
import { holdsOf } from './holds.js';
import { inParcels, type Line, linesOf } from './lines.js';
import { listsOf } from './lists.js';
import { amountsOf, moneyOf } from './money.js';
import { partiesOf } from './parties.js';
import { sceneOf } from './scenes.js';
import { paidOf, type Story, storyOf } from './story.js';

/** Every trade is the same shop's. */
const SHOP: Party = {
  name: '陈示例',
  mobile: '13800000001',
  phone: '86-0571-00000001',
  fax: '86-0571-00000002',
  email: 'shop@example.com',
  companyName: '示例旗舰店',
  street: '示例路1号',
  place: PLACES[0] as Place,
  userId: 2_000_000_001,
  loginId: '示例旗舰店',
  alipayId: '2088000000000001',
};

/** Trade 0's tid, and how far apart trades are, which leaves room for the ids of their lines. */
const IDS = orderIds(3_200_000_000_000_531_846n, 100_000_000n);

export const syntheticId = IDS.idAt;

/** The reverse of syntheticId; undefined for a tid that no synthetic trade has. */
export const indexOfTradeId = IDS.indexOf;

/** Whether an id is, or could be, that of a line in a synthetic trade. */
export const isLineOfTrade = IDS.holdsBetween;

/** Trade 0…999999. Its index decides everything: status by twelves, traits by primes. */
export function syntheticTrade(index: number): Trade {
  const story = storyOf(index, BigInt(syntheticId(index)));
  const people: People = { ...peopleOf(story), seller: SHOP };
  const lines = linesOf(story);
  const amounts = amountsOf(story, lines);
  return {
    empty: story.every(5, 0) || story.every(5, 3) ? 'absent' : 'shown',
    document: {
      ...identityOf(story, people),
      ...timesOf(story, lines),
      ...goodsOf(lines),
      ...moneyOf(story, lines, amounts),
      ...partiesOf(story, people),
      ...wordsOf(story, people),
      ...holdsOf(story),
      ...traitsOf(story),
      ...(story.paid && promisesOfTrade(paidOf(story))),
      ...sceneOf(story, people, amounts),
      orders: lines.map(({ document }) => document),
      ...listsOf(story, people, lines),
    },
  };
}

const identityOf = ({ tid, status, type, faker, turn, every }: Story, { seller }: People): Document => ({
  tid,
  tid_str: String(tid),
  title: seller.companyName,
  type,
  status: status.code,
  acookie_id: faker.string.hexadecimal({ length: 32, prefix: '', casing: 'lower' }),
  trade_from: turn(['WAP,WAP', 'TAOBAO', 'WAP,JHS', 'HITAO', 'TOP', 'JHS']),
  trade_source: every(13, 6) ? 'ownshop' : undefined,
  zero_purchase: type === 'pre_auth_type',
  toptype: every(13, 3) ? 1 : undefined,
  identity: every(13, 8) ? 'EPP' : undefined,
  snapshot_url: `${faker.string.alphanumeric(12)}_snap`,
});

const timesOf = (story: Story, lines: readonly Line[]): Document => {
  const { at, modified, paid, type, stampOf, status, reached, refund } = story;
  const sent = lines.find((line) => line.parcel)?.parcel;
  return {
    created: plainTime(at.created),
    modified: plainTime(modified),
    pay_time: paid ? plainTime(type === 'cod' ? at.completed : at.paid) : undefined,
    consign_time: sent && plainTime(sent.sentAt),
    end_time: stampOf('completed') ?? (status.closed ? plainTime(at.closed) : undefined),
    // With a refund asked for, the time limit is the lines' own.
    timeout_action_time: sent && !reached('completed') && !refund ? plainTime(at.due) : undefined,
    sid: sent?.number,
    is_part_consign: inParcels(story),
    shipping_type: story.turn(['express', 'free', 'ems', 'post', 'virtual', '25', '26']),
  };
};

/** Only a trade of one line says what it is about. */
function goodsOf([line, ...others]: readonly Line[]): Document {
  if (!line || others.length > 0) return { num: 0 };
  const { num, num_iid, price, pic_path } = line.document;
  return { num, num_iid, price, pic_path };
}

function wordsOf({ every, turn, reached }: Story, { buyer }: People): Document {
  const invoiced = every(5, 4);
  return {
    buyer_message: every(5, 2) ? turn(['请尽快发货', '要送礼物,麻烦包装好一点', '周末再送']) : undefined,
    seller_memo: every(5, 1) ? turn(['老客户,优先发货', '已电话确认']) : undefined,
    seller_flag: every(5, 1) ? turn([1, 2, 3, 4, 5]) : undefined,
    // Only a buyer's session is shown these; a few trades have them all the same.
    buyer_memo: every(23, 4) ? '上衣要大一号' : undefined,
    buyer_flag: every(23, 4) ? 1 : undefined,
    trade_memo: every(13, 5) ? '这是一次成功的交易' : undefined,
    promotion: every(5, 2) ? '满就减钱' : undefined,
    mark_desc: every(13, 9) ? '该订单需要延长收货时间' : '',
    invoice_name: invoiced ? buyer.companyName : undefined,
    invoice_type: invoiced ? turn(['水果,图书', '办公用品']) : undefined,
    invoice_kind: invoiced ? turn(['1', '2']) : undefined,
    seller_rate: reached('completed') && every(5, 4),
    buyer_rate: reached('completed') && every(5, 3),
    can_rate: reached('completed') && !every(5, 3),
    seller_can_rate: reached('completed') && !every(5, 4),
  };
}

function traitsOf({ every }: Story): Document {
  return {
    is_3D: every(23, 8),
    is_lgtype: every(23, 9),
    is_brand_sale: every(23, 10),
    is_force_wlb: every(23, 10),
    is_daixiao: every(23, 6),
    is_wt: false,
    trade_ext: every(11, 5)
      ? {
          before_enable_flag: 1,
          before_close_flag: 0,
          before_pay_flag: 1,
          before_ship_flag: 0,
          before_confirm_flag: 0,
          before_rate_flag: 0,
          before_refund_flag: 0,
          before_modify_flag: 0,
          third_party_status: 1,
          extra_data: 'abc',
          ext_attributes: 'erp:1;channel:2',
        }
      : undefined,
  };
}
