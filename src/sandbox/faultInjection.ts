// Fault injection: on request the sandbox's gateways are slow, drip, fail, reset connections, throttle or go down.

import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isObject } from '../common/object.js';
import { breakReply, send } from './breakage.js';
import { sandboxGateways } from './gateways.js';
import { randomFrom } from './random.js';

const TYPES: readonly string[] = sandboxGateways.map(({ type }) => type);

export interface FaultInjection {
  /** Milliseconds that every reply waits. */
  readonly latencyMs?: number;
  /** Milliseconds that it waits beyond these at most, at random. */
  readonly jitterMs?: number;
  /** The part of calls, 0 to 1, that meet HTTP 500. */
  readonly errorRate?: number;
  /** The part of calls whose connection is reset. */
  readonly resetRate?: number;
  /** Milliseconds between two pieces of 64 bytes of a reply. */
  readonly dripMs?: number;
  /** Every call meets HTTP 503. */
  readonly outage?: boolean;
  /** Calls a second beyond which HTTP 429 is answered. */
  readonly throttle?: number;
  /** The type of the gateway that has the faults; all of them when absent. */
  readonly gateway?: string;
  /** After how many seconds it ends by itself. */
  readonly seconds?: number;
  /** Where chance begins: the same seed and the same calls meet the same faults. */
  readonly seed?: number;
}

export const FAULT_INJECTION_PATH = '/sandbox/misbehave';

const isNumber = (value: unknown): boolean => typeof value === 'number' && value >= 0 && value <= 1e9;
const isRate = (value: unknown): boolean => isNumber(value) && Number(value) <= 1;

const RULES: { readonly [name in keyof FaultInjection]-?: readonly [(value: unknown) => boolean, string] } = {
  latencyMs: [isNumber, 'a number of milliseconds'],
  jitterMs: [isNumber, 'a number of milliseconds'],
  errorRate: [isRate, 'a number from 0 to 1'],
  resetRate: [isRate, 'a number from 0 to 1'],
  dripMs: [isNumber, 'a number of milliseconds'],
  outage: [(value) => typeof value === 'boolean', 'true or false'],
  throttle: [isNumber, 'a number of calls a second'],
  gateway: [(value) => TYPES.includes(String(value)), `one of ${TYPES.join(', ')}`],
  seconds: [isNumber, 'a number of seconds'],
  seed: [Number.isSafeInteger, 'an integer'],
};

/** @throws Error that says what is wrong with the text. */
export function parseFaultInjection(text: string): FaultInjection {
  const value = parse(text);
  for (const [name, member] of Object.entries(value)) {
    if (!Object.hasOwn(RULES, name)) throw new Error(`${name}: is none of ${Object.keys(RULES).join(', ')}`);
    const [holds, what] = RULES[name as keyof FaultInjection];
    if (!holds(member)) throw new Error(`${name}: must be ${what}`);
  }
  return value;
}

function parse(text: string): FaultInjection {
  try {
    const value: unknown = JSON.parse(text);
    if (isObject(value)) return value;
  } catch {
    // Reported below.
  }
  throw new Error('must be a JSON object');
}

/** What is injected at a gateway at the moment. */
interface ActiveFault {
  readonly what: FaultInjection;
  readonly endsAt: number;
  readonly random: () => number;
  /** Whether one more call in this second is too many. */
  readonly isTooMuch: () => boolean;
}

/** Adds fault injection to the server's gateways, and the address that sets it. */
export function injectFaults(server: FastifyInstance, atStart: FaultInjection): void {
  const activeByPath = new Map<string, ActiveFault>();

  function begin(what: FaultInjection): void {
    const { gateway, seconds = Number.POSITIVE_INFINITY, seed = 1, throttle } = what;
    const active = {
      what,
      endsAt: performance.now() + seconds * 1000,
      random: randomFrom(seed),
      isTooMuch: throttle === undefined ? () => false : counter(throttle),
    };
    for (const { type, path, list } of sandboxGateways) {
      if (gateway !== undefined && gateway !== type) continue;
      activeByPath.set(path, active);
      if (list) activeByPath.set(list.path, active);
    }
  }

  const activeFault = (path: string): ActiveFault | undefined => {
    const active = activeByPath.get(path);
    return active && performance.now() < active.endsAt ? active : undefined;
  };
  // Of a gateway whose calls go below its path, the route is that path and a star.
  const activeFaultOf = ({ routeOptions: { url = '' } }: FastifyRequest) => activeFault(url.replace(/\/\*$/, ''));

  begin(atStart);
  server.addHook('preHandler', async (request, reply) => {
    const active = activeFaultOf(request);
    return active && applyFaults(active, reply);
  });
  server.addHook('onSend', async (request, _reply, payload) => {
    const dripMs = activeFaultOf(request)?.what.dripMs;
    return dripMs && typeof payload === 'string' ? Readable.from(drops(Buffer.from(payload), dripMs)) : payload;
  });
  server.get(FAULT_INJECTION_PATH, async () => inEffect());
  server.post(FAULT_INJECTION_PATH, async ({ body }, reply) => {
    try {
      begin(parseFaultInjection(typeof body === 'string' && body.trim() !== '' ? body : '{}'));
    } catch (error) {
      return reply.code(400).send({ error: (error as Error).message });
    }
    return inEffect();
  });

  function inEffect(): { readonly [gateway: string]: FaultInjection } {
    return Object.fromEntries(
      sandboxGateways.flatMap(({ type, path }) => {
        const active = activeFault(path);
        return active ? [[type, active.what]] : [];
      }),
    );
  }
}

/** Delays a call, and may answer it; the gateway answers those that are left. */
async function applyFaults(
  { what, random, isTooMuch }: ActiveFault,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> {
  const { latencyMs = 0, jitterMs = 0, errorRate = 0, resetRate = 0, outage } = what;
  // Drawn at once, so that the faults of a call depend on its turn and not on how long others took.
  const [delay, error, reset] = [random(), random(), random()];
  const tooMuch = isTooMuch();
  const waitMs = latencyMs + jitterMs * delay;
  if (waitMs > 0) await sleep(waitMs);
  if (outage) return send(reply.code(503), { error: 'Service Unavailable' });
  if (tooMuch) return send(reply.code(429).header('retry-after', '1'), { error: 'Too Many Requests' });
  if (error < errorRate) return breakReply(reply, 'serverError', undefined);
  if (reset < resetRate) return breakReply(reply, 'reset', undefined);
  return undefined;
}

const DROP_BYTES = 64;

async function* drops(bytes: Buffer, dripMs: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += DROP_BYTES) {
    if (at > 0) await sleep(dripMs);
    yield bytes.subarray(at, at + DROP_BYTES);
  }
}

/** Whether a call comes on top of as many as are allowed in one second. */
function counter(allowed: number): () => boolean {
  const last: number[] = [];
  return () => {
    const now = performance.now();
    while (last[0] !== undefined && now - last[0] >= 1000) last.shift();
    if (last.length >= allowed) return true;
    last.push(now);
    return false;
  };
}
