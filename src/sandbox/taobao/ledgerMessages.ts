// What Taobao tells of the orders of a ledger: its topics of trades and refunds.
import type { EventKind } from '../ledger/life.js';
import type { MessageForm } from '../ledger/messages.js';

const TOPICS: { readonly [kind in EventKind]: readonly string[] } = {
  placed: ['trade_TradeCreate'],
  priceChanged: ['trade_TradeModifyFee'],
  paid: ['trade_TradeBuyerPay'],
  memoChanged: ['trade_TradeMemoModified'],
  partShipped: ['trade_TradePartlySellerShip'],
  shipped: ['trade_TradeSellerShip'],
  received: [],
  refundAsked: ['refund_RefundCreated'],
  refundRefused: ['refund_RefundClosed'],
  closed: ['refund_RefundSuccess', 'trade_TradeClose'],
  cancelled: ['trade_TradeClose'],
  completed: ['trade_TradeSuccess'],
};

export const messageForm: MessageForm = {
  bodiesOf: ({ order, event }) =>
    TOPICS[event.kind].map((topic) => ({
      topic: `taobao_${topic}`,
      content: { tid: order.id, oid: order.id, seller_nick: '示例旗舰店', type: 'guarantee_trade' },
    })),
  forge: ({ topic, content }, tid) => ({ topic, content: { ...content, tid, oid: tid } }),
};
