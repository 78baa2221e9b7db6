// What is said of the orders of a request beside their data: warnings in the answer, and lines in the audit log.
import type { Caller } from '../auth/caller.js';
import type { FaultCode } from '../common/fault.js';
import type { OrderKey } from '../order/globalId.js';
import type { Order } from '../order/order.js';
import type { Warning } from '../order/upstream.js';
import type { Audit } from '../privacy/auditLog.js';
import type { UpstreamDocument } from '../upstream/types.js';
import type { AnswerCounter } from './answerCounter.js';
import type { AnswerField } from './answerFields.js';
import type { BuiltOrder } from './buildOrder.js';

/** Warnings stand beside the data, whether or not they are selected; each names its shop and order as well. */
const REPORTED_WARNINGS: readonly AnswerField[] = [
  {
    name: 'warnings',
    values: 1,
    bytes: 0,
    fields: [
      { name: 'path', values: 2, bytes: 100, fields: [] },
      { name: 'message', values: 2, bytes: 12, fields: [] },
    ],
  },
];

export interface OrderWarning extends Warning {
  readonly shop: string;
  readonly orderId: string;
  /** The fault for which an older document was answered. */
  readonly code?: FaultCode;
}

interface OrderReportOptions {
  readonly caller: Caller;
  readonly requestId: string;
  /** Records plain personal data that was read. */
  readonly audit: Audit;
  readonly answer: AnswerCounter;
}

interface OrderReport {
  /** What could not be read in this request so far. */
  readonly warnings: readonly OrderWarning[];
  readonly warn: (key: OrderKey, more: readonly Warning[]) => void;
  /** Records what was read: personal data in the audit log, what could not be read in the answer. */
  readonly report: (key: OrderKey, fetched: UpstreamDocument, built: BuiltOrder) => Order;
}

export function createOrderReport({ caller, requestId, audit, answer }: OrderReportOptions): OrderReport {
  const warnings: OrderWarning[] = [];

  function warn({ shop, orderId }: OrderKey, more: readonly Warning[]): void {
    if (more.length > 0) answer.count({ warnings: more }, REPORTED_WARNINGS);
    for (const { path, message } of more) warnings.push({ shop, orderId, path, message });
  }

  return {
    warnings,
    warn,
    report(key, { staleBecause }, { order, disclosed }) {
      const { shop, orderId } = key;
      warn(key, order.warnings);
      if (disclosed.length > 0) audit({ caller: caller.name, shop, orderId, fields: disclosed, requestId });
      if (staleBecause) {
        const { code, message } = staleBecause;
        warnings.push({ shop, orderId, path: '', message: `answered from an older document: ${message}`, code });
      }
      return order;
    },
  };
}
