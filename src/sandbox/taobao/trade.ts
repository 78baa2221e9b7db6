// A trade as the sandbox holds it: the whole document in plain lists, and how it writes an empty one.

import type { Document } from '../document.js';
import type { ListStyle } from '../top/lists.js';

export type Trade = { readonly document: Document; readonly empty: ListStyle['empty'] };

/** Name of a list → name of what it lists. */
export const MEMBER_NAMES: Readonly<Record<string, string>> = {
  orders: 'order',
  promotion_details: 'promotion_detail',
  service_orders: 'service_order',
  service_tags: 'logistics_tag',
  logistic_service_tag_list: 'logistic_service_tag',
  logistics_infos: 'logistics_info',
  combine_item_info: 'combine_sub_item_do',
};
