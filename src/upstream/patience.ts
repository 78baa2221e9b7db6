// How long a call waits for one gateway, where the shop has another that can be called instead.
import type { GatewayCall } from './types.js';

const PATIENCE_MS = 1_500;

/** Milliseconds; no end where the gateway is the last. */
export const patienceMs = ({ request, shopGateway }: Pick<GatewayCall, 'request' | 'shopGateway'>): number =>
  shopGateway === request.gateways.at(-1) ? Number.POSITIVE_INFINITY : PATIENCE_MS;
