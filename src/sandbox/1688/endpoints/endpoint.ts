// What the three doors have in common: the shape of a door, of the question it reads, and how JSON questions are read.

import type { IncomingHttpHeaders } from 'node:http';
import { parseJson } from '../../../common/json.js';
import { isObject, type JsonObject } from '../../../common/object.js';
import type { Spelling } from '../../../mapping/spelling.js';
import type { Document } from '../../document.js';
import type { Refusal } from '../special.js';
import type { View } from '../view.js';
import type { Longs } from '../wire.js';

export type EndpointRequest = { readonly headers: IncomingHttpHeaders; readonly body: string };

export type OrderQuery = {
  readonly orderId: string;
  readonly includeFields: string | undefined;
  readonly attributeKeys?: readonly string[] | undefined;
  readonly outOrderId?: string | undefined;
};

/** What an envelope holds. A gateway says success as the string "true", and on a bad day "false" beside code 0. */
export type Answer = {
  readonly result: Document | null;
  readonly retCodes: readonly string[];
  readonly success: 'true' | 'false';
};

export type Envelope = Readonly<Record<string, unknown>>;

export type Endpoint = {
  readonly path: string;
  readonly view: View;
  readonly spelling: Spelling;
  readonly longs: Longs;
  /** Checks a request as strictly as the original: a question, or why there is none. */
  readonly read: (request: EndpointRequest) => OrderQuery | Refusal;
  readonly buildReply: (answer: Answer) => Envelope;
  readonly refuse: (refusal: Refusal) => Envelope;
};

/** The members of a JSON object sent as application/json; undefined when it is anything else. */
export function jsonMembers({ headers, body }: EndpointRequest): JsonObject | undefined {
  if (!headers['content-type']?.startsWith('application/json')) return undefined;
  try {
    const value = parseJson(body);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** An order id: a JSON integer, or a string of at most 32 digits. */
export function readOrderId(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  return /^\d{1,32}$/.test(String(value)) ? String(value) : undefined;
}

export const isTextOrAbsent = (value: unknown): value is string | undefined =>
  value === undefined || typeof value === 'string';

export const isTextsOrAbsent = (value: unknown): value is readonly string[] | undefined =>
  value === undefined || (Array.isArray(value) && value.every((key) => typeof key === 'string'));
