// How a synthetic order is paid: the terms, the channels, and the stages of either generation of 1688's trading.

import type { Document } from '../../document.js';
import { type Story, yuan } from './story.js';

/** The documented payment codes, with the channel each one goes through. */
const PAY_WAYS = [
  ['1', '支付宝', 'alipay'],
  ['2', '网商银行信任付', 'mybankTrust'],
  ['3', '诚e赊', 'creditBuy'],
  ['4', '银行转账', 'bankTransfer'],
  ['5', '赊销宝', 'creditSales'],
  ['6', '网商电子银行承兑汇票', 'eBankDraft'],
  ['7', '账期支付', 'accountPeriod'],
  ['8', '合并支付渠道', 'mergedPay'],
  ['9', '其它', 'none'],
  ['10', '其它', 'lstCredit'],
  ['12', '声明付款', 'declaredPay'],
  ['13', '支付平台', 'payPlatform'],
] as const;

function payWayOf(story: Story): (typeof PAY_WAYS)[number] {
  if (onCredit(story)) return PAY_WAYS[2];
  return onAccount(story) ? PAY_WAYS[6] : story.turn(PAY_WAYS);
}

/** Paid by 诚e赊, which brings its own repayment. */
export const onCredit = ({ every }: Story): boolean => every(17, 6);

/** Paid by account period: the money arrives later. */
export const onAccount = ({ every }: Story): boolean => every(19, 8);

/** 1 unpaid, 2 paid, 4 refunded, 6 the seller has it, 7 no payment created, 8 cancelled, 9 paying, 12 to arrive. */
function payStatusOf(story: Story): string {
  const { status, reached, turn } = story;
  if (status.closed) return reached('paid') ? '4' : '8';
  if (!reached('paid')) return turn(['1', '7', '9']);
  if (reached('completed')) return '6';
  return onAccount(story) ? '12' : '2';
}

/** Most unpaid orders come without terms, as the documented samples do. */
export function tradeTermsOf(story: Story, total: number): readonly Document[] {
  const { every, reached, faker, stampOf } = story;
  if (!reached('paid') && every(3, 2)) return [];
  const [payWay, payWayDesc] = payWayOf(story);
  const parts = inStages(story) ? [Math.round(total * 0.3), total - Math.round(total * 0.3)] : [total];
  return parts.map((part, position) => ({
    payStatus: payStatusOf(story),
    payTime: stampOf('paid'),
    payWay,
    payWayDesc,
    phasAmount: yuan(part),
    phase: faker.number.int({ min: 600_000_000_000_000, max: 699_999_999_999_999 }),
    phaseCondition: every(29, 3) ? `第${position + 1}阶段` : undefined,
    phaseDate: every(29, 3) ? `第${position + 1}期` : undefined, // plain text, where a time should be
    cardPay: every(7, 0),
    expressPay: every(3, 0),
  }));
}

export function channelsOf(story: Story): Document {
  const [, name, code] = payWayOf(story);
  const paid = story.reached('paid');
  return { payChannelList: paid ? [name] : [], payChannelCodeList: paid ? [code] : [] };
}

/** A deposit first, the balance after. */
export const inStages = ({ every }: Story): boolean => every(11, 4);

/** Made to order: such orders still trade in the three stages of the older generation. */
export const madeToOrder = ({ business }: Story): boolean => ['cz', 'manufact', 'factory'].includes(business);

/** Stages as trading 4.0 has them; pay status 12 is a payment that makes up a difference. */
export function newStagesOf(story: Story, total: number, shipping: number): readonly Document[] {
  const { status, reached, stamp, at, stampOf, every } = story;
  const names = inStages(story) ? ['定金', '尾款'] : ['全款交易'];
  return names.map((stepName, position) => {
    const last = position === names.length - 1;
    const share = names.length === 1 ? total : Math.round(total * (last ? 0.7 : 0.3));
    const post = last ? shipping : 0;
    const paid = reached('paid');
    return {
      gmtStart: stamp(at.created),
      gmtPay: stampOf('paid'),
      gmtEnd: reached('completed') ? stamp(at.completed) : status.closed ? stamp(at.closed) : undefined,
      stepNo: position + 1,
      lastStep: last,
      stepName,
      activeStatus: position === 0 || paid ? 1 : 0,
      payStatus: paid ? (last && every(7, 2) ? 12 : 2) : status.closed ? 8 : 1,
      logisticsStatus: logisticsStatusOf(story),
      payFee: yuan(share),
      paidFee: paid ? yuan(share) : 0,
      goodsFee: yuan(share - post),
      adjustFee: 0,
      discountFee: 0,
      postFee: yuan(post),
      paidPostFee: paid ? yuan(post) : 0,
    };
  });
}

/** 1 not sent, 2 sent, 3 received, 4 all returned, 7 cancelled before sending. */
function logisticsStatusOf({ status, reached, every }: Story): number {
  if (status.closed) return reached('paid') ? (every(3, 0) ? 4 : 7) : 1;
  return reached('received') ? 3 : reached('shipped') ? 2 : 1;
}
