// Reads a call to TOP or the Qimen cloud and checks all that the two have in common: who calls, when, and the signature.

import type { FastifyRequest } from 'fastify';
import { INVALID_APP_KEY, invalid, invalidArgument, missing, missingArgument, type Refusal } from './refusal.js';
import { isSignMethod, signatureOf } from './signature.js';

/** Parameters of the query string and of the form, together: either may hold any of them. */
export type Call = ReadonlyMap<string, string>;

type Application = { readonly appKey: string; readonly appSecret: string };

const TIMESTAMP = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})$/;
const CLOCK_TOLERANCE = 600_000;

/** Every parameter, each sent once; a refusal when one is sent twice. */
export function readCall(request: FastifyRequest): Call | Refusal {
  const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false;
  const query = request.url.split('?').slice(1).join('?');
  const form = isForm && typeof request.body === 'string' ? request.body : '';
  const parameters = [...new URLSearchParams(query), ...new URLSearchParams(form)];
  const call = new Map(parameters);
  if (call.size === parameters.length) return call;
  const names = parameters.map(([name]) => name);
  return invalidArgument(names.find((name, place) => names.indexOf(name) !== place) ?? '', 'sent more than once');
}

export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && 'code' in value;

/** What TOP and Qimen check of every call, in TOP's order; undefined when all is well. */
export function refuseCall(
  call: Call,
  methods: readonly string[],
  application: Application,
  now: () => number,
): Refusal | undefined {
  return (
    refuseCaller(call, methods, application) ??
    refuseTimestamp(call, now()) ??
    refuseForm(call) ??
    refuseSign(call, application)
  );
}

function refuseCaller(call: Call, methods: readonly string[], { appKey }: Application): Refusal | undefined {
  if (!call.get('app_key')) return missing(28, 'app key');
  if (call.get('app_key') !== appKey) return INVALID_APP_KEY;
  if (!call.get('method')) return missing(21, 'method');
  return methods.includes(call.get('method') ?? '') ? undefined : invalid(22, 'method');
}

function refuseTimestamp(call: Call, now: number): Refusal | undefined {
  const timestamp = call.get('timestamp');
  if (!timestamp) return missing(30, 'timestamp');
  const [, day, time] = TIMESTAMP.exec(timestamp) ?? [];
  const away = Math.abs(now - Date.parse(`${day}T${time}+08:00`));
  // Written so that a timestamp that is no time is refused too.
  return away <= CLOCK_TOLERANCE ? undefined : invalid(31, 'timestamp');
}

/** The sandbox writes JSON only; the original falls back on XML when no format is named. */
function refuseForm(call: Call): Refusal | undefined {
  if (!call.get('v')) return missing(32, 'version');
  if (call.get('v') !== '2.0') return { code: 34, msg: 'Unsupported version' };
  return call.get('format') === 'json' ? undefined : invalid(23, 'format');
}

function refuseSign(call: Call, { appSecret }: Application): Refusal | undefined {
  const sign = call.get('sign');
  const signMethod = call.get('sign_method');
  if (!sign) return missing(24, 'signature');
  if (!signMethod) return missingArgument('sign_method');
  if (!isSignMethod(signMethod)) return invalidArgument('sign_method', 'md5, hmac or hmac-sha256');
  return sign === signatureOf(call, signMethod, appSecret) ? undefined : invalid(25, 'signature');
}

/** An id for each reply, as the originals give one: letters and digits, here in order. */
export function requestIds(): () => string {
  let answered = 0;
  return () => `sandbox${(answered++).toString(36).padStart(6, '0')}`;
}
