// Tells a webhook of alerts: signed, so that it can be believed, and again after a while where it does not answer.
import { createHmac } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyBaseLogger } from 'fastify';
import type { WebhookSettings } from '../../config/operationSettings.js';
import type { StandingAlert } from './alertRegister.js';
import type { AlertState } from './currentAlerts.js';

export interface AlertMessage extends AlertState {
  /** The same however often it is sent; another of the beginning than of the end. */
  readonly id: string;
  /** The same at the beginning and at the end, and another when it begins again. */
  readonly alert: string;
  readonly state: 'BEGUN' | 'RESOLVED';
  /** When that was noticed, and when the beginning was. */
  readonly at: Date;
  readonly since: Date;
}

export function messageOf({ name, since, ...said }: StandingAlert, state: AlertMessage['state'], at: Date) {
  const { kind, shop, gateway, detail, count } = said;
  const alert = `${name} ${since.getTime()}`;
  return {
    id: `${alert} ${state}`,
    alert,
    state,
    at,
    since,
    kind,
    shop,
    gateway,
    detail,
    count,
  } satisfies AlertMessage;
}

/** Resolves to whether it was taken; it never rejects. */
export type SendAlert = (message: AlertMessage) => Promise<boolean>;

const CALL_MS = 5_000;

/** Times that it is tried, and the pause after the first of them, which doubles. */
const TRIES = 6;
const FIRST_PAUSE_MS = 1_000;

/** HMAC-SHA256 over the seconds of the timestamp, a full stop, and the body, in hexadecimal. */
export const signatureOf = (secret: string, timestamp: string, body: string): string =>
  createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');

export function createWebhook(
  { url, secret }: WebhookSettings,
  log: FastifyBaseLogger,
  firstPauseMs = FIRST_PAUSE_MS,
): SendAlert {
  async function post(body: string): Promise<number> {
    const timestamp = String(Math.floor(Date.now() / 1000));
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.timeout(CALL_MS),
      headers: {
        'content-type': 'application/json',
        'x-ordergraph-timestamp': timestamp,
        'x-ordergraph-signature': `sha256=${signatureOf(secret, timestamp, body)}`,
      },
      body,
    });
    await response.body?.cancel();
    return response.status;
  }

  return async (message) => {
    const body = JSON.stringify(message);
    let why: number | string = '';
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      if (attempt > 0) await pause(firstPauseMs * 2 ** (attempt - 1), undefined, { ref: false });
      try {
        why = await post(body);
        if (why >= 200 && why < 300) return true;
      } catch (error) {
        why = (error as Error).name;
      }
    }
    log.warn({ alert: message.kind, shop: message.shop, why }, 'The webhook for alerts does not take them');
    return false;
  };
}
