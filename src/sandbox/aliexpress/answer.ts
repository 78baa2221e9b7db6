// What the gateway to AliExpress answers: the order, and what the call itself has to say beside it.

import type { Document } from '../document.js';
import type { ListStyle } from '../top/lists.js';

export type Answer = {
  readonly result: Document | undefined;
  /** Alone decides: error_code can stand beside a success, and a result beside a failure. */
  readonly result_success: boolean | string;
  readonly error_code?: string | undefined;
  readonly error_message?: string | undefined;
  readonly pay_amount_by_settlement_cur?: string | undefined;
  readonly settlement_currency?: string | undefined;
};

/** An order, and how its lists travel: wrapped as in the documentation's XML, or bare. */
export type Order = { readonly answer: Answer; readonly style: ListStyle };

export const DOCUMENTED: ListStyle = { lists: 'wrapped', empty: 'absent' };
