// TAOBAO_TOP's endpoint: a signed call, a session, the fields asked for, and TOP's envelope around what they hold.

import type { FastifyReply, FastifyRequest } from 'fastify';
import { breakReply, send } from '../../breakage.js';
import type { EndpointOptions, SandboxGateway } from '../../gateway.js';
import { sendRecorded } from '../../replay.js';
import { TAOBAO_APPLICATION } from '../../top/applications.js';
import { type Call, isRefusal, readCall, refuseCall, requestIds } from '../../top/call.js';
import { toWire } from '../../top/lists.js';
import { createMessageMethods, isMessageCall } from '../../top/messages.js';
import {
  INVALID_SESSION,
  invalidArgument,
  missing,
  missingArgument,
  type Refusal,
  TOO_OFTEN,
} from '../../top/refusal.js';
import { sampleTrade } from '../documented/trade.js';
import { EVERY_FIELD, type Fields, keepFields, readFields } from '../fields.js';
import { messageForm } from '../ledgerMessages.js';
import { LEDGER_IDS, ledgerTrade } from '../ledgerTrade.js';
import { breakageOf } from '../special.js';
import { outlineAt } from '../synthetic/outline.js';
import { syntheticId, syntheticTrade } from '../synthetic/trade.js';
import { MEMBER_NAMES, type Trade } from '../trade.js';
import { LIST_METHODS, listOf } from '../tradeList.js';
import { findTrade } from '../trades.js';

const METHOD = 'taobao.trade.fullinfo.get.customization';

const account = {
  ...TAOBAO_APPLICATION,
  sessionKey: 'sandbox-taobao-top-session',
  signMethod: 'hmac-sha256',
} as const;

/** Of the platform's authorization server. */
const AUTHORIZE_PATH = '/authorize';
const TOKEN_PATH = '/token';

const GREATEST_LONG = 2n ** 63n - 1n;

interface TradeQuery extends ReplyForm {
  readonly tid: string;
}

/** How much of a trade a reply has, and how it is written. */
interface ReplyForm {
  readonly fields: Fields;
  readonly simplify: boolean;
}

export const taobaoTop = {
  type: 'TAOBAO_TOP',
  platform: 'TAOBAO',
  path: '/router/rest',
  shop: { id: 'flagship', name: 'Flagship Store' },
  account,
  documented: { '2231958349': { document: sampleTrade, empty: 'absent' } },
  syntheticId,
  outlineAt,
  wholeReply: (index) => success(syntheticTrade(index), { fields: EVERY_FIELD, simplify: false }, ''),
  authorization: {
    authorizePath: AUTHORIZE_PATH,
    tokenPath: TOKEN_PATH,
    addresses: { authorizeUrl: AUTHORIZE_PATH, tokenUrl: TOKEN_PATH },
    pageParameters: { response_type: 'code' },
    codeSeconds: 1_800,
    tokenSeconds: 86_400,
    member: '2200612345678',
    otherMember: '2200687654321',
    answerOf: ({ accessToken, refreshToken, member }, seconds) => ({
      access_token: accessToken,
      token_type: 'Bearer',
      expires_in: seconds,
      refresh_token: refreshToken,
      re_expires_in: seconds,
      taobao_user_id: member,
    }),
  },
  ledgerIds: LEDGER_IDS,
  messageForm: () => messageForm,
  createEndpoint(options) {
    const { messages, now, isIssued } = options;
    const requestId = requestIds();
    const isSession = (key: string): boolean => key === account.sessionKey || isIssued(key);
    const answerMessages = createMessageMethods(messages, now, isSession);
    return (request, reply) => answer(request, reply, requestId(), { ...options, answerMessages });
  },
} as const satisfies SandboxGateway<Trade>;

function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  requestId: string,
  options: EndpointOptions<Trade> & { readonly answerMessages: ReturnType<typeof createMessageMethods> },
): FastifyReply {
  const { documented, isIssued, ledger, now } = options;
  const refuse = (refusal: Refusal) => send(reply, { error_response: { ...refusal, request_id: requestId } });
  const call = readCall(request);
  if (isRefusal(call)) return refuse(call);
  if (ledger && isMessageCall(call)) {
    const answered = options.answerMessages(call, requestId);
    return isRefusal(answered) ? refuse(answered) : send(reply, answered);
  }
  const refused =
    refuseCall(call, ledger ? [METHOD, ...LIST_METHODS] : [METHOD], account, now) ?? refuseSession(call, isIssued);
  if (refused) return refuse(refused);
  if (ledger?.strikes(ledger.chaos.throttled)) return refuse(TOO_OFTEN);
  const shop = ledger?.shopOf('TAOBAO_TOP');
  if (ledger && shop && call.get('method') !== METHOD) {
    const list = listOf(call, ledger, shop, requestId);
    return isRefusal(list) ? refuse(list) : send(reply, list);
  }
  const query = readQuery(call);
  if (isRefusal(query)) return refuse(query);
  const recorded = options.findRecorded(query.tid, call.get('fields')?.split(',') ?? []);
  if (recorded) return sendRecorded(reply, recorded);
  const breakage = breakageOf(query.tid);
  if (!breakage) {
    const living = shop?.find(query.tid);
    const trade = living ? ledgerTrade(living) : findTrade(query.tid, documented, now());
    return isRefusal(trade) ? refuse(trade) : send(reply, success(trade, query, requestId));
  }
  const other = success(syntheticTrade(0), query, requestId);
  switch (breakage) {
    case 'otherTrade':
      return send(reply, other);
    case 'noTrade':
      return send(reply, envelope({ request_id: requestId }, query));
    case 'noRoot':
      return send(reply, {});
    default:
      return breakReply(reply, breakage, other);
  }
}

function refuseSession(call: Call, isIssued: (token: string) => boolean): Refusal | undefined {
  const session = call.get('session');
  if (!session) return missing(26, 'session');
  return session === account.sessionKey || isIssued(session) ? undefined : INVALID_SESSION;
}

function readQuery(call: Call): TradeQuery | Refusal {
  const [fieldNames, tid] = [call.get('fields'), call.get('tid')];
  if (!fieldNames) return missingArgument('fields');
  if (!tid) return missingArgument('tid');
  if (!/^\d{1,19}$/.test(tid) || BigInt(tid) > GREATEST_LONG) return invalidArgument('tid', `not a Number: ${tid}`);
  const fields = readFields(fieldNames);
  if (isRefusal(fields)) return fields;
  return { tid: String(BigInt(tid)), fields, simplify: call.get('simplify') === 'true' };
}

/** Simplified replies have neither the root member nor wrapped lists. */
const envelope = (answered: Readonly<Record<string, unknown>>, { simplify }: ReplyForm): unknown =>
  simplify ? answered : { trade_fullinfo_get_customization_response: answered };

function success({ document, empty }: Trade, query: ReplyForm, requestId: string): unknown {
  const style = { lists: query.simplify ? 'bare' : 'wrapped', empty } as const;
  const trade = toWire(keepFields(document, query.fields), MEMBER_NAMES, style);
  return envelope({ trade, request_id: requestId }, query);
}
