// Faults: why something could not be answered, in one closed set for all gateways, which callers can branch on.

/** Every value that `extensions.code` of an error can have. */
export type FaultCode =
  | 'BAD_USER_INPUT'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'SHOP_NOT_FOUND'
  | 'ORDER_NOT_FOUND'
  | 'ORDER_ARCHIVED'
  | 'ORDER_ON_HOLD'
  | 'SHOP_NOT_AUTHORIZED'
  | 'API_NOT_ENTITLED'
  | 'QUOTA_EXHAUSTED'
  | 'UPSTREAM_BAD_REQUEST'
  | 'UPSTREAM_THROTTLED'
  | 'UPSTREAM_TIMEOUT'
  | 'UPSTREAM_UNAVAILABLE'
  | 'UPSTREAM_MALFORMED'
  | 'CIRCUIT_OPEN'
  | 'DEADLINE_EXCEEDED'
  | 'COST_LIMIT'
  | 'RATE_LIMITED'
  | 'INDEX_UNAVAILABLE'
  | 'CURSOR_EXPIRED'
  // Nobody meets it: the caller has hung up. It stands where a fault is passed on, and in the log.
  | 'CANCELLED'
  // Searches by person need pii:search. What is read of people comes masked instead.
  | 'PII_SCOPE_REQUIRED';

export interface FaultDetails {
  /** The gateway's own code and words. */
  readonly upstreamCode?: string | undefined;
  readonly upstreamMessage?: string | undefined;
  /** Whether the same call may succeed later. */
  readonly retryable?: boolean | undefined;
  /** How long to wait before that, in milliseconds, where the gateway says. */
  readonly retryAfterMs?: number | undefined;
  /** Where the shop's owner can authorize the gateway again. */
  readonly authorizeUrl?: string | undefined;
  /** The gateway's id of the request. */
  readonly requestId?: string | undefined;
  /** Who was asked, and for what. */
  readonly gateway?: string | undefined;
  readonly shop?: string | undefined;
  readonly orderId?: string | undefined;
}

const RETRYABLE: ReadonlySet<FaultCode> = new Set([
  'UPSTREAM_THROTTLED',
  'UPSTREAM_TIMEOUT',
  'UPSTREAM_UNAVAILABLE',
  'UPSTREAM_MALFORMED',
  'CIRCUIT_OPEN',
  'DEADLINE_EXCEEDED',
  'RATE_LIMITED',
  'INDEX_UNAVAILABLE',
]);

/** Where a fault arose: at the gateway, or on our side before the gateway was reached. */
export type FaultOrigin = 'gateway' | 'local';

export interface FaultOptions {
  /** Default gateway. */
  readonly origin?: FaultOrigin;
  /**
   * The error that it was made of: for the log, never for callers. None of JSON.parse, whose words repeat a part of what it
   * was given.
   */
  readonly cause?: unknown;
}

/** A named failure. Whatever else is thrown is a defect of ours. */
export class Fault extends Error {
  override readonly name = 'Fault';
  readonly details: FaultDetails & { readonly retryable: boolean };
  readonly origin: FaultOrigin;

  constructor(
    readonly code: FaultCode,
    message: string,
    details: FaultDetails = {},
    { origin = 'gateway', cause }: FaultOptions = {},
  ) {
    super(message, cause === undefined ? undefined : { cause });
    this.details = { ...details, retryable: details.retryable ?? RETRYABLE.has(code) };
    this.origin = origin;
  }

  /** What a GraphQL error says of it. */
  get extensions(): Record<string, unknown> {
    return { code: this.code, ...this.details };
  }

  /** The error behind the fault that is none itself. */
  get rootCause(): unknown {
    return this.cause instanceof Fault ? this.cause.rootCause : this.cause;
  }

  /** The same fault, knowing more. Its cause is this one, whose stack says where the fault arose. */
  with(details: FaultDetails): Fault {
    const { code, message, origin } = this;
    const { stackTraceLimit } = Error;
    // A stack of its own would only say who copied it, and take longer than all the rest.
    Error.stackTraceLimit = 0;
    try {
      return new Fault(code, message, { ...this.details, ...details }, { origin, cause: this });
    } finally {
      Error.stackTraceLimit = stackTraceLimit;
    }
  }
}
