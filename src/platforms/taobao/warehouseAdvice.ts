// What the list beside the lines (logistics_infos) says of the line at hand: its warehouse, its carriers, its deadlines.
import { toText } from '../../mapping/codec.js';
import { listedIn } from '../../mapping/fulfillmentParts.js';
import { exactId } from '../../mapping/ids.js';
import { toValues } from '../../mapping/statusFallbacks.js';

const NAMES = [
  ...(['sub_trade_id', 'consign_type', 'store_code', 'biz_store_code'] as const),
  ...(['biz_delivery_type', 'biz_delivery_code', 'delivery_cps', 'white_delivery_cps', 'black_delivery_cps'] as const),
  ...(['promise_outbound_time', 'promise_collect_time'] as const),
  ...(['send_country', 'send_state', 'send_city'] as const),
];
type Name = (typeof NAMES)[number];

/** From the trade, whichever line is at hand. */
export const INFO_PATHS = Object.fromEntries(
  NAMES.map((name) => [name, `/logistics_infos[logistics_info].${name}`]),
) as { readonly [name in Name]: string };

/** Of several members of the list, those that are about the line of these ids: the values of each, by their places. */
export function infoOf(
  [twin, oid, subTrades]: readonly unknown[],
  columns: readonly unknown[],
): readonly (readonly unknown[])[] {
  const line = exactId(twin, oid);
  const places = toValues(subTrades).flatMap((id, place) =>
    line !== null && toText(id)?.trim() === line ? [place] : [],
  );
  return columns.map((column) => {
    const values = toValues(column);
    return places.map((place) => values[place]);
  });
}

const RULE_NAMES = [
  'biz_delivery_type',
  'white_delivery_cps',
  'biz_delivery_code',
  'delivery_cps',
  'black_delivery_cps',
];

/** Those that are named where the rule of their member is, or is not, that one of them must be taken. */
function named([types, white, advised, offered]: readonly unknown[], isRule: boolean): readonly string[] | null {
  const [rules, ...lists] = [types, white, advised, offered].map(toValues) as [unknown[], ...unknown[][]];
  const places = Math.max(...lists.map(({ length }) => length), 0);
  const found = Array.from({ length: places }, (_, place) => place)
    .filter((place) => (toText(rules[place])?.trim() === '2') === isRule)
    .flatMap((place) => lists.map((list) => list[place]));
  return listedIn(found);
}

export const carriersOf = {
  paths: RULE_NAMES.map((name) => `/logistics_infos[logistics_info].${name}`),
  rootPaths: RULE_NAMES.map((name) => `logistics_infos[logistics_info].${name}`),
  prescribed: (columns: readonly unknown[]) => named(columns, true),
  preferred: (columns: readonly unknown[]) => named(columns, false),
  forbidden: ([, , , , black]: readonly unknown[]) => listedIn(black),
};
