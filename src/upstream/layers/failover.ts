// Tries a shop's gateways in turn, where the fault of one tells that another may do better.
import { Fault } from '../../common/fault.js';
import { policyFor } from '../faultPolicy.js';
import { isExpired } from '../requestScope.js';
import type { CallGateway, FetchOrder } from '../types.js';

/** @throws Fault that says who was asked for what. */
export const failingOver =
  (next: CallGateway): FetchOrder =>
  async ({ upstreamShop: { shop }, key: { orderId, outOrderId }, needed, attributeKeys, gateways, trace }, scope) => {
    let fault: unknown;
    for (const shopGateway of gateways) {
      const { definition: gateway, askFor } = shopGateway.compiled;
      const subtrees = askFor(needed);
      trace.gateway = gateway.type;
      trace.subtrees = subtrees;
      try {
        const question = { orderId, outOrderId, subtrees, attributeKeys };
        const hasFallback = shopGateway !== gateways.at(-1);
        const { document, envelope, characters } = await next({
          shopGateway,
          hasFallback,
          query: question,
          scope,
          trace,
        });
        return { document, envelope, characters, shopGateway, subtrees, fetchedAt: new Date() };
      } catch (error) {
        const about = { gateway: gateway.type, shop: shop.id, orderId };
        // The preferred gateway's fault is the one to tell: the others only stand in for it.
        fault ??= error instanceof Fault ? error.with(about) : error;
        if (!policyFor(error).failsOver || isExpired(scope)) throw fault;
      }
    }
    throw fault;
  };
