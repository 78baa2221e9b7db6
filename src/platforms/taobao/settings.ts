// What the gateway to Taobao must be told: the application, the seller's session and how to sign.
import { GatewaySettings } from '../../config/gatewaySettings.js';
import { OneOf, Text } from '../../config/rules.js';

const signMethods = ['md5', 'hmac', 'hmac-sha256'] as const;

/** TAOBAO_TOP: the seller's view through the Taobao Open Platform. */
export class TaobaoTopSettings extends GatewaySettings {
  override readonly type = 'TAOBAO_TOP' as const;

  /** The application's key, digits. */
  @Text()
  readonly appKey!: string;

  /** The application's secret, which signs every call; a secret. */
  @Text()
  readonly appSecret!: string;

  /** Session key of the seller's authorization; a secret. */
  @Text()
  readonly sessionKey!: string;

  /** How calls are signed: md5, hmac (HMAC-MD5) or hmac-sha256; default hmac-sha256. */
  @OneOf(signMethods)
  readonly signMethod: (typeof signMethods)[number] = 'hmac-sha256';
}
