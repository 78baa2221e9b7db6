// Codes of a document that its platform's tables do not know: orders of them are UNKNOWN, and somebody should hear of it.
import { cutText } from '../common/cutText.js';
import type { GatewayCounts } from './counts.js';
import type { ShopGateway } from './types.js';

const AXES = ['status', 'paymentStatus', 'shippingStatus', 'refundStatus'] as const;

const SELECTION = Object.fromEntries(AXES.flatMap((axis) => [axis, `${axis}Code`]).map((name) => [name, {}]));

/** Whatever a gateway sends, so many are remembered of each. */
const MAX_CODES = 50;
const LONGEST_CODE = 40;

/** Counts them for the gateway that sent the document, by the first field that reads UNKNOWN for them. */
export function countUnknownCodes({ compiled, zone, counts }: ShopGateway, document: object): void {
  const order = compiled.read(document, SELECTION, zone).order as Readonly<Record<string, unknown>>;
  // One code may say all that is known of several.
  const seen = new Set<string>();
  for (const axis of AXES) {
    const code = order[`${axis}Code`];
    if (order[axis] !== 'UNKNOWN' || typeof code !== 'string' || seen.has(code)) continue;
    seen.add(code);
    countUnknown(counts, axis, code);
  }
}

function countUnknown({ unknownCodes }: Pick<GatewayCounts, 'unknownCodes'>, field: string, code: string): void {
  const key = `${field} ${cutText(code, LONGEST_CODE)}`;
  const before = unknownCodes.get(key);
  if (before !== undefined || unknownCodes.size < MAX_CODES) unknownCodes.set(key, (before ?? 0) + 1);
}
