// What names an order everywhere here: its shop and its number there.
export interface Ref {
  readonly shop: string;
  readonly orderId: string;
}

export const keyOf = ({ shop, orderId }: Ref): string => `${shop}/${orderId}`;
