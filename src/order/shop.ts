// The shops that can be asked.
import { ID, Int, ObjectType } from 'type-graphql';
import { Nullable, Required } from './decorators.js';
import { AlertKind, AuthorizationState, Circuit, Gateway, OrderView, Platform } from './enums.js';
import { DateTime } from './scalars.js';

@ObjectType({ simpleResolvers: true, description: 'How a gateway has fared since the server started.' })
export class GatewayHealth {
  @Required(() => Circuit, 'Whether the gateway is asked at all now.')
  circuit!: Circuit;

  @Nullable(() => DateTime, 'When it last answered well; a refusal of one order counts as an answer.')
  lastSuccessAt!: Date | null;

  @Nullable(() => DateTime, 'When it last failed.')
  lastFailureAt!: Date | null;

  @Nullable(() => String, 'The fault code of that failure, such as UPSTREAM_TIMEOUT.')
  lastFault!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'A shop’s authorization of a gateway, by tokens that end.' })
export class GatewayAuthorization {
  @Required(() => AuthorizationState, 'How it stands.')
  state!: AuthorizationState;

  @Nullable(() => DateTime, 'When the access token ends, where the platform has said so.')
  expiresAt!: Date | null;

  @Nullable(() => DateTime, 'When the platform issued it; null while it is the one of the settings.')
  renewedAt!: Date | null;

  @Nullable(() => String, 'The fault code of what stands in the way, such as SHOP_NOT_AUTHORIZED.')
  fault!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'One of a shop’s gateways to its platform.' })
class ShopGateway {
  @Required(() => Gateway, 'Which gateway.')
  type!: Gateway;

  @Required(() => OrderView, 'Through whose eyes it shows orders.')
  view!: OrderView;

  @Required(() => GatewayHealth, 'How it has fared.')
  health!: GatewayHealth;

  @Nullable(() => GatewayAuthorization, 'How its authorization stands; null where it has no tokens that end.')
  authorization!: GatewayAuthorization | null;
}

@ObjectType({ simpleResolvers: true, description: 'Something that somebody should see to at a shop.' })
export class ShopAlert {
  @Required(() => AlertKind, 'What it is.')
  kind!: AlertKind;

  @Nullable(() => Gateway, 'Which gateway it is about; null where it is about all.')
  gateway!: Gateway | null;

  @Nullable(
    () => String,
    'When the authorization ends, until when the quota is used up or the index complete, when the budget is whole again, or the field and code that are not known.',
  )
  detail!: string | null;

  @Nullable(() => Int, 'How often a code was seen since the server started, or how many calls of the budget are spent.')
  count!: number | null;

  @Required(() => DateTime, 'When it was first noticed, by whichever process.')
  since!: Date;
}

@ObjectType({ simpleResolvers: true, description: 'How a shop fares, beside its gateways.' })
export class ShopHealth {
  @Required(() => [ShopAlert], 'What somebody should see to; looked for every half minute.')
  alerts!: readonly ShopAlert[];
}

@ObjectType({ simpleResolvers: true, description: 'A configured account on a platform: what queries name.' })
export class Shop {
  @Required(() => ID, 'What queries call it.')
  id!: string;

  @Required(() => String, 'Its name.')
  name!: string;

  @Required(() => Platform, 'Where its orders live.')
  platform!: Platform;

  @Required(() => OrderView, 'Through whose eyes its preferred gateway shows orders.')
  view!: OrderView;

  @Required(() => [ShopGateway], 'Its gateways, the preferred one first.')
  gateways!: readonly ShopGateway[];

  @Required(() => ShopHealth, 'How it fares, beside its gateways.')
  health!: ShopHealth;
}
