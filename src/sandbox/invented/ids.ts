// The ids of invented orders: one from each index, and back.

const ORDERS = 1_000_000n;

type OrderIds = {
  readonly idAt: (index: number) => string;
  /** undefined for an id that no invented order has. */
  readonly indexOf: (orderId: string) => number | undefined;
  /** Whether the id lies in the gaps that leave room for the ids of items. */
  readonly holdsBetween: (orderId: string) => boolean;
};

/** Ids from the first on, so far apart that the ids of an order's items find room between them. */
export function orderIds(first: bigint, step: bigint): OrderIds {
  const placeOf = (orderId: string) => {
    const distance = BigInt(orderId) - first;
    return { index: distance / step, rest: distance % step, known: distance >= 0n && distance / step < ORDERS };
  };
  return {
    idAt: (index) => String(first + BigInt(index) * step),
    indexOf: (orderId) => {
      const { index, rest, known } = placeOf(orderId);
      return known && rest === 0n ? Number(index) : undefined;
    },
    holdsBetween: (orderId) => {
      const { rest, known } = placeOf(orderId);
      return known && rest !== 0n;
    },
  };
}
