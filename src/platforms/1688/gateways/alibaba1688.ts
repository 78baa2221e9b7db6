// ALIBABA_1688: orders through 1688's own open platform, as the seller or as the buyer whose access token it is.
import { IsOptional } from 'class-validator';
import { Fault } from '../../../common/fault.js';
import { GatewaySettings } from '../../../config/gatewaySettings.js';
import { Address, OneOf, SignedText } from '../../../config/rules.js';
import { Secret } from '../../../config/secret.js';
import { toText } from '../../../mapping/codec.js';
import { getter } from '../../../mapping/path.js';
import { camelWords, reference, snakeCase, snakeLetters } from '../../../mapping/spelling.js';
import type { OrderView } from '../../../order/enums.js';
import type { HttpRequest } from '../../../protocols/http.js';
import { buildRequest, parsePage, parseReply } from '../../../protocols/open1688.js';
import {
  AUTHORIZE_URL_1688,
  authorizeUrl1688,
  exchange1688,
  parseGrant1688,
  postpone1688,
  refresh1688,
} from '../../../protocols/tokens1688.js';
import type { GatewayDefinition, OrderQuery, WithUrl } from '../../gateway.js';
import { listReplyOf, type OrderList } from '../../orderList.js';
import type { TokenProtocol } from '../../tokenProtocol.js';
import { authorizeHostsWith } from '../authorizeHosts.js';
import { attributeKeysOf, BUYER_PATHS, WEB_SITES, type WebSite } from '../buyerSide.js';
import { DOMAIN_OF, document, subtreesBy } from '../document.js';
import { buyerListRules, listOrderIdIn, listParameters, sellerListRules } from '../list.js';
import { messages } from '../messages.js';
import { OPEN_BUYER_PATHS, OPEN_SELLER_PATHS } from '../openPaths.js';
import { SELLER_PATHS } from '../sellerSide.js';

const VIEWS = ['SELLER', 'BUYER'] as const satisfies readonly OrderView[];

/** The seller's detail interfaces, the one that its pages describe first. */
const SELLER_INTERFACES = ['alibaba.trade.ec.getOrder.sellerView', 'alibaba.trade.get.sellerView'] as const;

export class Alibaba1688Settings extends GatewaySettings {
  /** The application's key (AppKey) at open.1688.com. */
  @SignedText()
  readonly appKey!: string;

  /** The application's secret (AppSecret), which signs every call. */
  @Secret()
  @SignedText()
  readonly appSecret!: string;

  /** Token of the member's authorization; without one the shop is not authorized until it is connected. */
  @IsOptional()
  @Secret()
  @SignedText()
  readonly accessToken?: string | undefined;

  /** What the access token is renewed with. */
  @IsOptional()
  @Secret()
  @SignedText()
  readonly refreshToken?: string;

  /** The page where the member authorizes the application; default the platform's. */
  @IsOptional()
  @Address()
  readonly authorizeUrl?: string;

  /** Whose orders they are: those that the member has sold (SELLER) or bought (BUYER). */
  @OneOf(VIEWS)
  readonly view!: OrderView;

  /** Which of the seller's detail interfaces is called; default alibaba.trade.ec.getOrder.sellerView. */
  @OneOf(SELLER_INTERFACES)
  readonly interface: (typeof SELLER_INTERFACES)[number] = 'alibaba.trade.ec.getOrder.sellerView';

  /** Site the orders live on: 1688, or alibaba for the international one; default 1688. */
  @OneOf(WEB_SITES)
  readonly webSite: WebSite = '1688';

  /** The member whose token it is, such as b2b-1624961198: an order of anybody else's is then refused. */
  @IsOptional()
  @SignedText()
  readonly memberId?: string | undefined;
}

type Row = GatewayDefinition<Alibaba1688Settings>;

/** What an interface takes beside orderId and includeFields. */
type Takes = (query: OrderQuery, settings: Alibaba1688Settings) => Readonly<Record<string, string | undefined>>;

/** Its request of a part that has a parameter of its own, rather than a name in includeFields. */
const isFlag = (subtree: string): boolean => subtree.startsWith('need');

function requestOf(name: string, takes: Takes): Row['buildRequest'] {
  return (query, settings, clock) => {
    const domains = query.subtrees.filter((subtree) => !isFlag(subtree));
    const flags = query.subtrees.filter(isFlag);
    const parameters = {
      orderId: query.orderId,
      includeFields: (domains.length > 0 ? domains : document.subtrees.least).join(','),
      ...takes(query, settings),
      ...Object.fromEntries(flags.map((flag) => [flag, 'true'])),
    };
    return call(name, parameters, settings, clock);
  };
}

function call(
  name: string,
  parameters: Readonly<Record<string, string | undefined>>,
  { url, appKey, appSecret, accessToken }: WithUrl<Alibaba1688Settings>,
  clock: Date,
): HttpRequest {
  if (accessToken === undefined) throw notConnected();
  return buildRequest({ url, namespace: 'com.alibaba.trade', name, appKey, appSecret, accessToken, parameters }, clock);
}

/** Where nobody has seen to it before that there is one. */
const notConnected = (): Fault =>
  new Fault(
    'SHOP_NOT_AUTHORIZED',
    'The shop is not connected to 1688 yet: it has no access token.',
    {},
    { origin: 'local' },
  );

