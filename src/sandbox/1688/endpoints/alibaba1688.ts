// ALIBABA_1688's endpoint: 1688's own open platform, with signed forms, the seller's view and the buyer's.

import type { FastifyReply } from 'fastify';
import { reference } from '../../../mapping/spelling.js';
import { breakReply, send } from '../../breakage.js';
import type { SandboxGateway } from '../../gateway.js';
import type { Ledger } from '../../ledger/ledger.js';
import type { LedgerMessages } from '../../ledger/messages.js';
import type { LedgerShop } from '../../ledger/shop.js';
import { sendRecorded } from '../../replay.js';
import type { Order } from '../document.js';
import { alibaba1688Sample } from '../documented/alibaba1688.js';
import { LEDGER_IDS, ledgerDocument, MEMBERS } from '../ledgerDocument.js';
import { messageFormOf } from '../ledgerMessages.js';
import { type OpenListQuery, type OpenMessageQuery, type OpenQuery, readOpenCall } from '../open/call.js';
import { answerMessageCall } from '../open/messages.js';
import { keepParts } from '../open/parts.js';
import {
  API_UNSUPPORTED,
  isOpenRefusal,
  NO_SUCH_ORDER,
  NOT_AUTHORIZED,
  type OpenRefusal,
  paramInvalid,
  SPECIAL_OPEN_ORDERS,
  TOO_OFTEN,
} from '../open/refusals.js';
import { listOf } from '../orderList.js';
import { findOrder } from '../orders.js';
import { type Envelope, type ReplyProtocol, replyWith, wholeReplyOf } from '../reply.js';
import { type Breakage, breakageOf } from '../special.js';
import { syntheticId, syntheticOrder } from '../synthetic/order.js';
import { outlineAt } from '../synthetic/outline.js';
import type { View } from '../view.js';

const account = {
  appKey: '1000001',
  appSecret: 'sandbox-alibaba-1688-secret',
  accessToken: 'sandbox-alibaba-1688-token',
  refreshToken: 'sandbox-alibaba-1688-refresh-token',
  view: 'SELLER',
} as const;

const REPLIES: { readonly [view in View]: ReplyProtocol } = {
  seller: {
    view: 'seller',
    spelling: reference,
    longs: 'exact',
    buildReply: ({ result, retCodes, success }) => ({ result, success, ...(retCodes.length > 0 && { retCodes }) }),
  },
  buyer: {
    view: 'buyer',
    spelling: reference,
    longs: 'exact',
    buildReply: ({ result, success }) => ({ result, success }),
  },
};

function envelopeOf({ document, retCodes }: Order, query: OpenQuery): Envelope {
  const order = { document: keepParts(document, query.parts), retCodes };
  return replyWith(REPLIES[query.view], order, query, query.parts.subtrees);
}

const refuse = ({ httpStatus = 200, envelope }: OpenRefusal, reply: FastifyReply): FastifyReply =>
  send(reply.code(httpStatus), envelope);

function fail(breakage: Breakage, query: OpenQuery, reply: FastifyReply): FastifyReply {
  const other = () => envelopeOf(syntheticOrder(0), query);
  switch (breakage) {
    case 'unsuccessful':
      return send(reply, { result: null, success: 'false' });
    case 'otherOrder':
      return send(reply, other());
    case 'noData':
      return send(reply, { success: 'true' });
    default:
      return breakReply(reply, breakage, other());
  }
}

/** The list for buyers says neither whether it succeeded nor anything else beside its page. */
function sendList(query: OpenListQuery, ledger: Ledger, shop: LedgerShop, reply: FastifyReply): FastifyReply {
  const page = listOf(query.list, REPLIES[query.view], ledger, shop);
  if (typeof page === 'string') return refuse(paramInvalid(page), reply);
  return send(reply, query.view === 'seller' ? { ...page, success: true } : page);
}

