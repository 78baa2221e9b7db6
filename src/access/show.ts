// What a caller is shown of an order that was read: personal data masked, or plain and the reading written down.
import type { Selection } from '../mapping/selection.js';
import type { OrderKey } from '../order/node.js';
import { Order } from '../order/order.js';
import type { Gateway } from '../platforms/gateway.js';
import type { Audit } from './audit.js';
import type { Caller } from './caller.js';
import { mask } from './mask.js';
import { isPlain, visitPersonal } from './privacy.js';
import { maskRaw } from './wire.js';

export interface Shown {
  /** What was read; personal data in it is replaced. */
  readonly order: object;
  readonly selection: Selection;
  /** The gateway's own document, where it is asked for. */
  readonly raw: object | undefined;
  readonly gateway: Pick<Gateway, 'document' | 'spellings'>;
}

/** Answers the gateway's own document as it is shown. */
export type Show = (key: OrderKey, shown: Shown) => unknown;

export const mayReadPersonal = ({ scopes }: Caller): boolean => scopes.has('pii:read');

export function showing(caller: Caller, requestId: string, audit: Audit): Show {
  if (!mayReadPersonal(caller)) {
    return (_key, { order, selection, raw, gateway }) => {
      visitPersonal({ object: order, type: Order, selection }, (value, kind) => mask(kind, value));
      return raw && maskRaw(gateway, raw);
    };
  }
  return ({ shop, orderId }, { order, selection, raw }) => {
    const fields = new Set<string>();
    visitPersonal({ object: order, type: Order, selection }, (value, kind, path) => {
      if (isPlain(kind, value)) fields.add(path);
      return value;
    });
    if (raw) fields.add('raw');
    if (fields.size > 0) audit({ caller: caller.name, shop, orderId, fields: [...fields], requestId });
    return raw;
  };
}
