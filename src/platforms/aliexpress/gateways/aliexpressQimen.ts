// ALIEXPRESS_QIMEN: AliExpress orders as the seller sees them, through the Qimen cloud.
import { isTimeZone } from 'class-validator';
import { writeJson } from '../../../common/json.js';
import { GatewaySettings } from '../../../config/gatewaySettings.js';
import { OneOf, SignedText, Text } from '../../../config/rules.js';
import { Secret } from '../../../config/secret.js';
import { reference } from '../../../mapping/spelling.js';
import { zoneOf } from '../../../mapping/time.js';
import { buildRequest, parseQimenReply } from '../../../protocols/top.js';
import { SIGN_METHODS, type SignMethod } from '../../../protocols/topSignature.js';
import type { GatewayDefinition } from '../../gateway.js';
import { noTokens } from '../../tokenProtocol.js';
import { document } from '../document.js';
import { list } from '../list.js';
import { messages } from '../messages.js';
import { PLATFORM_PATHS } from '../platformPaths.js';

class AliexpressQimenSettings extends GatewaySettings {
  /** The calling application's key, digits. */
  @SignedText()
  readonly appKey!: string;

  /** The calling application's secret, which signs every call. */
  @Secret()
  @SignedText()
  readonly appSecret!: string;

  /** Key of the application that answers, digits. */
  @SignedText()
  readonly targetAppKey!: string;

  /** Login id of the seller whose orders are read, such as cn12343523. */
  @SignedText()
  readonly sellerLoginId!: string;

  /** IANA time zone of the times that come without one; default America/Los_Angeles. */
  @Text('must be an IANA time zone such as America/Los_Angeles', isTimeZone)
  readonly timeZone: string = 'America/Los_Angeles';

  /** How calls are signed: md5, hmac (HMAC-MD5) or hmac-sha256; default hmac-sha256. */
  @OneOf(SIGN_METHODS)
  readonly signMethod: SignMethod = 'hmac-sha256';
}

export const ALIEXPRESS_QIMEN: GatewayDefinition<AliexpressQimenSettings> = {
  type: 'ALIEXPRESS_QIMEN',
  settings: AliexpressQimenSettings,
  view: 'SELLER',
  document,
  spellings: [reference],
  url: 'https://qimen.api.taobao.com/router/qm',
  documents: { ofPlatform: PLATFORM_PATHS },
  zone: ({ timeZone }) => zoneOf(timeZone),
  tokens: noTokens('Qimen signs each call with the application’s secret, and has no token'),
  list,
  messages,
  account: ({ appKey }) => appKey,
  buildRequest: ({ orderId }, { url, appKey, appSecret, targetAppKey, sellerLoginId, signMethod }, clock) =>
    buildRequest(
      {
        url,
        method: 'qimen.aliexpress.trade.findorderbyid',
        appSecret,
        signMethod,
        common: { app_key: appKey, target_app_key: targetAppKey },
        business: { id: sellerLoginId, param1: writeJson({ order_id: BigInt(orderId) }) },
      },
      clock,
    ),
  parseReply: parseQimenReply,
};
