// Crossing borders: the customs declaration, and the forwarder abroad.
import { ID, ObjectType } from 'type-graphql';
import { Nullable } from './decorators.js';
import { Money } from './money.js';
import { personal } from './personal.js';
import { DateTime, Decimal } from './scalars.js';

@ObjectType({ simpleResolvers: true, description: 'One line of a customs declaration.' })
class CustomsLine {
  @Nullable(() => String, 'The SKU it declares.')
  sku!: string | null;

  @Nullable(() => String, 'Chinese name.')
  chineseName!: string | null;

  @Nullable(() => String, 'English name.')
  englishName!: string | null;

  @Nullable(() => Money, 'Declared value, in the currency of the declaration.')
  value!: Money | null;

  @Nullable(() => String, 'The currency as declared.')
  currency!: string | null;

  @Nullable(() => Decimal, 'Quantity.')
  quantity!: string | null;

  @Nullable(() => Decimal, 'Weight in kilograms.')
  weightKg!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'The customs declaration of a cross-border order.' })
export class CustomsDeclaration {
  @Nullable(() => ID, 'The platform’s id of the declaration.')
  id!: string | null;

  @Nullable(() => ID, 'The order it belongs to, as the declaration says.')
  orderId!: string | null;

  @Nullable(() => ID, 'The buyer’s numeric id.', personal('ACCOUNT'))
  buyerId!: string | null;

  @Nullable(() => String, 'The gateway’s own code of its kind: 1 is a customs declaration.')
  typeCode!: string | null;

  @Nullable(() => DateTime, 'When it was made.')
  createdAt!: Date | null;

  @Nullable(() => DateTime, 'When it last changed.')
  modifiedAt!: Date | null;

  @Nullable(() => [CustomsLine], 'What it declares.')
  lines!: readonly CustomsLine[] | null;
}

@ObjectType({ simpleResolvers: true, description: 'Where a cross-border order goes, and through which forwarder.' })
export class OverseasAddress {
  @Nullable(() => ID, 'The route’s id.')
  routeId!: string | null;

  @Nullable(() => String, 'The route’s name.')
  routeName!: string | null;

  @Nullable(() => ID, 'The freight forwarder’s id.')
  forwarderId!: string | null;

  @Nullable(() => String, 'The freight forwarder’s name.')
  forwarderName!: string | null;

  @Nullable(() => String, 'Country code.')
  countryCode!: string | null;

  @Nullable(() => String, 'Country.')
  country!: string | null;

  @Nullable(() => String, 'The buyer’s e-mail address.', personal('EMAIL'))
  email!: string | null;
}
