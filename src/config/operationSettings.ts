// The settings of running a server: how it ends.
import { IsOptional } from 'class-validator';
import { Integer, LONGEST_TIMER } from './rules.js';

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
