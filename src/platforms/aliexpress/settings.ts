// What the gateway to AliExpress must be told: both applications, the seller, the zone of its times and how to sign.
import { isTimeZone } from 'class-validator';
import { GatewaySettings } from '../../config/gatewaySettings.js';
import { OneOf, Text } from '../../config/rules.js';

const signMethods = ['md5', 'hmac', 'hmac-sha256'] as const;

/** ALIEXPRESS_QIMEN: the seller's view through the Qimen cloud. */
export class QimenSettings extends GatewaySettings {
  override readonly type = 'ALIEXPRESS_QIMEN' as const;

  /** The calling application's key, digits. */
  @Text()
  readonly appKey!: string;

  /** The calling application's secret, which signs every call; a secret. */
  @Text()
  readonly appSecret!: string;

  /** Key of the application that answers, digits. */
  @Text()
  readonly targetAppKey!: string;

  /** Login id of the seller whose orders are read, such as cn12343523. */
  @Text()
  readonly sellerLoginId!: string;

  /** IANA time zone of the times that come without one; default America/Los_Angeles. */
  @Text('must be an IANA time zone such as America/Los_Angeles', isTimeZone)
  readonly timeZone: string = 'America/Los_Angeles';

  /** How calls are signed: md5, hmac (HMAC-MD5) or hmac-sha256; default hmac-sha256. */
  @OneOf(signMethods)
  readonly signMethod: (typeof signMethods)[number] = 'hmac-sha256';
}
