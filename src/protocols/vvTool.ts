// The protocol of vv-tool and damaijia168: JSON posted with an access token, results and refusals both in HTTP 200.

import { writeJson } from '../common/json.js';
import { parseEnvelope } from './envelope1688.js';
import { CODES } from './faults1688.js';
import type { HttpRequest, OrderReply, ReceivedReply } from './http.js';

/** A bigint among the parameters travels as an exact JSON integer. */
export const buildRequest = (
  url: string,
  authorization: string,
  parameters: Readonly<Record<string, unknown>>,
): HttpRequest => ({
  url,
  headers: { authorization, 'content-type': 'application/json' },
  body: writeJson(parameters),
});

/** The code stands at the top or inside data, and is called code or status. */
export const parseReply = (reply: ReceivedReply): OrderReply => parseEnvelope(reply, CODES);
