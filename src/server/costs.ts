// Prices every operation before it runs, refuses what costs too much, and tells callers where they stand.
import { type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import { ApolloServerErrorCode } from '@apollo/server/errors';
import {
  type FieldNode,
  GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  type OperationDefinitionNode,
} from 'graphql';
import { ORDER_POINTS, type Pricing } from '../access/cost.js';
import type { Budget } from '../access/costBudget.js';
import { Fault } from '../protocols/fault.js';
import type { Context } from '../query/context.js';
import { tooManyOrders } from '../query/orders.js';

interface CostSettings {
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
interface Told {
  readonly requested: number;
  readonly limit: number;
  /** Of this minute's budget. */
  readonly remaining?: number;
}

export function chargeCosts({ schema, price, maxCost, maxOrders, budget }: CostSettings): ApolloServerPlugin<Context> {
  const limit = Math.min(maxCost, budget?.limit ?? maxCost);
  return {
    requestDidStart: async () => {
      let told: Told | undefined;
      return {
        async didResolveOperation({ document, operation, request, contextValue: { caller }, response }) {
          if (!operation) return;
          const variables = coerced(schema, operation, request.variables ?? {});
          // Whoever runs it takes them as they are: a compiled operation knows no defaults of what may not be null.
          request.variables = variables;
          const { orders, fields, total, longest } = price(document, operation, variables);
          told = { requested: total, limit };
          if (total > limit) {
            const message = `This costs ${total} points, ${ORDER_POINTS} for each of ${orders} orders and 1 for each of ${fields} fields; at most ${limit} are allowed.`;
            throw refusal(new Fault('COST_LIMIT', message), 400);
          }
          // The loader counts as well, over all fields, but only once every member of a list has been looked at.
          if (longest && longest.count > maxOrders) throw refusal(tooManyOrders(maxOrders), 400, longest.node);
          if (budget === undefined) return;
          const { isPaid, remaining, resetMs } = await budget.spend(caller.name, total);
          told = { ...told, remaining };
          const resetSeconds = String(Math.ceil(resetMs / 1000));
          response.http.headers.set('ratelimit-limit', String(budget.limit));
          response.http.headers.set('ratelimit-remaining', String(remaining));
          response.http.headers.set('ratelimit-reset', resetSeconds);
          if (isPaid) return;
          response.http.headers.set('retry-after', resetSeconds);
          const message = `This costs ${total} points; ${remaining} are left of the ${budget.limit} a minute.`;
          throw refusal(new Fault('RATE_LIMITED', message, { retryAfterMs: resetMs }), 429);
        },
        async willSendResponse({ response: { body } }) {
          if (told === undefined || body.kind !== 'single') return;
          body.singleResult.extensions = { ...body.singleResult.extensions, cost: told };
        },
      };
    },
  };
}

/**
 * The values of an operation's variables.
 * @throws GraphQLError that names what is wrong first: the words repeat the value, and there can be thousands of both.
 */
function coerced(schema: GraphQLSchema, operation: OperationDefinitionNode, given: Variables): Variables {
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
