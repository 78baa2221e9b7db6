// The settings that every gateway of a shop shares.
import { IsOptional } from 'class-validator';
import { Integer, PositiveNumber, Text } from './rules.js';

// fetch refuses addresses that carry a user name or a password: better said at start than at the first call.
function isAddress(text: string): boolean {
  // URL takes line breaks and blanks at the ends, and leaves them out.
  if (!URL.canParse(text) || /\s/.test(text)) return false;
  const { protocol, username, password } = new URL(text);
  return (protocol === 'http:' || protocol === 'https:') && username === '' && password === '';
}

/** What every gateway of a shop may be told; each gateway's own class adds its credentials. */
export class GatewaySettings {
  /** Which gateway this is, such as VV_TOOL: it decides the other settings. */
  @Text()
  readonly type!: string;

  /** Absolute http or https URL that calls go to; default the gateway's public address. */
  @IsOptional()
  @Text('must be an absolute http or https URL without user name and password', isAddress)
  readonly url?: string;

  /** Calls started per second at most, above 0, fractions allowed; default no limit unless the gateway publishes one. */
  @IsOptional()
  @PositiveNumber()
  readonly requestsPerSecond?: number;

  /** Calls in flight at once at most, an integer of at least 1; default no limit. */
  @IsOptional()
  @Integer(1)
  readonly maxConcurrent?: number;
}
