// The one way to gateways: a POST, its reply as text, every failure of the way named. The transport can be chosen.
import { Fault, type FaultCode } from '../../common/fault.js';
import type { TransportName } from '../../config/environment.js';
import type { HttpReply, HttpRequest } from '../../protocols/http.js';
import { type Cancellation, withTimeout } from '../cancellation.js';
import type { OnSent } from '../state/rateLimiter.js';
import { MAX_REPLY_BYTES, TransportError } from './transport.js';

/** Posts a request and answers the reply; calls onSent when all of the request has gone out. */
export type Post = (
  request: HttpRequest,
  timeoutMs: number,
  cancellation: Cancellation,
  onSent?: OnSent,
) => Promise<HttpReply>;

/** Each loads its library when it is chosen. */
const TRANSPORTS = {
  'node-fetch': async () => (await import('./nodeFetch.js')).createNodeFetchTransport(),
  undici: async () => (await import('./undici.js')).createUndiciTransport(),
} as const satisfies Readonly<Record<TransportName, unknown>>;

interface PostConnection {
  readonly post: Post;
  readonly close: () => Promise<void>;
}

/** A redirect is a failure: credentials go to the configured address and nowhere else. */
export async function createPost(name: TransportName): Promise<PostConnection> {
  const { send, close } = await TRANSPORTS[name]();
  return {
    async post(request, timeoutMs, outer, onSent) {
      const { cancellation, release } = withTimeout(timeoutMs, outer);
      try {
        return await send(request, cancellation, onSent);
      } catch (error) {
        if (cancellation.isCancelled) throw timedOut(timeoutMs, error);
        throw isOurMistake(error) ? error : faultFrom(error);
      } finally {
        release();
      }
    },
    close,
  };
}

const timedOut = (timeoutMs: number, cause: unknown): Fault =>
  new Fault('UPSTREAM_TIMEOUT', `The gateway did not answer within ${Math.round(timeoutMs)} ms.`, {}, { cause });

/** What Node and undici call a request that nobody can send: a defect, which says nothing of the gateway. */
const UNSENDABLE = /^(?:ERR_INVALID_|ERR_HTTP_INVALID_|UND_ERR_INVALID_ARG)/;

const isOurMistake = (error: unknown): boolean => UNSENDABLE.test(String((error as NodeJS.ErrnoException).code));

const TRANSPORT_FAULTS: { readonly [why in TransportError['why']]: readonly [FaultCode, string] } = {
  TOO_LONG: ['UPSTREAM_MALFORMED', `The gateway's answer is longer than ${MAX_REPLY_BYTES} bytes.`],
  UNREADABLE: ['UPSTREAM_MALFORMED', "The gateway's answer is not in the charset or the compression that it names."],
  REDIRECT: ['UPSTREAM_UNAVAILABLE', 'The gateway answered with a redirect, which is never followed.'],
};

function faultFrom(cause: unknown): Fault {
  if (cause instanceof TransportError) {
    const [code, message] = TRANSPORT_FAULTS[cause.why];
    return new Fault(code, message, {}, { cause });
  }
  const { code } = cause as NodeJS.ErrnoException;
  const message = `The gateway cannot be reached${code ? ` (${code})` : ''}.`;
  return new Fault('UPSTREAM_UNAVAILABLE', message, {}, { cause });
}
