// The stages of orders in the older generation of 1688's trading: goods made to order, paid and shown in three steps.

import type { Document } from '../../document.js';
import type { Milestone } from '../../invented/times.js';
import { pictureOf } from '../../pictures.js';
import { type Story, yuan } from './story.js';

type Stage = {
  readonly name: string;
  readonly share: number;
  /** The milestone that opens the stage, and the one that ends it. */
  readonly opens: Milestone;
  readonly ends: Milestone;
  /** What the stage says while it is open. */
  readonly waiting: readonly string[];
};

const STAGES: readonly Stage[] = [
  {
    name: '支付定金',
    share: 0.3,
    opens: 'created',
    ends: 'paid',
    waiting: ['waitbuyerpay'],
  },
  {
    name: '确认样品',
    share: 0.2,
    opens: 'paid',
    ends: 'shipped',
    waiting: ['waitselleract', 'waitbuyerconfirmaction', 'waitsellerpush', 'waitsellersend'],
  },
  {
    name: '支付尾款',
    share: 0.5,
    opens: 'shipped',
    ends: 'received',
    waiting: ['waitbuyerreceive', 'settlebill'],
  },
];

export const stagesOf = (story: Story, total: number, shipping: number, quantity: number): readonly Document[] =>
  STAGES.map((stage, position) => stageOf(story, stage, position, { total, shipping, quantity }));

type Amounts = { readonly total: number; readonly shipping: number; readonly quantity: number };

function stageOf(story: Story, stage: Stage, position: number, { total, shipping, quantity }: Amounts): Document {
  const { stamp, stampOf, at, faker, reached, status } = story;
  const last = position === STAGES.length - 1;
  const post = last ? shipping : 0;
  const fee = Math.round((total - shipping) * stage.share);
  const ended = reached(stage.ends);
  const paid = reached(last ? 'shipped' : 'paid');
  const acts = position === 1 && paid;
  return {
    stepOrderId: Number(story.orderId % 1_000_000_000_000n) * 10 + position,
    stepOrderStatus: stageStatusOf(story, stage),
    stepPayStatus: status.closed ? (paid ? 4 : 8) : ended ? 6 : paid ? 2 : 1,
    stepNo: position + 1,
    lastStep: last,
    hasDisbursed: ended,
    payFee: yuan(fee),
    actualPayFee: yuan(fee + post),
    discountFee: 0,
    itemDiscountFee: 0,
    price: yuan(Math.round(fee / Math.max(quantity, 1))),
    amount: quantity,
    postFee: yuan(post),
    adjustFee: 0,
    gmtCreate: stamp(at.created),
    gmtModified: stamp(story.modified),
    enterTime: stampOf(stage.opens),
    payTime: stampOf(last ? 'shipped' : 'paid'),
    sellerActionTime: acts ? stamp(at.paid + 3_600_000) : undefined,
    endTime: stampOf(stage.ends),
    messagePath: acts ? 'https://files.example.com/messages/1' : undefined,
    picturePath: acts ? pictureOf('sample', faker.string.alphanumeric(8)) : undefined,
    message: acts ? '样品已寄出,请确认' : undefined,
    templateId: 10_000 + position,
    stepName: stage.name,
    sellerActionName: position === 1 ? '上传样品' : undefined,
    buyerPayTimeout: 432_000,
    buyerConfirmTimeout: 864_000,
    needLogistics: last,
    needSellerAction: position === 1,
    transferAfterConfirm: last,
    needSellerCallNext: position === 1,
    instantPay: false,
  };
}

function stageStatusOf({ reached, status, turn }: Story, stage: Stage): string {
  if (reached(stage.ends)) return 'success';
  if (status.closed) return reached(stage.opens) ? 'cancel' : 'inactiveandcancel';
  return reached(stage.opens) ? turn(stage.waiting) : 'waitactivate';
}
