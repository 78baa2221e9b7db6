// Tries a shop's gateways in turn, where the fault of one says that another may do better.
import { Fault } from '../../common/fault.js';
import { policyFor } from '../faultPolicy.js';
import { isExpired } from '../requestScope.js';
import type { Layer } from '../types.js';

export const createFailover = (): Layer => (next) => async (call) => {
  const { request, scope, onGateway } = call;
  const { upstreamShop, key, gateways, trace } = request;
  let fault: unknown;
  for (const shopGateway of gateways) {
    const { definition } = shopGateway.compiled;
    trace.gateway = definition.type;
    onGateway?.(shopGateway);
    try {
      return await next(shopGateway === call.shopGateway ? call : { request, scope, shopGateway });
    } catch (error) {
      const about = { gateway: definition.type, shop: upstreamShop.shop.id, orderId: key.orderId };
      // The preferred gateway's fault is the one to report: the others only stand in for it.
      fault ??= error instanceof Fault ? error.with(about) : error;
      if (!policyFor(error).failsOver || isExpired(scope)) throw fault;
    }
  }
  throw fault;
};
