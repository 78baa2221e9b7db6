// What callers are told where a gateway has no token to be called with. These faults are of local origin: the shop's next
// gateway, which has a token of its own, is tried.
import { Fault } from '../common/fault.js';
import type { TokenGrant } from '../protocols/tokens.js';
import type { TokenState } from './tokenState.js';

interface Authorizable {
  /** Where the shop's owner can authorize the gateway, if we can say. */
  readonly authorizeUrl: string | undefined;
}

function wordsFor(state: TokenState): string {
  const { accessToken, refreshToken, isRevoked } = state.tokens();
  if (accessToken === undefined && refreshToken === undefined) return 'The shop has not authorized this gateway yet.';
  if (isRevoked || state.refusal()) return 'The platform does not accept the shop’s authorization any more.';
  return 'The shop’s authorization of this gateway has ended.';
}

/** There is no token, and none to be had before the shop's owner has authorized the gateway again. */
export function lapseFault(state: TokenState, { authorizeUrl }: Authorizable, cause?: Fault): Fault {
  const refused = cause ?? state.refusal()?.fault;
  const details = {
    upstreamCode: refused?.details.upstreamCode,
    upstreamMessage: refused?.details.upstreamMessage,
    requestId: cause?.details.requestId,
    retryable: false,
    authorizeUrl: authorizeUrl ?? refused?.details.authorizeUrl,
  };
  return new Fault('SHOP_NOT_AUTHORIZED', cause?.message ?? wordsFor(state), details, { origin: 'local', cause });
}

/** The token has ended, and the platform does not renew it at the moment. */
export const unrenewableFault = (state: TokenState): Fault =>
  new Fault(
    'UPSTREAM_UNAVAILABLE',
    'The shop’s access token has ended, and its platform does not renew it at the moment.',
    { retryable: true, upstreamCode: state.failure()?.code },
    { origin: 'local' },
  );

/** @throws Fault where tokens are not those of the account that the shop is. */
export function refuseOtherAccount(known: string | undefined, { account }: TokenGrant): void {
  if (account === undefined) throw new Fault('UPSTREAM_MALFORMED', 'The platform does not say whose account it is.');
  if (known === undefined || known === account) return;
  throw new Fault('FORBIDDEN', 'This is another account than the shop’s.', {}, { origin: 'local' });
}
