// The settings of running a server: how it ends, and what it tells of its work.
import { IsOptional, ValidateNested } from 'class-validator';
import { isHost } from './address.js';
import { Address, Fraction, Integer, LONGEST_TIMER, OneOf, Text } from './rules.js';
import { Secret } from './secret.js';

/** How a process ends. */
export class ShutdownSettings {
  /** Milliseconds between the signal and the end of listening, in which /readyz says no; default 0. */
  @Integer(0, LONGEST_TIMER)
  readonly delayMs: number = 0;

  /** Milliseconds after that within which it has ended, whatever is left; default as long as a request may take, and some. */
  @IsOptional()
  @Integer(1, LONGEST_TIMER)
  readonly timeoutMs?: number;
}

/** Where metrics are told beside /metrics, which needs the scope metrics:read. */
export class MetricsSettings {
  /** TCP port at which whoever can reach it may read them; default none. */
  @IsOptional()
  @Integer(1, 65_535)
  readonly port?: number;

  /** Address to listen on there; default 127.0.0.1. */
  @Text('must be a host name or an IP address, without brackets', isHost)
  readonly host: string = '127.0.0.1';
}

/** How lines of the log are written: as it fits whoever reads them, as JSON, or for people. */
const logFormats = ['auto', 'json', 'pretty'] as const;

/** What is logged of requests, and how. */
export class LogSettings {
  /** The part of requests answered well that have a line, 0 to 1; those that failed always have one; default 1. */
  @Fraction()
  readonly sample: number = 1;

  /** Whether lines are JSON or for people; default for people where standard output is a terminal. */
  @OneOf(logFormats)
  readonly format: (typeof logFormats)[number] = 'auto';
}

const SHORTEST_SECRET = 16;

/** Where alerts are sent. */
export class WebhookSettings {
  /** What is called with each, by POST. */
  @Address()
  readonly url!: string;

  /** What signs them: HMAC-SHA256 over timestamp, full stop and body; at least 16 characters. */
  @Secret()
  @Text(`must be a string of at least ${SHORTEST_SECRET} characters`, (text) => text.length >= SHORTEST_SECRET)
  readonly secret!: string;
}

/** Who hears of what merchants should see to, beside the log. */
export class AlertSettings {
  /** Default none. */
  @IsOptional()
  @ValidateNested()
  readonly webhook?: WebhookSettings;
}
