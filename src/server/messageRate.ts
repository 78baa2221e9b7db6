// How many messages of a shop are taken in a second, whoever posts them.

/** @param clock milliseconds that only ever grow */
export function createMessageRate(
  perSecond: number,
  clock: () => number = () => performance.now(),
): (shop: string) => boolean {
  const counts = new Map<string, { readonly second: number; count: number }>();
  return (shop) => {
    const second = Math.floor(clock() / 1000);
    const known = counts.get(shop);
    const current = known?.second === second ? known : { second, count: 0 };
    current.count += 1;
    counts.set(shop, current);
    return current.count <= perSecond;
  };
}
