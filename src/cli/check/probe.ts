// One call to one gateway with its credentials: how long it took, what came of it, and how far the two clocks are apart.
import { Fault } from '../../common/fault.js';
import type { GatewaySettings } from '../../config/gatewaySettings.js';
import type { GatewayDefinition, OrderQuery, WithUrl } from '../../platforms/gateway.js';

export interface ProbeResult {
  /** Undefined: the order came. */
  readonly fault: Fault | undefined;
  readonly ms: number;
  /** What the gateway sent; undefined where nothing came. */
  readonly reply: { readonly status: number; readonly text: string } | undefined;
  /** How much the gateway's clock is ahead, by its header Date, in milliseconds; undefined where it sent none. */
  readonly skewMs: number | undefined;
}

interface ProbeTarget {
  readonly definition: GatewayDefinition;
  readonly settings: WithUrl<GatewaySettings>;
  readonly query: OrderQuery;
  readonly timeoutMs: number;
}

/** A header tells whole seconds, which began half of one ago on average. */
const HALF_SECOND = 500;

export async function probe({ definition, settings, query, timeoutMs }: ProbeTarget): Promise<ProbeResult> {
  const startedAt = Date.now();
  const { url, headers, body } = definition.buildRequest(query, settings, new Date());
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(url, { method: 'POST', headers, body, redirect: 'error', signal });
    const receivedAt = Date.now();
    const text = await response.text();
    const ms = Date.now() - startedAt;
    const date = Date.parse(response.headers.get('date') ?? '');
    const skewMs = Number.isNaN(date) ? undefined : date + HALF_SECOND - (startedAt + receivedAt) / 2;
    const retryAfter = response.headers.get('retry-after') ?? undefined;
    const reply = { status: response.status, retryAfter, text, receivedAt: new Date() };
    return { fault: faultOf(() => definition.parseReply(reply)), ms, skewMs, reply };
  } catch (error) {
    return { fault: faultOfWay(error, timeoutMs), ms: Date.now() - startedAt, skewMs: undefined, reply: undefined };
  }
}

/** @throws what is no fault of the gateway */
function faultOf(parse: () => unknown): Fault | undefined {
  try {
    parse();
    return undefined;
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
}

/** @throws what says nothing of the way */
function faultOfWay(error: unknown, timeoutMs: number): Fault {
  const { name, cause } = error as Error & { readonly cause?: NodeJS.ErrnoException };
  if (name === 'TimeoutError') {
    return new Fault('UPSTREAM_TIMEOUT', `The gateway did not answer within ${timeoutMs} ms.`);
  }
  if (cause === undefined) throw error;
  return new Fault('UPSTREAM_UNAVAILABLE', `The gateway cannot be reached (${cause.code ?? cause.message}).`);
}