const spellings = [reference, camelWords, snakeLetters, snakeCase];

/** An access token lasts ten hours and a refresh token half a year; each refresh leaves earlier refresh tokens good. */
const tokens: TokenProtocol<Alibaba1688Settings> = {
  initial: ({ accessToken, refreshToken }) => ({ accessToken, refreshToken }),
  withToken: (settings, accessToken, account) => ({
    ...settings,
    accessToken,
    memberId: settings.memberId ?? account,
  }),
  renewAfter: 0.5,
  postponeBeforeMs: 30 * 86_400_000,
  authorizeUrl: ({ authorizeUrl = AUTHORIZE_URL_1688, ...application }, request) =>
    authorizeUrl1688(authorizeUrl, application, request),
  exchange: (settings, reply) => exchange1688(settings.url, settings, reply),
  refresh: (settings, refreshToken) => refresh1688(settings.url, settings, refreshToken),
  postpone: (settings, held) => postpone1688(settings.url, settings, held),
  parseGrant: parseGrant1688,
  isTokenRefusal: ({ code, details }) => code === 'SHOP_NOT_AUTHORIZED' && details.upstreamCode === '401',
  account: ({ memberId }) => memberId,
};

/** @param path where the document names the member whose side it shows */
function checkMember(path: string): Row['checkDocument'] {
  const memberIn = getter(path, { spellings });
  return (order, { memberId }) => {
    const found = toText(memberIn(order))?.trim();
    if (!memberId || !found || found === memberId) return;
    throw new Fault('UPSTREAM_MALFORMED', 'The gateway answered an order of another member than the token’s.', {
      retryable: false,
    });
  };
}

/** @param check of a row, as of a detail: whose order it is */
const listOf = (
  name: string,
  check: Row['checkDocument'],
  rules = sellerListRules,
): OrderList<Alibaba1688Settings> => ({
  ...rules,
  buildListRequest: (query, settings, clock) => call(name, listParameters(query, rules), settings, clock),
  parseListReply: (reply, query, settings) =>
    listReplyOf(parsePage(reply), query, listOrderIdIn, (row) => check?.(row, settings)),
});

const checkSeller = checkMember('baseInfo.sellerID');
const checkBuyer = checkMember('baseInfo.buyerID');

const common = {
  type: 'ALIBABA_1688',
  settings: Alibaba1688Settings,
  document,
  spellings,
  url: 'https://gw.open.1688.com/openapi',
  authorizeHosts: authorizeHostsWith('1688.com'),
  tokens,
  account: ({ appKey }: Alibaba1688Settings) => appKey,
  parseReply,
} as const;

const SELLER_DOMAINS = {
  ...DOMAIN_OF,
  'productItems.canSendGoods': 'CanSendCheck',
  'productItems.cantSendReason': 'CanSendCheck',
};

/** The interface that the seller's side was read by before; its page is gone, and clients still call it. */
const olderSellerRow: Row = {
  ...common,
  view: 'SELLER',
  checkDocument: checkSeller,
  list: listOf('alibaba.trade.getSellerOrderList', checkSeller),
  messages,
  documents: { also: [...SELLER_PATHS, ...OPEN_SELLER_PATHS] },
  subtrees: subtreesBy(SELLER_DOMAINS),
  buildRequest: requestOf('alibaba.trade.get.sellerView', (_query, { webSite }) => ({ webSite })),
};

const buyerRow: Row = {
  ...common,
  view: 'BUYER',
  checkDocument: checkBuyer,
  list: listOf('alibaba.trade.getBuyerOrderList', checkBuyer, buyerListRules),
  messages,
  documents: { also: [...BUYER_PATHS, ...OPEN_BUYER_PATHS] },
  subtrees: subtreesBy({ ...DOMAIN_OF, invoicingSettingModel: 'InvoicingSetting' }),
  buildRequest: requestOf('alibaba.trade.get.buyerView', (query, { webSite }) => {
    const attributeKeys = attributeKeysOf(query);
    return { webSite, attributeKeys: attributeKeys && JSON.stringify(attributeKeys), outOrderId: query.outOrderId };
  }),
};

export const ALIBABA_1688: Row = {
  ...common,
  view: 'SELLER',
  checkDocument: checkSeller,
  list: listOf('alibaba.trade.ec.getOrderList.sellerView', checkSeller),
  messages,
  documents: { also: [...SELLER_PATHS, ...OPEN_SELLER_PATHS] },
  subtrees: subtreesBy({
    ...SELLER_DOMAINS,
    'productItems.bizFenXiaoOutSubOrderInfoList': 'OutSubOrderInfo',
    sendGoodsOverdueRisk: 'needSendGoodsOverdueRisk',
    'productItems.deliverGoodsOverdueRisk': 'needDeliverGoodsOverdueRisk',
    outChannel: 'needOutChannel',
  }),
  variants: [olderSellerRow, buyerRow],
  rowFor: ({ view, interface: name }) =>
    view === 'BUYER' ? buyerRow : name === 'alibaba.trade.get.sellerView' ? olderSellerRow : ALIBABA_1688,
  buildRequest: requestOf('alibaba.trade.ec.getOrder.sellerView', () => ({})),
};
