// Answers at TOP's door: a signed call, a session, the fields asked for, and TOP's envelope around what they hold.

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { breakReply, send } from '../breakage.js';
import { TAOBAO_TOP_ACCOUNT, TAOBAO_TOP_PATH } from '../demo.js';
import { type Call, isRefusal, readCall, refuseCall, requestIds } from '../top/call.js';
import { toWire } from '../top/lists.js';
import { INVALID_SESSION, invalidArgument, missing, missingArgument, type Refusal } from '../top/refusal.js';
import { type Fields, keepFields, readFields } from './fields.js';
import { breakageOf } from './special.js';
import { syntheticTrade } from './synthetic/trade.js';
import { MEMBER_NAMES, type Trade } from './trade.js';
import { findTrade } from './trades.js';

export const METHOD = 'taobao.trade.fullinfo.get.customization';

const GREATEST_LONG = 2n ** 63n - 1n;

type Question = { readonly tid: string; readonly fields: Fields; readonly simplify: boolean };

export function playTaobao(server: FastifyInstance): void {
  const requestId = requestIds();
  server.post(TAOBAO_TOP_PATH, (request, reply) => answer(request, reply, requestId()));
}

function answer(request: FastifyRequest, reply: FastifyReply, requestId: string): FastifyReply {
  const refuse = (refusal: Refusal) => send(reply, { error_response: { ...refusal, request_id: requestId } });
  const call = readCall(request);
  if (isRefusal(call)) return refuse(call);
  const asked = refuseCall(call, METHOD, TAOBAO_TOP_ACCOUNT) ?? refuseSession(call) ?? readQuestion(call);
  if (isRefusal(asked)) return refuse(asked);
  const breakage = breakageOf(asked.tid);
  if (!breakage) {
    const trade = findTrade(asked.tid);
    return isRefusal(trade) ? refuse(trade) : send(reply, success(trade, asked, requestId));
  }
  const other = success(syntheticTrade(0), asked, requestId);
  switch (breakage) {
    case 'otherTrade':
      return send(reply, other);
    case 'noTrade':
      return send(reply, seal({ request_id: requestId }, asked));
    case 'noRoot':
      return send(reply, {});
    default:
      return breakReply(reply, breakage, other);
  }
}

function refuseSession(call: Call): Refusal | undefined {
  if (!call.get('session')) return missing(26, 'session');
  return call.get('session') === TAOBAO_TOP_ACCOUNT.sessionKey ? undefined : INVALID_SESSION;
}

function readQuestion(call: Call): Question | Refusal {
  const [fieldNames, tid] = [call.get('fields'), call.get('tid')];
  if (!fieldNames) return missingArgument('fields');
  if (!tid) return missingArgument('tid');
  if (!/^\d{1,19}$/.test(tid) || BigInt(tid) > GREATEST_LONG) return invalidArgument('tid', `not a Number: ${tid}`);
  const fields = readFields(fieldNames);
  if (isRefusal(fields)) return fields;
  return { tid: String(BigInt(tid)), fields, simplify: call.get('simplify') === 'true' };
}

/** Simplified replies have neither the root member nor wrapped lists. */
const seal = (answered: Readonly<Record<string, unknown>>, { simplify }: Question): unknown =>
  simplify ? answered : { trade_fullinfo_get_customization_response: answered };

function success({ document, empty }: Trade, asked: Question, requestId: string): unknown {
  const style = { lists: asked.simplify ? 'bare' : 'wrapped', empty } as const;
  const trade = toWire(keepFields(document, asked.fields), MEMBER_NAMES, style);
  return seal({ trade, request_id: requestId }, asked);
}
