// Recorded replies: the sandbox's gateways send them for the orders that were recorded, to whoever asks rightly.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyReply } from 'fastify';
import { EXCHANGE_FILE, type ExchangeInfo, REPLY_FILE, REPLY_TEXT_FILE } from '../common/exchange.js';
import { ConfigError } from '../config/configErrors.js';

export interface RecordedReply {
  readonly subtrees: readonly string[];
  /** Of HTTP. */
  readonly status: number;
  readonly isJson: boolean;
  readonly text: string;
}

/** The reply that fits what is asked of an order best; undefined where none of it was recorded. */
export type FindRecorded = (orderId: string, subtrees: readonly string[]) => RecordedReply | undefined;

/** By gateway. */
export type Replay = (gateway: string) => FindRecorded;

export const NO_REPLAY: Replay = () => () => undefined;

/** @throws ConfigError when the folder or what is in it cannot be read */
export function readReplay(folder: string, setting: string): Replay {
  const recorded = new Map<string, RecordedReply[]>();
  for (const place of placesIn(folder, setting)) {
    const { gateway, orderId, reply } = readExchange(place, setting);
    const name = `${gateway} ${orderId}`;
    recorded.set(name, [...(recorded.get(name) ?? []), reply]);
  }
  return (gateway) => (orderId, subtrees) => bestOf(recorded.get(`${gateway} ${orderId}`) ?? [], subtrees);
}

/** DIR/GATEWAY/NAME, wherever there is an exchange. */
function placesIn(folder: string, setting: string): readonly string[] {
  try {
    const folders = (path: string): readonly string[] =>
      readdirSync(path, { withFileTypes: true }).flatMap((entry) =>
        entry.isDirectory() ? [join(path, entry.name)] : [],
      );
    return folders(folder)
      .flatMap(folders)
      .filter((place) => existsSync(join(place, EXCHANGE_FILE)))
      .sort();
  } catch (error) {
    throw new ConfigError([`${setting}: ${folder} cannot be read (${(error as NodeJS.ErrnoException).code})`]);
  }
}

function readExchange(place: string, setting: string) {
  try {
    const info = JSON.parse(readFileSync(join(place, EXCHANGE_FILE), 'utf8')) as ExchangeInfo;
    const isJson = existsSync(join(place, REPLY_FILE));
    const text = readFileSync(join(place, isJson ? REPLY_FILE : REPLY_TEXT_FILE), 'utf8');
    const { gateway, orderId, subtrees, status } = info;
    return { gateway, orderId, reply: { subtrees, status, isJson, text } };
  } catch {
    throw new ConfigError([`${setting}: ${place} holds no exchange that can be read`]);
  }
}

/** The smallest that has all that is asked for; else the one that has most of it. */
function bestOf(replies: readonly RecordedReply[], asked: readonly string[]): RecordedReply | undefined {
  const missing = ({ subtrees }: RecordedReply): number => asked.filter((name) => !subtrees.includes(name)).length;
  const [best] = [...replies].sort(
    (one, other) => missing(one) - missing(other) || one.subtrees.length - other.subtrees.length,
  );
  return best;
}

export const sendRecorded = (reply: FastifyReply, { status, isJson, text }: RecordedReply): FastifyReply =>
  reply
    .code(status)
    .type(isJson ? 'application/json; charset=utf-8' : 'text/html; charset=utf-8')
    .send(text);
