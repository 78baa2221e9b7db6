// The ways in which any gateway breaks, below its own envelope.

import type { FastifyReply } from 'fastify';
import { writeJson } from '../common/json.js';

type Breakage = 'serverError' | 'truncated' | 'silent' | 'reset';

export const send = (reply: FastifyReply, envelope: unknown): FastifyReply =>
  reply.type('application/json; charset=utf-8').send(writeJson(envelope));

/** Breaks a reply that would have been the given envelope. */
export function breakReply(reply: FastifyReply, breakage: Breakage, good: unknown): FastifyReply {
  switch (breakage) {
    case 'serverError': // HTTP 500 with a page of HTML
      return reply
        .code(500)
        .type('text/html; charset=utf-8')
        .send('<html><head><title>500</title></head><body><h1>Internal Server Error</h1></body></html>');
    case 'truncated': // a good reply, cut in the middle
      return reply.type('application/json; charset=utf-8').send(halfOf(writeJson(good)));
    case 'silent': // never answers; the socket is destroyed when the sandbox closes
      return reply.hijack();
    case 'reset':
      reply.hijack();
      reply.raw.socket?.resetAndDestroy();
      return reply;
  }
}

const halfOf = (text: string): string => text.slice(0, Math.floor(text.length / 2));
