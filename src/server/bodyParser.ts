// Parses the JSON body of a request; variables may hold order ids as numbers, whose digits must survive.
import type { FastifyInstance } from 'fastify';
import { parseJson } from '../common/json.js';

/** Replaces Fastify's own parser of JSON, which loses digits. */
export function setBodyParser(app: FastifyInstance): void {
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (_request, text, done) => {
    const body = parse(text);
    if (body !== undefined) done(null, body);
    else done(Object.assign(new Error('The body is not JSON.'), { statusCode: 400 }));
  });
}

function parse(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return undefined; // The caller's mistake, and the words of JSON.parse would repeat it.
  }
}
