// The settings that every gateway of a shop shares.
import { IsOptional } from 'class-validator';
import { Address, Flag, Integer, PositiveNumber, Text } from './rules.js';

/** What every gateway of a shop may be told; each gateway's own class adds its credentials. */
export class GatewaySettings {
  /** Which gateway this is, such as VV_TOOL: it decides the other settings. */
  @Text()
  readonly type!: string;

  /** Absolute http or https URL that calls go to; default the gateway's public address. */
  @IsOptional()
  @Address()
  readonly url?: string;

  /** Calls started per second at most, above 0, fractions allowed; default no limit unless the gateway publishes one. */
  @IsOptional()
  @PositiveNumber()
  readonly requestsPerSecond?: number;

  /** Calls in flight at once at most, an integer of at least 1; default no limit. */
  @IsOptional()
  @Integer(1)
  readonly maxConcurrent?: number;

  /** Whether calls name the trace that they belong to, in the header traceparent of W3C; default false. */
  @IsOptional()
  @Flag()
  readonly traceContext?: boolean;
}
