// How a gateway's authorization stands, in the schema's words.
import type { Clock } from '../common/clock.js';
import type { AuthorizationState } from '../order/enums.js';
import type { GatewayAuthorization } from '../order/shop.js';
import type { TokenState } from './tokenState.js';

/** A token that nobody can renew is said to expire from so long before its end. */
const NOTICE_MS = 86_400_000;

export function authorizationOf(state: TokenState, now: Clock): GatewayAuthorization {
  const { expiresAt, renewedAt, isRevoked } = state.tokens();
  const isRefused = state.refusal() !== undefined;
  return {
    state: stateOf(state, now().getTime()),
    expiresAt: dateOf(expiresAt),
    renewedAt: dateOf(renewedAt),
    fault: isRevoked || (isRefused && !mayRecover(state)) ? 'SHOP_NOT_AUTHORIZED' : (state.failure()?.code ?? null),
  };
}

const mayRecover = (state: TokenState): boolean => state.canRenew() && !state.hasFailedFresh();

function stateOf(state: TokenState, instant: number): AuthorizationState {
  const { accessToken, refreshToken, expiresAt, isRevoked } = state.tokens();
  if (isRevoked) return 'REVOKED';
  if (accessToken === undefined && refreshToken === undefined) return 'NOT_AUTHORIZED';
  if (state.refusal() !== undefined) return mayRecover(state) ? 'EXPIRED' : 'REVOKED';
  if (!state.isUsable()) return 'EXPIRED';
  if (state.failure() !== undefined) return 'EXPIRING';
  const endsSoon = expiresAt !== undefined && expiresAt - instant < NOTICE_MS;
  return endsSoon && !state.canRenew() ? 'EXPIRING' : 'AUTHORIZED';
}

const dateOf = (instant: number | undefined): Date | null => (instant === undefined ? null : new Date(instant));
