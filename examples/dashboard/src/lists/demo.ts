// The list that opens by itself where the demo shops are: ten orders of each, two of which fail on purpose.
import type { Ref } from './ref.js';

/** A generated order is `first + number * step`; README.md says how many there are. */
const GENERATED: readonly { shop: string; first: bigint; step: bigint }[] = [
  { shop: 'mill', first: 3100000000000747370n, step: 10000000n },
  { shop: 'flagship', first: 3200000000000531846n, step: 100000000n },
  { shop: 'overseas', first: 9100000000747371n, step: 1000n },
  { shop: 'buyer', first: 3100000000000747370n, step: 10000000n },
  { shop: 'depot', first: 3100000000000747370n, step: 10000000n },
  { shop: 'maker', first: 3100000000000747370n, step: 10000000n },
];

const TEN = 10;
/** Among the youngest of the million, a bit more than a day apart. */
const NUMBER = 974_000n;
const APART = 2_701n;
/** So that no two shops show the same order. */
const SHIFT = 117n;

/** A shop and a row → an order that fails in its place: one whose shop must authorize the gateway, one worth another try. */
const FAILING: ReadonlyMap<string, string> = new Map([
  ['mill 1', '100000000000000302'],
  ['depot 2', '100000000000000200'],
]);

export const demoRefs: readonly Ref[] = Array.from({ length: TEN }, (_, index) =>
  GENERATED.map(({ shop, first, step }, place) => ({
    shop,
    orderId:
      FAILING.get(`${shop} ${index}`) ??
      String(first + (NUMBER + BigInt(index) * APART + BigInt(place) * SHIFT) * step),
  })),
).flat();

export const hasDemoShops = (shops: readonly { readonly id: string }[]): boolean =>
  GENERATED.every(({ shop }) => shops.some(({ id }) => id === shop));
