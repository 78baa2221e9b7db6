// Who asks, and what they may.

import { Fault, type FaultDetails } from '../common/fault.js';
import type { GrantSettings, Scope } from '../config/settings.js';

export interface Caller {
  /** What logs, queues and budgets call them. */
  readonly name: string;
  readonly scopes: ReadonlySet<Scope>;
  /** Whether they may know of a shop at all. */
  readonly mayAccess: (shopId: string) => boolean;
}

/** Stands for every shop in a list of shops. */
const EVERY_SHOP = '*';

export function createCaller(name: string, { shops, scopes }: GrantSettings): Caller {
  const known = new Set(shops);
  return { name, scopes: new Set(scopes), mayAccess: (shopId) => known.has(EVERY_SHOP) || known.has(shopId) };
}

/** @throws Fault FORBIDDEN when the caller lacks a scope. */
export function requireScope({ scopes }: Caller, scope: Scope, about: FaultDetails = {}): void {
  if (!scopes.has(scope)) throw new Fault('FORBIDDEN', `This needs the scope ${scope}, which the caller lacks.`, about);
}
