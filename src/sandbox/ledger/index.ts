// A ledger for the demo shops of all gateways that have lists.
import { sandboxGateways } from '../gateways.js';
import { createLedger, type Ledger, type LedgerOptions, type ShopOfLedger } from './ledger.js';

const shops: readonly ShopOfLedger[] = sandboxGateways.flatMap(({ type, shop, ledgerIds }) =>
  ledgerIds ? [{ id: shop.id, gateway: type, ids: ledgerIds }] : [],
);

export const createDemoLedger = (options: Omit<LedgerOptions, 'shops'>): Ledger => createLedger({ ...options, shops });
