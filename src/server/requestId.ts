// The id of a request: the one that its caller gives, so that one id follows it through every log, or one of ours.
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

export const REQUEST_ID_HEADER = 'x-request-id';

/** It stands in logs and headers, so it is short and holds nothing that any reader of them takes for more than text. */
const CLEAN = /^[A-Za-z0-9._:+=-]{1,128}$/;

export function requestIdOf({ headers }: IncomingMessage): string {
  const given = headers[REQUEST_ID_HEADER];
  return typeof given === 'string' && CLEAN.test(given) ? given : randomUUID();
}
