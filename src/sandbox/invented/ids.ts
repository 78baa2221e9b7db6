// The ids of invented orders: one from each index, and back.

/** How many orders have the ids that follow each other from the first on. */
const EARLIER = 1_000_000n;

/** The orders after these have ids further on, in a series of their own; it lasts until 2060. */
const ORDERS = 30_000_000n;
const LATER_SERIES = 2_000_000n;

type OrderIds = {
  readonly idAt: (index: number) => string;
  /** undefined for an id that no invented order has. */
  readonly indexOf: (orderId: string) => number | undefined;
  /** Whether the id lies in the gaps that leave room for the ids of items. */
  readonly holdsBetween: (orderId: string) => boolean;
};

/** Ids from the first on, so far apart that the ids of an order's items find room between them. */
export function orderIds(first: bigint, step: bigint): OrderIds {
  const indexNear = (orderId: string): { readonly index: bigint; readonly isExact: boolean } | undefined => {
    const distance = BigInt(orderId) - first;
    if (distance < 0n) return undefined;
    const index = indexOfPlace(distance / step);
    return index === undefined ? undefined : { index, isExact: distance % step === 0n };
  };
  return {
    idAt: (index) => String(first + placeOfIndex(BigInt(index)) * step),
    indexOf: (orderId) => {
      const near = indexNear(orderId);
      return near?.isExact ? Number(near.index) : undefined;
    },
    holdsBetween: (orderId) => indexNear(orderId)?.isExact === false,
  };
}

const BETWEEN_SERIES = LATER_SERIES - EARLIER;

const placeOfIndex = (index: bigint): bigint => (index < EARLIER ? index : index + BETWEEN_SERIES);

function indexOfPlace(place: bigint): bigint | undefined {
  if (place < EARLIER) return place;
  const index = place - BETWEEN_SERIES;
  return index >= EARLIER && index < ORDERS ? index : undefined;
}
