// What the three gateways to 1688 must be told: accounts, credentials and which site to read.
import { GatewaySettings } from '../../config/gatewaySettings.js';
import { OneOf, Text } from '../../config/rules.js';

const webSites = ['1688', 'alibaba'] as const;
const editions = ['1', '2'] as const;

/** VV_TOOL: the seller's view, one access token per shop. */
export class VvToolSettings extends GatewaySettings {
  override readonly type = 'VV_TOOL' as const;

  /** Calls started per second at most; default 10, the limit this gateway publishes. */
  override readonly requestsPerSecond: number = 10;

  /** The shop's id at the gateway, digits. */
  @Text()
  readonly shopId!: string;

  /** Token of the seller's authorization, without the word Bearer; a secret. */
  @Text()
  readonly accessToken!: string;
}

/** FW199: the buyer's view, signed with the partner's secret. */
export class Fw199Settings extends GatewaySettings {
  override readonly type = 'FW199' as const;

  /** The partner's application id. */
  @Text()
  readonly appId!: string;

  /** The partner's secret, which signs every call; a secret. */
  @Text()
  readonly appSecret!: string;

  /** The 1688 account whose orders are read, such as b2b-1624961122. */
  @Text()
  readonly sellerNick!: string;

  /** Site the orders live on: 1688, or alibaba for the international one; default 1688. */
  @OneOf(webSites)
  readonly webSite: (typeof webSites)[number] = '1688';
}

/** DAMAIJIA168: the buyer's view, one access token per account. */
export class Damaijia168Settings extends GatewaySettings {
  override readonly type = 'DAMAIJIA168' as const;

  /** Token of the buyer's authorization; a secret. */
  @Text()
  readonly accessToken!: string;

  /** Site the orders live on: 1688, or alibaba for the international one; default 1688. */
  @OneOf(webSites)
  readonly webSite: (typeof webSites)[number] = '1688';

  /** Edition of the gateway's interface: 1 for 1.0, 2 for 2.0; default 1. */
  @OneOf(editions)
  readonly edition: (typeof editions)[number] = '1';
}
