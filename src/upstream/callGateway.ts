// Calls a gateway in the background for something other than one order, such as a page of a list: through the same circuit,
// queue and tokens as everything else, and tried once. Whoever calls decides what follows from a fault.
import type { Clock } from '../common/clock.js';
import { Fault } from '../common/fault.js';
import type { GatewaySettings } from '../config/gatewaySettings.js';
import type { WithUrl } from '../platforms/gateway.js';
import type { HttpRequest, ReceivedReply } from '../protocols/http.js';
import { withKnownLink } from './authorizeLink.js';
import { withTimeout } from './cancellation.js';
import { countFault, timed } from './counts.js';
import { createAuthorize } from './layers/authorize.js';
import { createCircuitBreaker } from './layers/circuitBreaker.js';
import { createRateLimit } from './layers/rateLimit.js';
import { redactFault } from './redactFault.js';
import { expiryOf, isExpired } from './requestScope.js';
import type { UpstreamLog } from './state/outageLog.js';
import type { Post } from './transports/index.js';
import type { GatewayCall, ShopGateway } from './types.js';

/** What a gateway is called for. */
export interface GatewayQuestion<Result> {
  readonly buildRequest: (settings: WithUrl<GatewaySettings>, clock: Date) => HttpRequest;
  /** @throws Fault that the reply says. */
  readonly parseReply: (reply: ReceivedReply, settings: WithUrl<GatewaySettings>) => Result | Promise<Result>;
}

/**
 * @throws Fault that the gateway answers with, or why it was not called.
 */
export type CallGateway = <Result>(shopGateway: ShopGateway, question: GatewayQuestion<Result>) => Promise<Result>;

interface CallOptions {
  readonly post: Post;
  /** How long one call may take, and with its waiting for a token and for its turn. */
  readonly callMs: number;
  readonly requestMs: number;
  readonly now: Clock;
  readonly log: UpstreamLog;
  /** Its name in the queues of gateways, where callers take turns. */
  readonly caller: string;
}

export function createCallGateway({ post, callMs, requestMs, now, log, caller }: CallOptions): CallGateway {
  const authorize = createAuthorize();
  const breakCircuit = createCircuitBreaker();
  const takeTurn = createRateLimit();

  const send =
    <Result>({ buildRequest, parseReply }: GatewayQuestion<Result>) =>
    async (call: GatewayCall): Promise<Result> => {
      const { scope, shopGateway } = call;
      const settings = call.settings?.() ?? shopGateway.settings;
      // Its place in the queue is free again while the reply is read.
      const reply = await takeTurn(async ({ onSent }: GatewayCall) => {
        if (isExpired(scope)) throw expiryOf(scope, scope.stage);
        scope.stage = 'GATEWAY';
        const request = buildRequest(settings, now());
        return timed(shopGateway.counts, () => post(request, callMs, scope.cancellation, onSent));
      })(call);
      return parseReply({ ...reply, receivedAt: now() }, settings);
    };

  return async (shopGateway, question) => {
    const { cancellation, release } = withTimeout(requestMs);
    const scope = { caller, isBackground: true, deadline: performance.now() + requestMs, cancellation };
    const call: GatewayCall = {
      ...{ shopGateway, scope },
      request: { gateways: [shopGateway], trace: { waitedMs: 0 } },
    };
    try {
      const result = await authorize(breakCircuit(send(question)))(call);
      shopGateway.health.record();
      return result;
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      if (error.origin === 'gateway') countFault(shopGateway.counts, error.code);
      // What it is not entitled to is this interface alone.
      if (error.origin === 'gateway' && error.code !== 'API_NOT_ENTITLED')
        shopGateway.health.record(error.code, error.details.retryAfterMs);
      throw withKnownLink(redactFault(error, shopGateway.redact), shopGateway.compiled.definition, log);
    } finally {
      release();
    }
  };
}
