// What the gateways to 1688 under contract have in common on the wire.
import type { GatewayCase, Refusal } from './gateway.js';
import type { Part } from './json.js';
import { REFUSALS_1688 } from './refusals/1688.js';

/** The names in a list that travels as one text. */
export const namesIn = (text: unknown): readonly string[] =>
  text === undefined || text === '' ? [] : String(text).split(',');

export const unquotedOrderId = (body: string): string => /"order_id":(\d+)[,}]/.exec(body)?.[1] ?? 'quoted or missing';

export const resultIn: GatewayCase['documentIn'] = ({ data }) => (data as { result: Part }).result;

export const refusalsBy = (refuse: GatewayCase['refuse']): readonly Refusal[] =>
  REFUSALS_1688.map(([code, message, fault, retryable]) => ({
    what: `${code} ${message}`,
    envelope: refuse(code, message),
    extensions: { code: fault, upstreamCode: String(code), upstreamMessage: message, retryable },
  }));
