// The request of a window's next page, in the words of a gateway's list.
import type { ListQuery } from '../../platforms/orderList.js';
import type { StreamRules } from './streams.js';
import type { OpenWindow } from './windows.js';

export const queryOf = ({ list }: StreamRules, { from, to, pass, page }: OpenWindow): ListQuery => ({
  basis: list.basis,
  pass: list.passes[pass] ?? list.passes[0],
  from: new Date(from),
  to: new Date(to),
  page: Math.max(1, page),
  pageSize: list.pageSize,
  rows: list.rows,
  purpose: page === 0 ? 'COUNT' : 'PAGE',
});
