// Keeps what a server's gateways send while it serves: it takes the place of the recorder that the server has, and hands
// on to it.

import type { GatewaySettings } from '../config/gatewaySettings.js';
import type { Settings } from '../config/index.js';
import { compiledGatewayFor } from '../platforms/index.js';
import { credentialOf } from '../upstream/shops.js';
import type { OrderRecorder } from '../upstream/types.js';
import { keepExchange } from './recorder.js';
import type { StandIns } from './standIns.js';

interface LiveRecorderOptions {
  readonly folder: string;
  readonly settings: Settings;
  readonly standIns: StandIns;
  readonly onError: (error: unknown) => void;
}

/** Whoever asked waits for none of it: exchanges are written one after the other, and what is too much is left out. */
const MAX_WAITING = 1_000;

export function createLiveRecorder({ folder, settings, standIns, onError }: LiveRecorderOptions) {
  const configured = new Map<string, GatewaySettings>(
    settings.shops.flatMap(({ gateways }) => gateways.map((gateway) => [credentialOf(gateway), gateway] as const)),
  );
  let last = Promise.resolve();
  let waiting = 0;

  const record: OrderRecorder['record'] = (origin, text) => {
    const gateway = configured.get(origin.credential);
    if (gateway === undefined || waiting >= MAX_WAITING) return;
    waiting += 1;
    const { orderId, outOrderId, attributeKeys = [], subtrees, status, fetchedAt } = origin;
    const exchange = {
      definition: compiledGatewayFor(gateway).definition,
      settings: gateway,
      query: { orderId, outOrderId, attributeKeys, subtrees },
      at: new Date(fetchedAt),
      status,
      text,
    };
    last = last
      .then(() => keepExchange(folder, exchange, standIns))
      .then(() => {}, onError)
      .finally(() => {
        waiting -= 1;
      });
  };
  return { record, whenIdle: () => last };
}
