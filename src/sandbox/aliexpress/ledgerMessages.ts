// What AliExpress tells of the orders of a ledger: a topic for each status.
import type { EventKind } from '../ledger/life.js';
import type { MessageForm } from '../ledger/messages.js';
import { SELLER_LOGIN_ID } from './synthetic/parties.js';

const TOPICS: { readonly [kind in EventKind]?: string } = {
  placed: 'PlaceOrderSuccess',
  paid: 'WaitSellerSendGoods',
  partShipped: 'SellerPartSendGoods',
  shipped: 'WaitBuyerAcceptGoods',
  received: 'FundProcessing',
  closed: 'Finish',
  cancelled: 'Finish',
  completed: 'Finish',
};

export const messageForm: MessageForm = {
  bodiesOf({ order, event }) {
    const topic = TOPICS[event.kind];
    if (topic === undefined) return [];
    const content = { order_id: order.orderId, login_id: SELLER_LOGIN_ID, order_change_time: String(event.at) };
    return [{ topic: `aliexpress_order_${topic}`, content }];
  },
  forge: ({ topic, content }, orderId) => ({ topic, content: { ...content, order_id: String(orderId) } }),
};
