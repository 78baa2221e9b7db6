// Who trades, and who receives the goods.
import { ID, ObjectType } from 'type-graphql';
import { Nullable } from './field.js';

@ObjectType({ simpleResolvers: true, description: 'The buyer or the seller of an order.' })
export class Party {
  @Nullable(() => ID, 'The platform’s id of the account: 1688 member id, Taobao open uid.')
  id!: string | null;

  @Nullable(() => ID, 'The numeric id of the account.')
  userId!: string | null;

  @Nullable(() => String, 'The name the account signs in with (1688 and Taobao: Wangwang nick).')
  loginId!: string | null;

  @Nullable(() => String, 'The sub-account that acted.')
  subLoginId!: string | null;

  @Nullable(() => String, 'The person’s name.')
  name!: string | null;

  @Nullable(() => String, 'The company’s name.')
  companyName!: string | null;

  @Nullable(() => String, 'The shop’s name.')
  shopName!: string | null;

  @Nullable(() => String, 'E-mail address.')
  email!: string | null;

  @Nullable(() => String, 'Telephone.')
  phone!: string | null;

  @Nullable(() => String, 'Mobile telephone.')
  mobile!: string | null;

  @Nullable(() => String, 'Fax.')
  fax!: string | null;

  @Nullable(() => String, 'The instant-messenger account on the platform.')
  imId!: string | null;

  @Nullable(() => String, 'The Alipay account: its id or its sign-in name, as the gateway gives it.')
  alipayId!: string | null;

  @Nullable(() => String, 'The platform’s level or credit grade of the account.')
  level!: string | null;

  @Nullable(() => String, 'Country, as the gateway writes it.')
  country!: string | null;

  @Nullable(() => String, 'The area the account ordered from.')
  area!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'Who receives the goods, and where.' })
export class Receiver {
  @Nullable(() => String, 'The receiver’s name.')
  name!: string | null;

  @Nullable(() => String, 'Mobile telephone.')
  mobile!: string | null;

  @Nullable(() => String, 'Telephone.')
  phone!: string | null;

  @Nullable(() => String, 'Fax.')
  fax!: string | null;

  @Nullable(() => String, 'Country, as the gateway writes it.')
  country!: string | null;

  @Nullable(() => String, 'Province or state.')
  province!: string | null;

  @Nullable(() => String, 'City.')
  city!: string | null;

  @Nullable(() => String, 'District or county.')
  district!: string | null;

  @Nullable(() => String, 'Town or street office.')
  town!: string | null;

  @Nullable(() => String, 'Street address; some gateways write the whole address here.')
  address!: string | null;

  @Nullable(() => String, 'A second address line.')
  address2!: string | null;

  @Nullable(() => String, 'Postal code.')
  postalCode!: string | null;

  @Nullable(() => String, 'Chinese administrative division code of the district, such as 330106.')
  divisionCode!: string | null;

  @Nullable(() => String, 'Administrative division code of the town.')
  townCode!: string | null;

  @Nullable(
    () => String,
    'The platform’s reference to decrypt this receiver with (caid), where personal data is encrypted.',
  )
  encryptionReference!: string | null;
}
