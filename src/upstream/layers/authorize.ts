// Sees to it that a gateway is called with a token that it takes: renewed before its end, and once more where it is refused.
import type { Patience } from '../../credentials/gatewayTokens.js';
import { patienceMs } from '../patience.js';
import { pause, remainingMs } from '../requestScope.js';
import type { GatewayCall, GatewayLayer } from '../types.js';

export const createAuthorize = (): GatewayLayer => (next) => async (call) => {
  const { tokens } = call.shopGateway;
  if (tokens === undefined) return next(call);
  const patience = patienceOf(call);
  const waiting = tokens.prepare(patience);
  if (waiting) await waiting;
  let version = 0;
  const settings = () => {
    ({ version } = tokens.version());
    return tokens.settings();
  };
  const attempt = async () => {
    const document = await next({ ...call, settings });
    tokens.recordSuccess(version);
    return document;
  };
  try {
    return await attempt();
  } catch (fault) {
    if (!tokens.isTokenRefusal(fault)) throw fault;
    await tokens.replaceRefused(version, fault, patience);
  }
  try {
    return await attempt();
  } catch (fault) {
    throw tokens.isTokenRefusal(fault) ? tokens.stop(version, fault) : fault;
  }
};

function patienceOf(call: GatewayCall): Patience {
  const { scope } = call;
  const endsAt = performance.now() + patienceMs(call);
  return {
    remainingMs: () => Math.min(endsAt - performance.now(), remainingMs(scope)),
    pause: (ms) => pause(ms, scope, 'TOKEN'),
  };
}
