// The settings of running a server: how it ends, and where it tells what it counts.
import { IsOptional } from 'class-validator';
import { isHost } from './address.js';
import { Integer, LONGEST_TIMER, Text } from './rules.js';

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
