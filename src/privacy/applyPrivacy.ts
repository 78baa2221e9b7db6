// Masks the personal data of an order for a caller who may not read it, or lists what is disclosed to one who may.
import type { Caller } from '../auth/caller.js';
import type { Selection } from '../mapping/selection.js';
import { Order } from '../order/order.js';
import type { GatewayDefinition } from '../platforms/gateway.js';
import { mask } from './mask.js';
import { maskRaw } from './maskRaw.js';
import { isPlain, visitPersonal } from './personalFields.js';

interface OrderValues {
  /** As it was read; personal data in it is replaced. */
  readonly order: object;
  readonly selection: Selection;
  /** The gateway's own document, where it is selected. */
  readonly raw: object | undefined;
  readonly gateway: Pick<GatewayDefinition, 'document' | 'spellings'>;
}

interface PrivacyResult {
  /** The gateway's own document as the caller may see it. */
  readonly raw: unknown;
  /** Fields of plain personal data, as paths in the schema. */
  readonly disclosed: readonly string[];
}

export const mayReadPersonalData = ({ scopes }: Caller): boolean => scopes.has('pii:read');

export function maskOrder({ order, selection, raw, gateway }: OrderValues): PrivacyResult {
  visitPersonal({ object: order, type: Order, selection }, (value, { kind, isWithheld }) =>
    isWithheld ? null : mask(kind, value),
  );
  return { raw: raw && maskRaw(gateway, raw), disclosed: [] };
}

export function discloseOrder({ order, selection, raw, gateway }: OrderValues): PrivacyResult {
  const { isCiphertext } = gateway.document.encryption;
  const disclosed = new Set<string>();
  visitPersonal({ object: order, type: Order, selection }, (value, { kind }, path) => {
    if (isPlain(kind, value, isCiphertext)) disclosed.add(path);
    return value;
  });
  if (raw) disclosed.add('raw');
  return { raw, disclosed: [...disclosed] };
}
