// Prices every operation before it runs, refuses what costs too much, and tells callers where they stand.
import { type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import { ApolloServerErrorCode } from '@apollo/server/errors';
import {
  type DocumentNode,
  type FieldNode,
  GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import type { Caller } from '../../auth/caller.js';
import { Fault } from '../../common/fault.js';
import type { MaybePromise } from '../../common/maybePromise.js';
import { memoize } from '../../common/memoize.js';
import type { Context } from '../../query/context.js';
import { tooManyOrders } from '../../query/orderLoader.js';
import type { Budget } from './budget.js';
import { ORDER_POINTS, type Pricing } from './price.js';

interface ChargeOptions {
  readonly schema: GraphQLSchema;
  readonly price: Pricing['price'];
  readonly maxCost: number;
  /** Orders that one operation may name. */
  readonly maxOrders: number;
  /** What one caller may spend in a minute; without it, anything. */
  readonly budget: Budget | undefined;
}

type Variables = Readonly<Record<string, unknown>>;

/** What `extensions.cost` says. */
interface CostReport {
  readonly requested: number;
  readonly limit: number;
  /** Of this minute's budget. */
  readonly remaining?: number;
}

export interface Receipt {
  /** As they are coerced. */
  readonly variables: Variables;
  readonly told: CostReport;
  readonly headers: Readonly<Record<string, string>>;
}

/** @throws Refused for what is not to run, GraphQLError where variables are wrong. */
export type Charge = (
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
  caller: Caller,
) => MaybePromise<Receipt>;

/** Why an operation is not to run, and what its caller is told all the same. */
export class CostRefusal extends Error {
  constructor(
    readonly error: GraphQLError,
    readonly told: CostReport,
    readonly headers: Receipt['headers'] = {},
  ) {
    super(error.message);
  }
}

export function createCharge({ schema, price, maxCost, maxOrders, budget }: ChargeOptions): Charge {
  const limit = Math.min(maxCost, budget?.limit ?? maxCost);
  return (document, operation, given, caller) => {
    const variables = coerced(schema, operation, given);
    const { orders, fields, total, longest } = price(document, operation, variables);
    const told: CostReport = { requested: total, limit };
    if (total > limit) {
      const message = `This costs ${total} points, ${ORDER_POINTS} for each of ${orders} orders and 1 for each of ${fields} fields; at most ${limit} are allowed.`;
      throw new CostRefusal(refusal(new Fault('COST_LIMIT', message), 400), told);
    }
    // The loader counts as well, over all fields, but only once every member of a list has been looked at.
    if (longest && longest.count > maxOrders)
      throw new CostRefusal(refusal(tooManyOrders(maxOrders), 400, longest.node), told);
    if (budget === undefined) return { variables, told, headers: {} };
    return budget.spend(caller.name, total).then(({ isPaid, remaining, resetMs }) => {
      const reset = String(Math.ceil(resetMs / 1000));
      const headers = {
        'ratelimit-limit': String(budget.limit),
        'ratelimit-remaining': String(remaining),
        'ratelimit-reset': reset,
      };
      if (isPaid) return { variables, told: { ...told, remaining }, headers };
      const message = `This costs ${total} points; ${remaining} are left of the ${budget.limit} a minute.`;
      const error = refusal(new Fault('RATE_LIMITED', message, { retryAfterMs: resetMs }), 429);
      throw new CostRefusal(error, { ...told, remaining }, { ...headers, 'retry-after': reset });
    });
  };
}

/** Has Apollo charge what it is to run. */
export const chargeCosts = (charge: Charge): ApolloServerPlugin<Context> => ({
  requestDidStart: async () => {
    let charged: Pick<Receipt, 'told' | 'headers'> | undefined;
    return {
      async didResolveOperation({ document, operation, request, contextValue: { caller } }) {
        if (!operation) return;
        try {
          charged = await charge(document, operation, request.variables ?? {}, caller);
        } catch (error) {
          if (!(error instanceof CostRefusal)) throw error;
          charged = error;
          throw error.error;
        }
      },
      async willSendResponse({ response: { body, http } }) {
        if (charged === undefined || body.kind !== 'single') return;
        for (const [name, value] of Object.entries(charged.headers)) http.headers.set(name, value);
        body.singleResult.extensions = { ...body.singleResult.extensions, cost: charged.told };
      },
    };
  },
});

/** The names of an operation's variables where all are texts, as most are: such values need no coercion. */
const textVariablesOf = memoize(({ variableDefinitions = [] }: OperationDefinitionNode) => {
  const areTexts = variableDefinitions.every(({ type }) => {
    const named = type.kind === Kind.NON_NULL_TYPE ? type.type : type;
    return named.kind === Kind.NAMED_TYPE && (named.name.value === 'ID' || named.name.value === 'String');
  });
  return areTexts ? variableDefinitions.map(({ variable }) => variable.name.value) : undefined;
});

/**
 * The values of an operation's variables.
 * @throws GraphQLError that names what is wrong first: the words repeat the value, and there can be thousands of both.
 */
function coerced(schema: GraphQLSchema, operation: OperationDefinitionNode, given: Variables): Variables {
  if (textVariablesOf(operation)?.every((name) => typeof given[name] === 'string')) return given;
  const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], given, { maxErrors: 1 });
  if (coerced) return coerced;
  const [{ message, nodes }] = errors as readonly [GraphQLError];
  throw new GraphQLError(message, {
    nodes,
    extensions: { code: ApolloServerErrorCode.BAD_USER_INPUT, http: { status: 400, headers: new HeaderMap() } },
  });
}

const refusal = (fault: Fault, status: number, at?: FieldNode): GraphQLError =>
  new GraphQLError(fault.message, {
    nodes: at,
    path: at && [at.alias?.value ?? at.name.value],
    originalError: fault,
    extensions: { ...fault.extensions, http: { status, headers: new HeaderMap() } },
  });
