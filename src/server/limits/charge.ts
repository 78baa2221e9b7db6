// The gate of cost: prices an operation before it runs, refuses what costs too much, and reports where its caller stands.
import { type FieldNode, GraphQLError } from 'graphql';
import { Fault } from '../../common/fault.js';
import { tooManyOrders } from '../../query/orderLoader.js';
import type { Gate } from '../graphql/pipeline.js';
import type { Budget, BudgetState } from './budget.js';
import { ORDER_POINTS, type Pricing } from './price.js';

interface ChargeOptions {
  readonly price: Pricing['price'];
  readonly maxCost: number;
  /** Orders that one operation may name. */
  readonly maxOrders: number;
  /** What one caller may spend in a minute; without it, anything. */
  readonly budget: Budget | undefined;
}

/** What `extensions.cost` says. */
interface CostReport {
  readonly requested: number;
  readonly limit: number;
  /** Of this minute's budget. */
  readonly remaining?: number;
}

export function createChargeGate({ price, maxCost, maxOrders, budget }: ChargeOptions): Gate {
  const limit = Math.min(maxCost, budget?.limit ?? maxCost);
  return ({ document, operation }, variables, { caller, report }) => {
    const { orders, fields, total, longest } = price(document, operation, variables);
    const cost: CostReport = { requested: total, limit };
    report.extensions.cost = cost;
    if (total > limit) {
      const message = `This costs ${total} points, ${ORDER_POINTS} for each of ${orders} orders and 1 for each of ${fields} fields; at most ${limit} are allowed.`;
      throw refusal(new Fault('COST_LIMIT', message), 400);
    }
    // The loader counts as well, over all fields, but only once every member of a list has been looked at.
    if (longest && longest.count > maxOrders)
      throw refusal(tooManyOrders(maxOrders, longest.argument), 400, longest.node);
    if (budget === undefined) return;
    return budget.spend(caller.name, total).then(({ isPaid, remaining, resetMs }) => {
      report.extensions.cost = { ...cost, remaining } satisfies CostReport;
      Object.assign(report.headers, headersOf(budget, remaining, resetMs));
      if (isPaid) return;
      report.headers['retry-after'] = seconds(resetMs);
      const message = `This costs ${total} points; ${remaining} are left of the ${budget.limit} a minute.`;
      throw refusal(new Fault('RATE_LIMITED', message, { retryAfterMs: resetMs }), 429);
    });
  };
}

const headersOf = ({ limit }: Budget, remaining: BudgetState['remaining'], resetMs: number) => ({
  'ratelimit-limit': String(limit),
  'ratelimit-remaining': String(remaining),
  'ratelimit-reset': seconds(resetMs),
});

const seconds = (ms: number): string => String(Math.ceil(ms / 1000));

const refusal = (fault: Fault, status: number, at?: FieldNode): GraphQLError =>
  new GraphQLError(fault.message, {
    nodes: at,
    path: at && [at.alias?.value ?? at.name.value],
    originalError: fault,
    extensions: { ...fault.extensions, http: { status } },
  });
