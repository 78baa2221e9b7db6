// What stands around a query in HTTP: where its text is, what it is answered as, which other sites may ask.
import type { FastifyCorsOptions } from '@fastify/cors';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { isObject, type JsonObject } from '../../common/object.js';
import type { CorsSettings } from '../../config/settings.js';

/** What a request asks, wherever it says so: in the body of a POST or in the address of a GET. */
export interface Asked {
  readonly text: string | undefined;
  /** The name of a trusted document: `documentId`, `id` or the hash of a persisted query. */
  readonly documentId: string | undefined;
  /** From here on the request asks this text, and names no document. */
  readonly become: (text: string) => void;
}

export const askedBy = (request: FastifyRequest): Asked =>
  request.method === 'POST' ? askedInBody(request) : askedInAddress(request);

function askedInBody(request: FastifyRequest): Asked {
  const body = isObject(request.body) ? request.body : {};
  return {
    text: textIn(body.query),
    documentId: documentIdIn(body, body.extensions),
    become(query) {
      const { documentId: _documentId, id: _id, extensions, ...rest } = body;
      request.body = {
        ...rest,
        query,
        ...(isObject(extensions) && { extensions: withoutPersistedQuery(extensions) }),
      };
    },
  };
}

function askedInAddress(request: FastifyRequest): Asked {
  // Read as Apollo will read it: a request that two readers understand differently slips between them.
  const { pathname, searchParams } = new URL(request.url, 'http://localhost/');
  const extensions = parsed(searchParams.get('extensions'));
  return {
    text: textIn(searchParams.get('query')),
    documentId: documentIdIn(Object.fromEntries(searchParams), extensions),
    become(query) {
      for (const name of ['documentId', 'id', 'extensions']) searchParams.delete(name);
      if (isObject(extensions)) searchParams.set('extensions', JSON.stringify(withoutPersistedQuery(extensions)));
      searchParams.set('query', query);
      request.raw.url = `${pathname}?${searchParams}`;
    },
  };
}

function documentIdIn({ documentId, id }: JsonObject, extensions: unknown): string | undefined {
  const persisted = isObject(extensions) ? extensions.persistedQuery : undefined;
  return textIn(documentId) ?? textIn(id) ?? textIn(isObject(persisted) ? persisted.sha256Hash : undefined);
}

function withoutPersistedQuery({ persistedQuery: _persistedQuery, ...rest }: JsonObject): JsonObject {
  return rest;
}

function parsed(json: string | null): unknown {
  try {
    return json === null ? undefined : JSON.parse(json);
  } catch {
    return undefined; // Apollo refuses it
  }
}

const textIn = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

const RESPONSE_TYPE = 'application/graphql-response+json';

/** The media type of an answer that Apollo does not write. */
export const answerTypeFor = ({ headers: { accept = '' } }: FastifyRequest): string =>
  `${accept.includes(RESPONSE_TYPE) ? RESPONSE_TYPE : 'application/json'}; charset=utf-8`;

const goodHosts = new LRUCache<string, true>({ max: 100 });

/** Whether the address, with the Host that the caller names, is one at all: Apollo is handed both as one. */
export function isAddressed(request: FastifyRequest): boolean {
  const { url, host } = request;
  if (url === '/graphql' && goodHosts.has(host)) return true;
  const isGood = URL.canParse(url, `${request.protocol}://${request.hostname}/`);
  if (isGood) goodHosts.set(host, true);
  return isGood;
}

/** Answers what no route takes. */
export async function refuseRoute(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  // Not parsed: an address that no route takes may be none.
  const isKnown = request.url.split('?')[0] === '/graphql';
  if (isKnown) reply.header('allow', 'GET, POST');
  const message = isKnown ? `${request.method} is not how queries are sent.` : 'There is nothing here.';
  return reply
    .code(isKnown ? 405 : 404)
    .type(answerTypeFor(request))
    .send(JSON.stringify({ errors: [{ message, extensions: { code: 'BAD_REQUEST' } }] }));
}

/** Credentials travel in a header that pages set themselves, so browsers are told to add none of their own. */
export const corsOptions = ({ origins }: CorsSettings): FastifyCorsOptions => ({
  origin: [...origins],
  methods: ['GET', 'POST'],
  allowedHeaders: [
    'authorization',
    'content-type',
    'apollo-require-preflight',
    'x-apollo-operation-name',
    'x-ordergraph-plan',
  ],
  exposedHeaders: ['x-request-id', 'retry-after', 'ratelimit-limit', 'ratelimit-remaining', 'ratelimit-reset'],
  credentials: false,
  maxAge: 600,
});
