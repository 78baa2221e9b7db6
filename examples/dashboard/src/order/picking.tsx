// Which carriers may take goods, and what is to be picked besides the lines: of an order as of a line.
import type { TFunction } from 'i18next';
import type { CarriersFragment, PickedFragment } from '../gql/graphql.js';
import { graphql } from '../gql/index.js';
import type { Fact } from './facts.js';

export const CARRIERS = graphql(`
  fragment Carriers on CarrierRules {
    prescribed
    preferred
    forbidden
  }
`);

export const PICKED = graphql(`
  fragment Picked on FulfillmentComponent {
    productId
    skuId
    name
    quantity
    productCode
    skuCode
    isGift
  }
`);

export const carrierFacts = (t: TFunction, carriers: CarriersFragment | null | undefined): readonly Fact[] =>
  (['prescribed', 'preferred', 'forbidden'] as const).map((rule) => [
    t(`carriers.${rule}`),
    carriers?.[rule]?.join(', '),
  ]);

/** "Battery × 2 · BAT-2" */
export function pickedText({ name, quantity, ...of }: PickedFragment): string {
  const code = of.skuCode ?? of.productCode;
  const what = name ?? code ?? of.skuId ?? of.productId ?? '–';
  return [`${what} × ${quantity ?? '–'}`, name === null ? undefined : code].filter(Boolean).join(' · ');
}
