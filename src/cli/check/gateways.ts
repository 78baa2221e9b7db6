// Checks the gateways of all shops: one call to each, with the token that a server would use.
import type { Fault, FaultCode } from '../../common/fault.js';
import type { Settings } from '../../config/index.js';
import { createRedactor, secretsOf } from '../../config/secrets.js';
import { blotWords } from '../../privacy/gatewayWords.js';
import { calledGateways, type StoredTokens } from '../calledGateways.js';
import type { Words } from '../language.js';
import type { Finding, State } from './finding.js';
import { type ProbeResult, probe } from './probe.js';

/** What no platform gives its orders as an id. */
const NO_ORDER = '1';

/** Past it, a warning: a clock that goes wrong goes on doing so. */
const WARNING_SKEW_MS = 30_000;

/** TOP's bound, which refuses calls beyond it. */
const FAILED_SKEW_MS = 600_000;

interface GatewayChecks {
  readonly settings: Settings;
  /** What a server has stored of tokens, where there is something. */
  readonly stored: StoredTokens | undefined;
  /** By shop: a real order to ask for, instead of one that there is not. */
  readonly orders: ReadonlyMap<string, string>;
}

/** A check for each gateway of each shop, not yet begun. */
export const gatewayChecks = ({ settings, stored, orders }: GatewayChecks): readonly (() => Promise<Finding>)[] =>
  calledGateways(settings, stored).map((called) => async (): Promise<Finding> => {
    const { shop, compiled } = called;
    const { definition } = compiled;
    const current = await called.settings();
    const orderId = orders.get(shop);
    const query = { orderId: orderId ?? NO_ORDER, subtrees: compiled.requestedSubtrees([]), attributeKeys: [] };
    const result = await probe({ definition, settings: current, query, timeoutMs: settings.deadlines.callMs });
    const judged = judge(result, {
      isKnown: orderId !== undefined,
      unknownOrderCodes: definition.unknownOrderCodes ?? [],
      redact: createRedactor(secretsOf(current)),
    });
    return { what: `${shop} ${definition.type}`, ...judged };
  });

/** Whoever refuses the order alone has taken the credentials. */
const OF_ORDER: ReadonlySet<FaultCode> = new Set(['ORDER_NOT_FOUND', 'ORDER_ARCHIVED', 'ORDER_ON_HOLD']);

interface JudgeOptions {
  /** Whether the order is one that there should be. */
  readonly isKnown: boolean;
  readonly unknownOrderCodes: readonly string[];
  readonly redact: (text: string) => string;
}

function judge({ fault, ms, skewMs }: ProbeResult, options: JudgeOptions): Omit<Finding, 'what'> {
  const skew = skewMs === undefined ? undefined : skewOf(skewMs);
  const call = fault === undefined ? answered(ms) : judgeFault(fault, ms, options);
  return {
    state: worse(call.state, skew?.state ?? 'OK'),
    words: skew ? joined(call.words, skew.words) : call.words,
  };
}

const answered = (ms: number): Omit<Finding, 'what'> => ({
  state: 'OK',
  words: { en: `answers in ${ms} ms`, zh: `${ms} 毫秒应答` },
});

function judgeFault(
  fault: Fault,
  ms: number,
  { isKnown, unknownOrderCodes, redact }: JudgeOptions,
): Omit<Finding, 'what'> {
  const { code, details, message } = fault;
  const isOfOrder = OF_ORDER.has(code) || unknownOrderCodes.includes(details.upstreamCode ?? '');
  if (isOfOrder && !isKnown) return answered(ms);
  const words = `${code}: ${blotWords(redact(details.upstreamMessage ?? message))}`;
  return { state: code === 'UPSTREAM_THROTTLED' ? 'WARNING' : 'FAILED', words: { en: words, zh: words } };
}

function skewOf(skewMs: number): Omit<Finding, 'what'> {
  const seconds = (skewMs / 1000).toFixed(1);
  const away = Math.abs(skewMs);
  return {
    state: away >= FAILED_SKEW_MS ? 'FAILED' : away >= WARNING_SKEW_MS ? 'WARNING' : 'OK',
    words: { en: `its clock is ${seconds} s from ours`, zh: `时钟相差 ${seconds} 秒` },
  };
}

const STATES: readonly State[] = ['OK', 'WARNING', 'FAILED'];

const worse = (one: State, other: State): State => (STATES.indexOf(one) > STATES.indexOf(other) ? one : other);

const joined = (first: Words, second: Words): Words => ({
  en: `${first.en}; ${second.en}`,
  zh: `${first.zh}；${second.zh}`,
});
