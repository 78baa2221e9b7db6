// The heart of a synthetic order: its ids, times, amounts, and the two parties.

import type { Document } from '../../document.js';
import { maskMobile, maskName, maskPhone, type Party, type People } from '../../invented/people.js';
import { contactOf } from './contact.js';
import { afterSale, closeReasonOf, type Item } from './items.js';
import { channelsOf, inStages, madeToOrder, newStagesOf, onAccount, onCredit } from './payments.js';
import { stagesOf } from './stages.js';
import { type Story, sum, yuan } from './story.js';

export type Amounts = { readonly items: number; readonly shipping: number; readonly coupon: number };

export const totalOf = ({ items, shipping, coupon }: Amounts): number => items + shipping - coupon;

export const baseOf = (story: Story, people: People, items: readonly Item[], amounts: Amounts): Document => ({
  ...identityOf(story),
  ...timesOf(story),
  ...amountsOf(items, amounts),
  ...tradeOf(story, people),
  ...partiesOf(story, people),
  ...wordsOf(story),
  ...closureOf(story),
  ...refundOf(story, items),
  ...channelsOf(story),
  ...stagedOf(story, items, amounts),
});

const identityOf = ({ orderId, status, business, faker, reached, every }: Story): Document => ({
  id: orderId,
  idOfStr: String(orderId),
  status: status.code,
  businessType: business,
  alipayTradeId: reached('paid') ? `2025${faker.string.numeric(24)}` : 'UNCREATED',
  preOrderId: every(29, 9) ? faker.number.int({ min: 10_000_000, max: 99_999_999 }) : undefined,
  outOrderId: ['sp', 'distribution'].includes(business) ? `OUT-${faker.string.numeric(10)}` : undefined,
});

const timesOf = ({ stamp, stampOf, at, modified, reached, every }: Story): Document => ({
  createTime: stamp(at.created),
  modifyTime: stamp(modified),
  payTime: stampOf('paid'),
  allDeliveredTime: stampOf('shipped'),
  receivingTime: stampOf('received'),
  confirmedTime: every(3, 0) ? stampOf('received') : undefined,
  completeTime: stampOf('completed'),
  payTimeout: reached('paid') ? undefined : 432_000,
  payTimeoutType: reached('paid') ? undefined : 0,
});

const amountsOf = (items: readonly Item[], amounts: Amounts): Document => ({
  totalAmount: yuan(totalOf(amounts)),
  sumProductPayment: yuan(amounts.items),
  shippingFee: yuan(amounts.shipping),
  couponFee: yuan(amounts.coupon),
  discount: sum(items.map(({ document }) => Number(document.entryDiscount))), // in fen, as documented
});

/** The trade types and their names; made to order pays in stages, by account period is a type of its own. */
function tradeOf(story: Story, { buyer }: People): Document {
  const { business, turn, every } = story;
  const usual = turn([
    ['50060', '4.0担保交易', 'fxassure'],
    ['50060', '担保交易', 'assureTrade'],
    ['6', '统一交易流程', 'unify'],
    ['4', '即时到帐交易', 'instant'],
    ['1', '担保交易', 'assureTrade'],
    ['8', '货到付款交易', 'cod'],
  ]);
  const [tradeType, tradeTypeDesc, tradeTypeCode] = madeToOrder(story)
    ? ['7', '分阶段付款', 'step']
    : onAccount(story)
      ? ['10', '账期交易', 'period']
      : onCredit(story)
        ? ['9', '诚e赊交易', 'creditBuy']
        : usual;
  return {
    tradeType,
    tradeTypeDesc,
    tradeTypeCode,
    flowTemplateCode: tradeTypeCode,
    currency: every(3, 0) ? 'RMB' : undefined,
    overSeaOrder: business === 'cb',
    sellerOrder: every(7, 4),
    subBuyerLoginId: every(3, 2) ? `${buyer.loginId}:采购部` : undefined,
    stepPayAll: inStages(story) && every(3, 1),
    stepAgreementPath: madeToOrder(story) ? 'https://files.example.com/agreements/1' : undefined,
  };
}

