// Parses the JSON body of a request; variables may hold order ids as numbers, whose digits must survive.
import { isUtf8 } from 'node:buffer';
import type { FastifyInstance } from 'fastify';
import { parseStrictJson } from '../common/strictJson.js';
import { RequestError } from './requestError.js';

/** Replaces Fastify's own parser of JSON, which loses digits. */
export function setBodyParser(app: FastifyInstance): void {
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer' }, (request, bytes, done) => {
    const encoding = request.headers['content-encoding'];
    if (encoding !== undefined && encoding.toLowerCase() !== IDENTITY) return done(compressed(encoding));
    const body = isUtf8(bytes) ? parseStrictJson(bytes.toString()) : undefined;
    if (body !== undefined) done(null, body);
    else done(new RequestError(400, 'The body is not JSON.'));
  });
}

const IDENTITY = 'identity';

/** A query is short, and what a few bytes unpack to is not known beforehand. */
function compressed(encoding: string): RequestError {
  const name = encoding.slice(0, MAX_NAME_LENGTH);
  const message = `Bodies are read as they are; content-encoding ${name} is not supported.`;
  return new RequestError(415, message, { 'accept-encoding': IDENTITY });
}

const MAX_NAME_LENGTH = 40;
