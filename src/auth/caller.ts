// Who asks, and what they may.
import type { GrantSettings, Scope } from '../config/settings.js';
import { Fault, type FaultDetails } from '../common/fault.js';

export interface Caller {
  /** What logs, queues and budgets call them. */
  readonly name: string;
  readonly scopes: ReadonlySet<Scope>;
  /** Whether they may know of a shop at all. */
  readonly mayAsk: (shopId: string) => boolean;
}

/** Stands for every shop in a list of shops. */
const EVERY_SHOP = '*';

export function callerOf(name: string, { shops, scopes }: GrantSettings): Caller {
  const known = new Set(shops);
  return { name, scopes: new Set(scopes), mayAsk: (shopId) => known.has(EVERY_SHOP) || known.has(shopId) };
}

/** @throws Fault FORBIDDEN when the caller lacks a scope. */
export function demandScope({ scopes }: Caller, scope: Scope, about: FaultDetails = {}): void {
  if (!scopes.has(scope)) throw new Fault('FORBIDDEN', `This needs the scope ${scope}, which the caller lacks.`, about);
}
