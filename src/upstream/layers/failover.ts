// Tries a shop's gateways in turn, where the fault of one tells that another may do better.
import { Fault } from '../../common/fault.js';
import type { AskEntrance, AskOrder } from '../types.js';
import { treatmentOf } from '../faultPolicy.js';
import { hasEnded } from '../requestScope.js';

/** @throws Fault that says who was asked for what. */
export const failingOver =
  (next: AskEntrance): AskOrder =>
  async ({ openShop: { shop }, key: { orderId, outOrderId }, needed, attributeKeys, entrances, trace }, scope) => {
    let fault: unknown;
    for (const entrance of entrances) {
      const { gateway, askFor } = entrance.door;
      const subtrees = askFor(needed);
      trace.gateway = gateway.type;
      trace.subtrees = subtrees;
      try {
        const question = { orderId, outOrderId, subtrees, attributeKeys };
        const hasStandIn = entrance !== entrances.at(-1);
        const { document, envelope, characters } = await next({ entrance, hasStandIn, question, scope, trace });
        return { document, envelope, characters, entrance, subtrees, fetchedAt: new Date() };
      } catch (error) {
        const about = { gateway: gateway.type, shop: shop.id, orderId };
        // The preferred gateway's fault is the one to tell: the others only stand in for it.
        fault ??= error instanceof Fault ? error.with(about) : error;
        if (!treatmentOf(error).failsOver || hasEnded(scope)) throw fault;
      }
    }
    throw fault;
  };
