// Which trades exist: those that the documentation shows, those that show how to ship, and a million synthetic ones.

import type { Refusal } from '../top/refusal.js';
import { shippingTrade } from './shipping.js';
import { NO_MAIN_TRADE, NO_SUCH_TRADE, SPECIAL_TRADES } from './special.js';
import { indexOfTradeId, isLineOfTrade, syntheticTrade } from './synthetic/trade.js';
import type { Trade } from './trade.js';

export function findTrade(tid: string, documented: Readonly<Record<string, Trade>>, now: number): Trade | Refusal {
  const known = SPECIAL_TRADES[tid] ?? documented[tid] ?? shippingTrade(tid, now);
  if (known) return known;
  const index = indexOfTradeId(tid);
  if (index !== undefined) return syntheticTrade(index);
  return isLineOfTrade(tid) ? NO_MAIN_TRADE : NO_SUCH_TRADE;
}