function sendMessages(query: OpenMessageQuery, messages: LedgerMessages, reply: FastifyReply): FastifyReply {
  const queue = messages.get('ALIBABA_1688');
  if (!queue) return refuse(API_UNSUPPORTED, reply);
  const answered = answerMessageCall(query.messages, query.parameters, queue, MEMBERS.seller);
  return isOpenRefusal(answered) ? refuse(answered, reply) : send(reply, answered);
}

/** Of the platform's authorization server. */
const AUTHORIZE_PATH = '/oauth/authorize';

const HALF_A_YEAR_MS = 180 * 86_400_000;
const BEIJING_MS = 8 * 3_600_000;

/** yyyyMMddHHmmssSSS and Beijing's offset. */
const timeText = (instant: number): string => `${new Date(instant + BEIJING_MS).toISOString().replace(/\D/g, '')}+0800`;

export const alibaba1688 = {
  type: 'ALIBABA_1688',
  platform: 'ALIBABA_1688',
  path: '/openapi',
  below: true,
  shop: { id: 'maker', name: 'Maker Workshop' },
  account,
  documented: { '2198765432109876520': { document: alibaba1688Sample, retCodes: ['BUYER_ENCRYPT'] } },
  syntheticId,
  outlineAt,
  wholeReply: wholeReplyOf(REPLIES.seller),
  authorization: {
    authorizePath: AUTHORIZE_PATH,
    tokenPath: `/openapi/http/1/system.oauth2/getToken/${account.appKey}`,
    postponePath: `/openapi/param2/1/system.oauth2/postponeToken/${account.appKey}`,
    addresses: { authorizeUrl: AUTHORIZE_PATH },
    pageParameters: { site: '1688' },
    codeSeconds: 120,
    tokenSeconds: 36_000,
    // The seller of the order that the documentation shows.
    member: 'b2b-2200000000002',
    otherMember: 'b2b-2200000000003',
    refreshTokens: { [account.refreshToken]: 'b2b-2200000000002' },
    answerOf: ({ accessToken, refreshToken, member }, seconds) => ({
      aliId: member.replace(/\D/g, ''),
      memberId: member,
      access_token: accessToken,
      expires_in: String(seconds),
      refresh_token: refreshToken,
      refresh_token_timeout: timeText(Date.now() + HALF_A_YEAR_MS),
    }),
  },
  ledgerIds: LEDGER_IDS.seller,
  messageForm: ({ chaos }) => messageFormOf(chaos.roundedIds),
  createEndpoint:
    ({ documented, isIssued, findRecorded, ledger, messages, now }) =>
    (request, reply) => {
      const isGranted = (token: string) => token === account.accessToken || isIssued(token);
      const query = readOpenCall(request, account, isGranted, ledger !== undefined);
      if ('envelope' in query) return refuse(query, reply);
      if (ledger?.strikes(ledger.chaos.throttled)) return refuse(TOO_OFTEN, reply);
      if ('messages' in query) return sendMessages(query, messages, reply);
      if (ledger?.strikes(ledger.chaos.unauthorized)) return refuse(NOT_AUTHORIZED, reply);
      const shop = ledger?.shopOf('ALIBABA_1688');
      if ('list' in query)
        return ledger && shop ? sendList(query, ledger, shop, reply) : refuse(API_UNSUPPORTED, reply);
      const recorded = findRecorded(query.orderId, [...query.parts.subtrees]);
      if (recorded) return sendRecorded(reply, recorded);
      const refusal = SPECIAL_OPEN_ORDERS[query.orderId];
      if (refusal) return refuse(refusal, reply);
      const breakage = breakageOf(query.orderId);
      if (breakage) return fail(breakage, query, reply);
      const living = shop?.find(query.orderId);
      const order = living
        ? { document: ledgerDocument(living, 'seller'), retCodes: [] }
        : findOrder(query.orderId, documented, { view: query.view, now: now() });
      return order ? send(reply, envelopeOf(order, query)) : refuse(NO_SUCH_ORDER, reply);
    },
} as const satisfies SandboxGateway<Order>;
