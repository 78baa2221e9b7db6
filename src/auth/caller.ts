// A caller: who sent a request, and what they may do.

import { Fault, type FaultDetails } from '../common/fault.js';
import type { GrantSettings, Scope } from '../config/authSettings.js';

export interface Caller {
  /** Their name in logs, queues and budgets. */
  readonly name: string;
  readonly scopes: ReadonlySet<Scope>;
  /** Whether they may query a shop, or know of it at all. */
  readonly mayAccess: (shopId: string) => boolean;
  /** Until when; undefined where their credentials do not end. */
  readonly expiresAt?: Date | undefined;
}

/** Stands for every shop in a list of shops. */
const EVERY_SHOP = '*';

export function createCaller(name: string, { shops, scopes }: GrantSettings, expiresAt?: Date): Caller {
  const known = new Set(shops);
  return {
    name,
    scopes: new Set(scopes),
    mayAccess: (shopId) => known.has(EVERY_SHOP) || known.has(shopId),
    expiresAt,
  };
}

/** @throws Fault FORBIDDEN when the caller lacks a scope. */
export function requireScope({ scopes }: Caller, scope: Scope, about: FaultDetails = {}): void {
  if (!scopes.has(scope)) throw new Fault('FORBIDDEN', `This needs the scope ${scope}, which the caller lacks.`, about);
}
