// The real server on a real port, queried over real HTTP.

import { parseSettings } from '../../src/platforms/settings.js';
import { buildServer, type ServerOptions } from '../../src/server/index.js';
import type { Json, Part } from './json.js';

export interface GraphqlError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: Part & { readonly code: string };
}

export interface Answer {
  readonly status: number;
  readonly data: Json | null | undefined;
  readonly errors: readonly GraphqlError[];
  readonly warnings: readonly Part[];
  /** The answer as sent. */
  readonly text: string;
}

export interface Graphql {
  readonly url: string;
  readonly query: (query: string, variables?: Part) => Promise<Answer>;
  /** Sends any request to the endpoint. */
  readonly send: (request: RequestInit, search?: string) => Promise<Answer>;
  readonly close: () => Promise<void>;
}

export interface GraphqlOptions {
  readonly settings: Part;
  readonly now?: () => Date;
  /** Whether the orders' people are invented; else callers without credentials see them masked. */
  readonly sandbox?: boolean;
  readonly logger?: ServerOptions['logger'];
  readonly redisUrl?: string | undefined;
  /** How often an operation runs before it is compiled. */
  readonly compileAfter?: number;
  readonly index?: ServerOptions['index'];
  readonly imports?: ServerOptions['imports'];
}

/** Nothing is cached and nothing is retried, unless a test says so. */
const EVERY_CALL_COUNTS = { cache: { maxBytes: 0 }, retries: 0 };

export async function startGraphql({
  settings,
  now,
  sandbox = true,
  logger = false,
  redisUrl,
  compileAfter,
  index,
  imports,
}: GraphqlOptions): Promise<Graphql> {
  const server = await buildServer({
    settings: parseSettings(JSON.stringify({ ...EVERY_CALL_COUNTS, ...settings }), {}),
    sandbox,
    logger,
    redisUrl,
    index,
    imports,
    ...(now === undefined ? {} : { now }),
    ...(compileAfter === undefined ? {} : { compileAfter }),
  });
  const url = `${await server.listen({ port: 0, host: '127.0.0.1' })}/graphql`;
  const send = async (request: RequestInit, search = ''): Promise<Answer> => {
    const response = await fetch(url + search, request);
    return readAnswer(response.status, await response.text());
  };
  return {
    url,
    send,
    query: (query, variables = {}) =>
      send({
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      }),
    close: () => server.close(),
  };
}

function readAnswer(status: number, text: string): Answer {
  const { data, errors, extensions } = JSON.parse(text) as {
    data?: Json | null;
    errors?: readonly GraphqlError[];
    extensions?: { warnings?: readonly Part[] };
  };
  return { status, data, errors: errors ?? [], warnings: extensions?.warnings ?? [], text };
}
