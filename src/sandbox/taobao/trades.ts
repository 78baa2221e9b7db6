// Which trades exist: the one of the documentation, and a million generated ones.

import type { Refusal } from '../top/refusal.js';
import { sampleTrade } from './documented/trade.js';
import { NO_MAIN_TRADE, NO_SUCH_TRADE, SPECIAL_TRADES } from './special.js';
import { indexOfTradeId, isLineOfTrade, syntheticTrade } from './synthetic/trade.js';
import type { Trade } from './trade.js';

/** The tid of the trade that the documentation shows. */
export const SAMPLE_TRADE_ID = '2231958349';

export function findTrade(tid: string): Trade | Refusal {
  const refusal = SPECIAL_TRADES[tid];
  if (refusal) return refusal;
  if (tid === SAMPLE_TRADE_ID) return { document: sampleTrade, empty: 'absent' };
  const index = indexOfTradeId(tid);
  if (index !== undefined) return syntheticTrade(index);
  return isLineOfTrade(tid) ? NO_MAIN_TRADE : NO_SUCH_TRADE;
}
