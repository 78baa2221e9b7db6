// An operation as a client sends it over HTTP: in the body of a POST or in the address of a GET.
import type { FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { isObject, type JsonObject } from '../../common/object.js';

export interface OperationRequest {
  /** The query text; undefined where only a name is given. */
  readonly query: string | undefined;
  /** The name of a trusted document: `documentId`, `id` or the hash of a persisted query. */
  readonly documentId: string | undefined;
  /** Makes the request ask this text, and name no document. */
  readonly setQuery: (text: string) => void;
}

export const operationRequestOf = (request: FastifyRequest): OperationRequest =>
  request.method === 'POST' ? operationInBody(request) : operationInAddress(request);

function operationInBody(request: FastifyRequest): OperationRequest {
  const body = isObject(request.body) ? request.body : {};
  return {
    query: textOf(body.query),
    documentId: documentIdOf(body, body.extensions),
    setQuery(query) {
      const { documentId: _documentId, id: _id, extensions, ...rest } = body;
      request.body = {
        ...rest,
        query,
        ...(isObject(extensions) && { extensions: withoutPersistedQuery(extensions) }),
      };
    },
  };
}

function operationInAddress(request: FastifyRequest): OperationRequest {
  // Read as Apollo will read it: a request that two readers understand differently slips between them.
  const { pathname, searchParams } = new URL(request.url, 'http://localhost/');
  const extensions = parse(searchParams.get('extensions'));
  return {
    query: textOf(searchParams.get('query')),
    documentId: documentIdOf(Object.fromEntries(searchParams), extensions),
    setQuery(query) {
      for (const name of ['documentId', 'id', 'extensions']) searchParams.delete(name);
      if (isObject(extensions)) searchParams.set('extensions', JSON.stringify(withoutPersistedQuery(extensions)));
      searchParams.set('query', query);
      request.raw.url = `${pathname}?${searchParams}`;
    },
  };
}

function documentIdOf({ documentId, id }: JsonObject, extensions: unknown): string | undefined {
  const persisted = isObject(extensions) ? extensions.persistedQuery : undefined;
  return textOf(documentId) ?? textOf(id) ?? textOf(isObject(persisted) ? persisted.sha256Hash : undefined);
}

function withoutPersistedQuery({ persistedQuery: _persistedQuery, ...rest }: JsonObject): JsonObject {
  return rest;
}

function parse(json: string | null): unknown {
  try {
    return json === null ? undefined : JSON.parse(json);
  } catch {
    return undefined; // Apollo refuses it
  }
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

const RESPONSE_TYPE = 'application/graphql-response+json';

/** Whether a client names JSON and no better type: it takes every status but 200 for a failure on the way. */
export const readsOnly200 = ({ headers: { accept = '' } }: FastifyRequest): boolean =>
  accept.includes('application/json') && !accept.includes(RESPONSE_TYPE);

/** The media type of an answer that Apollo does not write. */
export const mediaTypeFor = ({ headers: { accept = '' } }: FastifyRequest): string =>
  `${accept.includes(RESPONSE_TYPE) ? RESPONSE_TYPE : 'application/json'}; charset=utf-8`;

const knownHosts = new LRUCache<string, true>({ max: 100 });

/** Whether the address, with the Host that the client names, is one at all: Apollo is handed both as one. */
export function isAddressed(request: FastifyRequest): boolean {
  const { url, host } = request;
  if (url === '/graphql' && knownHosts.has(host)) return true;
  const isGood = URL.canParse(url, `${request.protocol}://${request.hostname}/`);
  if (isGood) knownHosts.set(host, true);
  return isGood;
}
