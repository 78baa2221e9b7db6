// Who trades, and who receives the goods.
import { ID, ObjectType } from 'type-graphql';
import { Nullable } from './decorators.js';
import { personal } from './personal.js';

@ObjectType({ simpleResolvers: true, description: 'The buyer or the seller of an order.' })
export class Party {
  @Nullable(() => ID, 'The platform’s id of the account: 1688 member id, Taobao open uid.', personal('ACCOUNT'))
  id!: string | null;

  @Nullable(() => ID, 'The numeric id of the account.', personal('ACCOUNT'))
  userId!: string | null;

  @Nullable(() => String, 'The name the account signs in with (1688 and Taobao: Wangwang nick).', personal('ACCOUNT'))
  loginId!: string | null;

  @Nullable(() => String, 'The sub-account that acted.', personal('ACCOUNT'))
  subLoginId!: string | null;

  @Nullable(() => String, 'The person’s name.', personal('NAME'))
  name!: string | null;

  @Nullable(() => String, 'The company’s name.', personal('NAME'))
  companyName!: string | null;

  @Nullable(() => String, 'The shop’s name.')
  shopName!: string | null;

  @Nullable(() => String, 'E-mail address.', personal('EMAIL'))
  email!: string | null;

  @Nullable(() => String, 'Telephone.', personal('PHONE'))
  phone!: string | null;

  @Nullable(() => String, 'Mobile telephone.', personal('PHONE'))
  mobile!: string | null;

  @Nullable(() => String, 'Fax.', personal('PHONE'))
  fax!: string | null;

  @Nullable(() => String, 'The instant-messenger account on the platform.', personal('ACCOUNT'))
  imId!: string | null;

  @Nullable(
    () => String,
    'The Alipay account: its id or its sign-in name, as the gateway gives it.',
    personal('ACCOUNT'),
  )
  alipayId!: string | null;

  @Nullable(() => String, 'The platform’s level or credit grade of the account.')
  level!: string | null;

  @Nullable(() => String, 'Country, as the gateway writes it.')
  country!: string | null;

  @Nullable(() => String, 'The area the account ordered from.', personal('ADDRESS'))
  area!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'Who receives the goods, and where.' })
export class Receiver {
  @Nullable(() => String, 'The receiver’s name.', personal('NAME'))
  name!: string | null;

  @Nullable(() => String, 'Mobile telephone.', personal('PHONE'))
  mobile!: string | null;

  @Nullable(() => String, 'Telephone.', personal('PHONE'))
  phone!: string | null;

  @Nullable(() => String, 'Fax.', personal('PHONE'))
  fax!: string | null;

  @Nullable(() => String, 'Country, as the gateway writes it.')
  country!: string | null;

  @Nullable(() => String, 'Province or state.')
  province!: string | null;

  @Nullable(() => String, 'City.')
  city!: string | null;

  @Nullable(() => String, 'District or county.', personal('ADDRESS'))
  district!: string | null;

  @Nullable(() => String, 'Town or street office.', personal('ADDRESS'))
  town!: string | null;

  @Nullable(() => String, 'Street address; some gateways write the whole address here.', personal('ADDRESS'))
  address!: string | null;

  @Nullable(() => String, 'A second address line.', personal('ADDRESS'))
  address2!: string | null;

  @Nullable(() => String, 'Postal code.', personal('ADDRESS'))
  postalCode!: string | null;

  @Nullable(() => String, 'Chinese administrative division code of the district, such as 330106.', personal('ADDRESS'))
  divisionCode!: string | null;

  @Nullable(() => String, 'Administrative division code of the town.', personal('ADDRESS'))
  townCode!: string | null;

  @Nullable(
    () => String,
    'The platform’s reference to decrypt this receiver with (caid), where personal data is encrypted.',
    personal('HANDLE'),
  )
  encryptionReference!: string | null;
}
