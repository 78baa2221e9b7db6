// TAOBAO_TOP: Taobao trades as the seller sees them, through the Taobao Open Platform.
import { GatewaySettings } from '../../../config/gatewaySettings.js';
import { OneOf, SignedText } from '../../../config/rules.js';
import { Secret } from '../../../config/secret.js';
import { reference } from '../../../mapping/spelling.js';
import { buildRequest, parseReply } from '../../../protocols/top.js';
import { SIGN_METHODS, type SignMethod } from '../../../protocols/topSignature.js';
import type { GatewayDefinition } from '../../gateway.js';
import { document } from '../document.js';

class TaobaoTopSettings extends GatewaySettings {
  /** The application's key, digits. */
  @SignedText()
  readonly appKey!: string;

  /** The application's secret, which signs every call. */
  @Secret()
  @SignedText()
  readonly appSecret!: string;

  /** Session key of the seller's authorization. */
  @Secret()
  @SignedText()
  readonly sessionKey!: string;

  /** How calls are signed: md5, hmac (HMAC-MD5) or hmac-sha256; default hmac-sha256. */
  @OneOf(SIGN_METHODS)
  readonly signMethod: SignMethod = 'hmac-sha256';
}

export const TAOBAO_TOP: GatewayDefinition<TaobaoTopSettings> = {
  type: 'TAOBAO_TOP',
  settings: TaobaoTopSettings,
  view: 'SELLER',
  document,
  spellings: [reference],
  url: 'https://gw.api.taobao.com/router/rest',
  account: ({ appKey }) => appKey,
  buildRequest: ({ orderId, subtrees }, { url, appKey, appSecret, sessionKey, signMethod }, clock) =>
    buildRequest(
      {
        url,
        method: 'taobao.trade.fullinfo.get.customization',
        appSecret,
        signMethod,
        common: { app_key: appKey, session: sessionKey },
        business: { fields: subtrees.join(','), tid: orderId },
      },
      clock,
    ),
  parseReply: (reply) => parseReply(reply, 'trade'),
};
