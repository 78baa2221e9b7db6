// What a call passes on its way from the loader to a gateway, outermost layer first.
import { behindBreaker } from './breaker.js';
import { type CachingSettings, caching } from './caching.js';
import type { AskOrder } from './call.js';
import { failingOver } from './failover.js';
import { joining } from './joining.js';
import { pacing } from './pacing.js';
import { retrying } from './retry.js';
import { type SendSettings, sending } from './sending.js';

export interface UpstreamSettings extends CachingSettings, SendSettings {
  /** Times that a call is tried again at most. */
  readonly retries: number;
}

export const upstream = (settings: UpstreamSettings): AskOrder =>
  caching(settings)(joining(failingOver(behindBreaker(retrying(settings.retries)(pacing(sending(settings)))))));
