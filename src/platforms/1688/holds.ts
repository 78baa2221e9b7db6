// What holds a 1688 order back: a line that waits for the seller may be shipped only where 1688 says so.
import { BOOLEAN, lookUp, type ReadContext, TEXTS, toText } from '../../mapping/codec.js';
import { computed } from '../../mapping/fieldTypes.js';
import { isBlank } from '../../mapping/path.js';
import { toValues } from '../../mapping/statusFallbacks.js';
import type { OrderStatus } from '../../order/enums.js';
import { foldStatus, ORDER_STATUS } from './codes.js';

/** The one status in which 1688 lets a line be shipped. */
const TO_SHIP = 'waitsellersend';

export const waitsForSeller = (status: unknown): boolean => foldStatus(toText(status)?.trim() ?? '') === TO_SHIP;

/** What canSendGoods says; undefined where it is not there, or no boolean. */
export const maySend = (flag: unknown, reading: ReadContext): boolean | undefined =>
  flag === undefined ? undefined : (BOOLEAN.decode(flag, reading) ?? undefined);

/** Whether 1688 forbids to ship a line that is otherwise ready. */
export const isHeld = (status: unknown, flag: unknown, reading: ReadContext): boolean =>
  waitsForSeller(status) && maySend(flag, reading) === false;

/** A line's own status, unless it is held. */
export const lineStatus = computed(
  ['status', 'canSendGoods'],
  ([status, flag], reading): OrderStatus => (isHeld(status, flag, reading) ? 'ON_HOLD' : lookUp(ORDER_STATUS, status)),
);

/** 1688's words for why a line is held, or the name of what holds it where there are none. */
export function reasonOf(reason: unknown): string {
  const words = toText(reason)?.trim() ?? '';
  return isBlank(words) ? 'canSendGoods' : words;
}

/** The order's own status where that holds it, then the reasons of its lines. */
export const holdReasons = computed(
  ['baseInfo.status', 'productItems[].status', 'productItems[].canSendGoods', 'productItems[].cantSendReason'],
  ([status, lines, flags, reasons], reading): readonly string[] => {
    const [codes, sent, words] = [toValues(lines), toValues(flags), toValues(reasons)];
    const held = codes.flatMap((code, place) => (isHeld(code, sent[place], reading) ? reasonOf(words[place]) : []));
    const own = lookUp(ORDER_STATUS, status) === 'ON_HOLD' ? [toText(status)?.trim() ?? ''] : [];
    return [...new Set([...own, ...held])];
  },
  TEXTS,
);
