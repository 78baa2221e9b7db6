// Keeps exchanges with gateways as fixtures: the request as it would be with the stand-ins, the reply without people and
// secrets, and what else a replay needs to know.
import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EXCHANGE_FILE, type ExchangeInfo, REPLY_FILE, REPLY_TEXT_FILE, REQUEST_FILE } from '../common/exchange.js';
import type { GatewaySettings } from '../config/gatewaySettings.js';
import type { GatewayDefinition, OrderQuery } from '../platforms/gateway.js';
import type { HttpRequest } from '../protocols/http.js';
import { scrubReply } from './scrub.js';
import { settingsWithStandIns, tellingValuesOf } from './settings.js';
import type { StandIns } from './standIns.js';

/** What was asked of a gateway, and what it sent. */
export interface Exchange {
  readonly definition: GatewayDefinition;
  /** As called: with the token of the moment. */
  readonly settings: GatewaySettings;
  readonly query: OrderQuery;
  readonly at: Date;
  readonly status: number;
  readonly text: string;
}

/** Files for their owner alone: stand-ins are no reason to show a shop's business to others. */
const FOLDER_MODE = 0o700;
const FILE_MODE = 0o600;

/**
 * Writes an exchange into a folder; one of the same order and the same subtrees takes its place. Resolves to its folder.
 * @throws Error when it cannot be written
 */
export async function keepExchange(folder: string, exchange: Exchange, standIns: StandIns): Promise<string> {
  const { definition, settings, query } = exchange;
  const secrets = tellingValuesOf(settings);
  const reply = scrubReply(definition, exchange.text, { standIns, secrets, orderId: query.orderId });
  const info = infoOf(exchange, standIns);
  const request = requestOf(exchange, standIns);
  const place = join(folder, definition.type, nameOf(query));
  await mkdir(place, { recursive: true, mode: FOLDER_MODE });
  const [kept, other] = reply.isJson ? [REPLY_FILE, REPLY_TEXT_FILE] : [REPLY_TEXT_FILE, REPLY_FILE];
  await rm(join(place, other), { force: true });
  await Promise.all([
    write(join(place, REQUEST_FILE), jsonOf(request)),
    write(join(place, EXCHANGE_FILE), jsonOf(info)),
    write(join(place, kept), reply.text),
  ]);
  return place;
}

const write = (path: string, text: string): Promise<void> => writeFile(path, text, { mode: FILE_MODE });

const jsonOf = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

function infoOf({ definition, settings, query, at, status }: Exchange, standIns: StandIns): ExchangeInfo {
  const { orderId, outOrderId, attributeKeys, subtrees } = query;
  return {
    gateway: definition.type,
    orderId,
    outOrderId,
    attributeKeys,
    subtrees,
    status,
    recordedAt: at.toISOString(),
    settings: { ...settingsWithStandIns(settings, definition, standIns) },
  };
}

/** Signed with the stand-ins, so that whoever knows them can check the signature. */
function requestOf({ definition, settings, query, at }: Exchange, standIns: StandIns): object {
  const called = settingsWithStandIns(settings, definition, standIns);
  const { url, headers, body }: HttpRequest = definition.buildRequest(query, called, at);
  const { pathname, search } = new URL(url);
  const { authorization } = headers;
  return {
    method: 'POST',
    url: pathname + search,
    ...(authorization !== undefined && { authorization }),
    contentType: headers['content-type'],
    body,
  };
}

/** Of the order, and of what was asked for of it. */
function nameOf({ orderId, outOrderId, attributeKeys, subtrees }: OrderQuery): string {
  const asked = JSON.stringify([outOrderId ?? null, attributeKeys, [...subtrees].sort()]);
  return `${orderId}-${createHash('sha256').update(asked).digest('hex').slice(0, 8)}`;
}
