// An operation as a client sends it over HTTP: in the body of a POST or in the address of a GET.
import type { FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { isObject, type JsonObject } from '../../common/object.js';
import { parseStrictJson } from '../../common/strictJson.js';
import { RequestError } from '../requestError.js';

export interface OperationRequest {
  /** The query text; undefined where only a name is given. */
  readonly query: string | undefined;
  /** The name of a trusted document: `documentId`, `id` or the hash of a persisted query. */
  readonly documentId: string | undefined;
  /** Makes the request ask this text, and name no document. */
  readonly setQuery: (text: string) => void;
}

/**
 * Reads the operation; an empty operationName is none, as GraphQL over HTTP has it.
 * @throws RequestError for search parameters that are given twice or are not JSON
 */
export const operationRequestOf = (request: FastifyRequest): OperationRequest =>
  request.method === 'POST' ? operationInBody(request) : operationInAddress(request);

function operationInBody(request: FastifyRequest): OperationRequest {
  if (isObject(request.body) && request.body.operationName === '') {
    const { operationName: _operationName, ...rest } = request.body;
    request.body = rest;
  }
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

/** Apollo reads the address again and loses digits, so that they are written there as texts. */
function operationInAddress(request: FastifyRequest): OperationRequest {
  // Read as Apollo will read it: a request that two readers understand differently slips between them.
  const { pathname, searchParams } = new URL(request.url, 'http://localhost/');
  refuseRepeated(searchParams);
  if (searchParams.get('operationName') === '') searchParams.delete('operationName');
  const extensions = objectIn(searchParams, 'extensions');
  objectIn(searchParams, 'variables');
  const write = (): void => {
    request.raw.url = `${pathname}?${searchParams}`;
  };
  write();
  return {
    query: textOf(searchParams.get('query')),
    documentId: documentIdOf(Object.fromEntries(searchParams), extensions),
    setQuery(query) {
      for (const name of ['documentId', 'id', 'extensions']) searchParams.delete(name);
      if (extensions) searchParams.set('extensions', JSON.stringify(withoutPersistedQuery(extensions)));
      searchParams.set('query', query);
      write();
    },
  };
}

/** What is asked, by the names that GraphQL over HTTP has. */
export interface OperationBody {
  readonly query: string | undefined;
  readonly operationName: string | undefined;
  readonly variables: JsonObject | undefined;
  readonly extensions: JsonObject | undefined;
}

/** A body whose every part is as it should be. Some clients write null for what they leave out. */
export function operationBodyOf(body: unknown): OperationBody | undefined {
  if (!isObject(body)) return undefined;
  const query = body.query ?? undefined;
  const operationName = body.operationName ?? undefined;
  const variables = body.variables ?? undefined;
  const extensions = body.extensions ?? undefined;
  if (query !== undefined && typeof query !== 'string') return undefined;
  if (operationName !== undefined && typeof operationName !== 'string') return undefined;
  if (variables !== undefined && !isObject(variables)) return undefined;
  if (extensions !== undefined && !isObject(extensions)) return undefined;
  return { query, operationName, variables, extensions };
}

/** The same of a request that operationRequestOf has read: what is in its address is JSON by then. */
export function operationBodyIn({ method, body, raw }: FastifyRequest): OperationBody | undefined {
  if (method === 'POST') return operationBodyOf(body);
  const { searchParams } = new URL(raw.url ?? '', 'http://localhost/');
  const parameters = [...searchParams].map(([name, text]) => [
    name,
    JSON_PARAMETERS.has(name) ? JSON.parse(text) : text,
  ]);
  return operationBodyOf(Object.fromEntries(parameters));
}

const JSON_PARAMETERS: ReadonlySet<string> = new Set(['variables', 'extensions']);

const PARAMETERS = ['query', 'operationName', 'variables', 'extensions', 'documentId', 'id'];

function refuseRepeated(searchParams: URLSearchParams): void {
  const repeated = PARAMETERS.find((name) => searchParams.getAll(name).length > 1);
  if (repeated !== undefined) throw new RequestError(400, `The search parameter ${repeated} is given more than once.`);
}

/**
 * The JSON object in a search parameter, which then holds it without numbers that JSON.parse would round; undefined where
 * there is none, or null as in bodies.
 */
function objectIn(searchParams: URLSearchParams, name: string): JsonObject | undefined {
  const text = searchParams.get(name);
  if (text === null) return undefined;
  const value = parseStrictJson(text);
  if (value === undefined) throw new RequestError(400, `The search parameter ${name} is not JSON.`);
  if (value === null) {
    searchParams.delete(name);
    return undefined;
  }
  if (!isObject(value)) throw new RequestError(400, `The search parameter ${name} is not a JSON object.`);
  searchParams.set(name, JSON.stringify(value));
  return value;
}

function documentIdOf({ documentId, id }: JsonObject, extensions: unknown): string | undefined {
  const persisted = isObject(extensions) ? extensions.persistedQuery : undefined;
  return textOf(documentId) ?? textOf(id) ?? textOf(isObject(persisted) ? persisted.sha256Hash : undefined);
}

function withoutPersistedQuery({ persistedQuery: _persistedQuery, ...rest }: JsonObject): JsonObject {
  return rest;
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

const RESPONSE_TYPE = 'application/graphql-response+json';

/** Whether a client names JSON and no better type: it takes every status but 200 for a failure on the way. */
export const readsOnly200 = ({ headers: { accept = '' } }: FastifyRequest): boolean =>
  accept.includes('application/json') && !accept.includes(RESPONSE_TYPE);

/** The media type of an answer that Apollo does not write. */
export const mediaTypeFor = ({ headers: { accept = '' } }: FastifyRequest): string =>
  `${accept.includes(RESPONSE_TYPE) ? RESPONSE_TYPE : 'application/json'}; charset=utf-8`;

const knownHosts = new LRUCache<string, true>({ maxSize: 10_000, sizeCalculation: (_, host) => host.length || 1 });

/** Whether the address, with the Host that the client names, is one at all: Apollo is handed both as one. */
export function isAddressed(request: FastifyRequest): boolean {
  const { url, host } = request;
  if (url === '/graphql' && knownHosts.has(host)) return true;
  const isGood = URL.canParse(url, `${request.protocol}://${request.hostname}/`);
  if (isGood) knownHosts.set(host, true);
  return isGood;
}