function partiesOf(story: Story, { buyer, seller, receiver }: People): Document {
  const { turn, every, encrypted, faker, business } = story;
  const { place } = receiver;
  return {
    ...accountOf('buyer', buyer),
    ...accountOf('seller', seller),
    buyerContact: contactOf(story, buyer),
    sellerContact: {
      ...contactOf({ ...story, encrypted: false }, seller),
      shopName: seller.companyName,
      wgSenderName: business === 'wg' ? seller.name : undefined,
      wgSenderPhone: business === 'wg' ? seller.mobile : undefined,
    },
    ...(encrypted && { buyerOpenUid: `BBsandbox${buyer.userId}` }),
    buyerLevel: turn(['L1', 'L2', 'L3', 'L4', 'L5']),
    sellerCreditLevel: turn(['A', 'AA', 'AAA']),
    ccid: encrypted ? `${faker.string.alphanumeric(44)}=` : undefined,
    receiverInfo: {
      toFullName: encrypted ? maskName(receiver.name) : receiver.name,
      toDivisionCode: place.areaCode,
      toMobile: encrypted ? maskMobile(receiver.mobile) : receiver.mobile,
      toPhone: encrypted ? maskPhone(receiver.phone) : receiver.phone,
      toPost: place.zip,
      toTownCode: every(7, 6) ? undefined : place.townCode,
      toArea: [place.province, place.city, place.area, place.town, receiver.street].join(' '),
    },
  };
}

const accountOf = (role: 'buyer' | 'seller', { userId, loginId, alipayId }: Party): Document => ({
  [`${role}ID`]: `b2b-${userId}`,
  [`${role}LoginId`]: loginId,
  [`${role}UserId`]: userId,
  [`${role}AlipayId`]: alipayId,
});

function wordsOf({ every, turn }: Story): Document {
  const remark = every(3, 1) ? turn(['请尽快发货', '送货上门,请提前电话联系', '发票随货']) : undefined;
  return {
    remark,
    buyerFeedback: remark,
    sellerMemo: every(3, 2) ? turn(['【吊牌停发】', '老客户,优先发货']) : undefined,
    sellerRemarkIcon: every(3, 2) ? turn(['1', '2', '3', '4']) : undefined,
    buyerMemo: every(3, 0) ? turn(['秋季补货', '门店3号柜']) : undefined,
    buyerRemarkIcon: every(3, 0) ? turn(['1', '2', '3', '4']) : undefined,
  };
}

function closureOf(story: Story): Document {
  if (!story.status.closed) return { closeOperateType: '' };
  return {
    closeReason: closeReasonOf(story),
    closeRemark: story.every(3, 0) ? '双方协商一致' : 'null', // the text "null", as a documented sample has it
    closeOperateType: story.turn([
      'CLOSE_TRADE_BY_BUYER',
      'CLOSE_TRADE_BY_SELLER',
      'CLOSE_TRADE_BY_SYSTEM',
      'CLOSE_TRADE_BY_BOPS',
      'CLOSE_TRADE_BY_CREADIT',
    ]),
  };
}

function refundOf(story: Story, items: readonly Item[]): Document {
  const refunded = sum(items.map((item) => item.refunded));
  return {
    refund: yuan(refunded),
    refundPayment: refunded, // in fen, as real orders show it
    refundStatus: story.refund?.[0],
    refundId: story.refund ? `TQ${story.faker.string.numeric(16)}` : undefined,
    refundStatusForAs: afterSale(story)
      ? story.turn(['refundsuccess', 'waitselleragree', 'refundclose', 'waitbuyersend'])
      : undefined,
  };
}

function stagedOf(story: Story, items: readonly Item[], amounts: Amounts): Document {
  const total = totalOf(amounts);
  if (!madeToOrder(story)) return { newStepOrderList: newStagesOf(story, total, amounts.shipping) };
  const quantity = sum(items.map(({ document }) => Number(document.quantity)));
  return { stepOrderList: stagesOf(story, total, amounts.shipping, quantity) };
}
