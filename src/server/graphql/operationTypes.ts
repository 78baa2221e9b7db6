// Refuses operations that cannot be answered in the way they are asked: a subscription all at once, or a mutation in the
// address of an event stream.
import { ApolloServerErrorCode } from '@apollo/server/errors';
import { GraphQLError, OperationTypeNode } from 'graphql';
import type { Gate } from './pipeline.js';

/** The gate: BAD_REQUEST. Mutations by GET that want a single answer are refused by Apollo. */
export const refuseOperationTypes: Gate = ({ operation: { operation: type } }, _variables, { stream }) => {
  if (type === OperationTypeNode.SUBSCRIPTION && stream === undefined)
    throw refusal(
      'A subscription is answered as an event stream: send Accept: text/event-stream, or use /graphql/stream.',
    );
  if (type === OperationTypeNode.MUTATION && stream?.isGet) throw refusal('A mutation is sent by POST.');
};

const refusal = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: ApolloServerErrorCode.BAD_REQUEST, http: { status: 400 } } });
