// The schema as a subgraph of an Apollo federation: other subgraphs name orders by their id, and add fields to them.
import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  Kind,
  parse,
} from 'graphql';
import { createResolversMap } from 'type-graphql';
import { Fault } from '../common/fault.js';
import { Order } from '../order/order.js';
import type { Context } from './context.js';
import { PageInfo } from './orderIndex/connection.js';
import type { OrderKeyOrFault } from './orderLoader.js';
import { keyFromId } from './resolvers.js';
import { sdlOf } from './sdl.js';
import { requestedFieldsOf } from './selection.js';

interface Entities {
  /** Whatever JSON the caller writes. */
  readonly representations: readonly unknown[];
}

/** The order key that a representation holds. */
function keyFromRepresentation(representation: unknown, index: number): OrderKeyOrFault {
  const argument = `representations[${index}]`;
  const { __typename, id } = Object(representation) as Readonly<Record<string, unknown>>;
  if (__typename !== Order.name) return new Fault('BAD_USER_INPUT', `${argument}.__typename: must be ${Order.name}`);
  return keyFromId(typeof id === 'string' ? id : '', `${argument}.id`);
}

/** What a subgraph has beside its own schema. */
const entities = {
  typeDefs: parse(`
    extend schema @link(url: "https://specs.apollo.dev/federation/v2.0", import: ["@key", "@shareable"])
    extend type ${Order.name} @key(fields: "id")
  `),
  resolvers: {
    Query: {
      // The library’s own loads them one by one, and fails as a whole at one that is no object.
      _entities: (_root: unknown, { representations }: Entities, { orders }: Context, info: GraphQLResolveInfo) =>
        orders.loadMany(representations.map(keyFromRepresentation), info),
    },
    _Entity: { __resolveType: () => Order.name },
  },
};

/** Relay’s type is the same in every subgraph that has lists. */
const SHARED: ReadonlySet<string> = new Set([PageInfo.name]);
const SHAREABLE: ConstDirectiveNode = { kind: Kind.DIRECTIVE, name: { kind: Kind.NAME, value: 'shareable' } };

/** The schema without subscriptions: a gateway would have to speak our stream, and clients have it directly. */
function definitionsOf(schema: GraphQLSchema): DocumentNode {
  const document = parse(sdlOf(schema));
  const subscription = schema.getSubscriptionType()?.name;
  return {
    ...document,
    definitions: document.definitions.flatMap((definition): readonly DefinitionNode[] => {
      if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) return [definition];
      const { value: name } = definition.name;
      if (name === subscription) return [];
      return [SHARED.has(name) ? { ...definition, directives: [SHAREABLE] } : definition];
    }),
  };
}

function resolversOf(schema: GraphQLSchema): Resolvers {
  const { [schema.getSubscriptionType()?.name ?? '']: _subscription, ...resolvers } = createResolversMap(schema);
  return resolvers as Resolvers;
}

type Resolvers = Record<string, Record<string, GraphQLFieldResolver<unknown, Context>>>;

export const buildSubgraph = (schema: GraphQLSchema): GraphQLSchema =>
  withServiceCounted(
    buildSubgraphSchema([
      // The two libraries write one type in different words.
      { typeDefs: definitionsOf(schema), resolvers: resolversOf(schema) },
      entities,
    ]),
  );

/** Has the schema's text counted like all that is answered: it is long, and may be asked for under many names. */
function withServiceCounted(subgraph: GraphQLSchema): GraphQLSchema {
  const field = subgraph.getQueryType()?.getFields()._service;
  const resolve = field?.resolve;
  if (field === undefined || resolve === undefined) throw new Error('Nothing resolves Query._service.');
  field.resolve = (root, values, context: Context, info) => {
    const service: unknown = resolve(root, values, context, info);
    context.answer.count(Object(service), requestedFieldsOf(info, '').answered);
    return service;
  };
  return subgraph;
}
