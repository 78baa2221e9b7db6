// Keeps retries a small part of all calls to a gateway, so that an outage is not multiplied.

/** A retry costs one token; every call earns a fifth of one. */
export interface RetryBudget {
  readonly earn: () => void;
  /** Takes a token; false where there is none. */
  readonly spend: () => boolean;
}

const EARNED = 0.2;
const MAX_TOKENS = 10;

export function createRetryBudget(): RetryBudget {
  let tokens = MAX_TOKENS;
  return {
    earn: () => {
      tokens = Math.min(MAX_TOKENS, tokens + EARNED);
    },
    spend: () => {
      if (tokens < 1) return false;
      tokens -= 1;
      return true;
    },
  };
}
