// What 1688 tells of the orders of a ledger.
import { plainTime } from '../invented/times.js';
import type { EventKind } from '../ledger/life.js';
import type { MessageForm } from '../ledger/messages.js';
import { MEMBERS } from './ledgerDocument.js';

const TYPES: { readonly [kind in EventKind]: readonly [type: string, status: string] } = {
  placed: ['BUYER_MAKE', 'waitbuyerpay'],
  priceChanged: ['ORDER_PRICE_MODIFY', 'waitbuyerpay'],
  paid: ['ORDER_PAY', 'waitsellersend'],
  memoChanged: ['MODIFY_MEMO', 'waitsellersend'],
  partShipped: ['PART_PART_SENDGOODS', 'waitsellersend'],
  shipped: ['ANNOUNCE_SENDGOODS', 'waitbuyerreceive'],
  // As it is spelled.
  received: ['ORDER_COMFIRM_RECEIVEGOODS', 'confirm_goods'],
  refundAsked: ['ORDER_BUYER_REFUND_IN_SALES', 'waitsellersend'],
  refundRefused: ['ORDER_BUYER_REFUND_IN_SALES', 'waitbuyerreceive'],
  closed: ['ORDER_BUYER_REFUND_IN_SALES', 'terminated'],
  cancelled: ['ORDER_BOPS_CLOSE', 'cancel'],
  completed: ['ORDER_SUCCESS', 'success'],
};

/** The documentation's own example has a rounded number. */
export const messageFormOf = (isRounded: boolean): MessageForm => {
  const numberOf = (orderId: bigint): bigint => (isRounded ? BigInt(Number(orderId)) : orderId);
  return {
    bodiesOf({ order, event }) {
      const [type, currentStatus] = TYPES[event.kind];
      const content = {
        orderId: numberOf(order.id),
        currentStatus,
        msgSendTime: plainTime(event.at),
        sellerMemberId: MEMBERS.seller,
      };
      return [{ topic: `ORDER_${type}`, content }];
    },
    forge: ({ topic, content }, orderId) => ({ topic, content: { ...content, orderId: numberOf(orderId) } }),
  };
};
