// What the gateways to 1688 read from a request.

import type { IncomingHttpHeaders } from 'node:http';
import { parseJson } from '../../common/json.js';
import { isObject, type JsonObject } from '../../common/object.js';

export interface EndpointRequest {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface OrderQuery {
  readonly orderId: string;
  readonly includeFields: string | undefined;
  readonly attributeKeys?: readonly string[] | undefined;
  readonly outOrderId?: string | undefined;
}

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
