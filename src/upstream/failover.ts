// Tries a shop's gateways in turn, where the fault of one tells that another may do better.
import type { AskEntrance, AskOrder } from './call.js';
import { treatmentOf } from './policy.js';
import { remainingMs } from './scope.js';

export const failingOver =
  (next: AskEntrance): AskOrder =>
  async ({ openShop, key, needed, attributeKeys, entrances, scope, trace }) => {
    let fault: unknown;
    for (const entrance of entrances) {
      const { gateway, askFor } = entrance.door;
      const subtrees = askFor(needed);
      trace.gateway = gateway.type;
      trace.subtrees = subtrees;
      try {
        const question = { ...key, subtrees, attributeKeys };
        const opened = await next({ entrance, shopId: openShop.shop.id, question, scope, trace });
        return { ...opened, entrance, subtrees, fetchedAt: new Date() };
      } catch (error) {
        // The preferred gateway's fault is the one to tell: the others only stand in for it.
        fault ??= error;
        if (!treatmentOf(error).failsOver || remainingMs(scope) <= 0) throw fault;
      }
    }
    throw fault;
  };
