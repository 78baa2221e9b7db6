// What only some kinds of trade bring along: credit, pre-orders, retail, customs, bulk purchase, resale.

import type { Document } from '../../document.js';
import type { People } from '../../invented/people.js';
import { plainTime } from '../../invented/times.js';
import type { OrderDocument } from '../document.js';
import type { Item } from './items.js';
import { onAccount, onCredit } from './payments.js';
import { type Story, yuan } from './story.js';

type Extras = Pick<
  OrderDocument,
  | 'customs'
  | 'overseasExtraAddress'
  | 'quoteList'
  | 'encryptOutOrderInfo'
  | 'fromEncryptOrder'
  | 'orderBizInfo'
  | 'outChannel'
  | 'sendGoodsOverdueRisk'
>;

export function businessOf(story: Story, people: People, items: readonly Item[], total: number): Extras {
  const abroad = story.business === 'cb';
  return {
    orderBizInfo: bizInfoOf(story, total),
    customs: abroad ? customsOf(story, people, items) : undefined,
    overseasExtraAddress: abroad ? overseasOf(story, people) : undefined,
    quoteList: story.business === 'ag' ? quotesOf(items) : undefined,
    encryptOutOrderInfo: resold(story) ? resaleOf(story, people) : undefined,
    fromEncryptOrder: story.encrypted,
    outChannel: resold(story) ? story.turn(['weidian', 'weixin', 'douyin']) : undefined,
    sendGoodsOverdueRisk: overdueRiskOf(story),
  };
}

/** Paid and not yet shipped: the deadline is far, near (PTMO) or has passed (TMOT). */
const overdueRiskOf = ({ status, turn }: Story): string | undefined =>
  status.code === 'waitsellersend' ? turn([undefined, 'PTMO', 'TMOT']) : undefined;

/** Sold on another platform, and sent by the 1688 seller straight to that platform's buyer. */
const resold = ({ business }: Story): boolean => business === 'sp' || business === 'distribution';

function bizInfoOf(story: Story, total: number): Document {
  const { business, turn, at, every } = story;
  return {
    odsCyd: business === 'cab',
    dropshipping: resold(story),
    isCz: business === 'cz' || business === 'manufact',
    creditOrder: onCredit(story),
    creditOrderDetail: onCredit(story) ? creditOf(story, total) : undefined,
    // The documents do not say how it is written: a time, or plain text where a time should be.
    accountPeriodTime: onAccount(story)
      ? turn([plainTime(at.completed + 2_592_000_000), '确认收货后30天到账'])
      : undefined,
    preOrderInfo: every(29, 9) ? { marketName: '示例市场', createPreOrderApp: every(3, 1) } : undefined,
    lstOrderInfo: business === 'lst' ? { lstWarehouseType: turn(['customer', 'cainiao']) } : undefined,
  };
}

/** The documents do not say in what unit these amounts are. */
function creditOf({ reached, stampOf, at }: Story, total: number): Document {
  const repaid = reached('completed');
  return {
    payAmount: total,
    createTime: stampOf('paid'),
    status: repaid ? 'END' : 'REPAYING',
    statusStr: repaid ? '已还清' : '待还款',
    gracePeriodEndTime: plainTime(at.completed + 2_592_000_000),
    restRepayAmount: repaid ? 0 : total,
  };
}

const customsOf = (story: Story, { buyer }: People, items: readonly Item[]): Document => ({
  id: story.faker.number.int({ min: 1_000_000, max: 9_999_999 }),
  gmtCreate: story.stamp(story.at.created),
  gmtModified: story.stamp(story.modified),
  buyerId: buyer.userId,
  orderId: String(story.orderId),
  type: 1,
  attributes: items.map(({ document, amount }) => ({
    sku: String(document.skuID),
    cName: document.name,
    enName: 'General merchandise',
    amount: yuan(amount / 7), // declared in dollars
    quantity: document.quantity,
    weight: story.faker.number.int({ min: 1, max: 90 }) / 10,
    currency: 'USD',
  })),
});

const overseasOf = ({ turn, faker }: Story, { receiver }: People): Document => ({
  channelName: turn(['美国海运专线', '欧洲铁路专线', '东南亚空派']),
  channelId: faker.string.numeric(6),
  shippingCompanyId: faker.string.numeric(5),
  shippingCompanyName: '示例国际货运代理',
  countryCode: turn(['US', 'DE', 'MY']),
  country: turn(['美国', '德国', '马来西亚']),
  email: receiver.email,
});

const quotesOf = (items: readonly Item[]): readonly Document[] =>
  items.map(({ document }) => ({
    productQuoteName: document.name,
    price: document.price,
    count: document.quantity,
  }));

function resaleOf({ faker, turn }: Story, { receiver }: People): Document {
  const { place, street } = receiver;
  return {
    oaid: faker.string.alphanumeric(72),
    outOriginAddress: {
      address: street,
      area: { name: place.area },
      city: { name: place.city },
      province: { name: place.province },
      town: { name: place.town },
    },
    outPlatformAppkey: faker.string.numeric(8),
    outPlatformCode: turn(['thyny', 'douyin', 'pinduoduo']),
    outPlatformOrderNo: faker.string.numeric(19),
  };
}

const ATTRIBUTES = [
  { key: 'storeCode', value: 'HZ-01', description: '仓库编码' },
  { key: 'channel', value: 'erp', description: '下单渠道' },
  { key: 'bizScene', value: 'restock', description: '业务场景' },
  { key: 'traceCode', value: 'T-0001', description: '追踪编码' },
] as const;

export const attributesOf = ({ index }: Story): readonly Document[] => ATTRIBUTES.slice(0, index % 7);
