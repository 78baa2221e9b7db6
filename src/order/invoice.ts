// The invoice of an order.
import { ID, ObjectType } from 'type-graphql';
import { Nullable, Required } from './decorators.js';
import { InvoiceMedium, InvoiceType } from './enums.js';
import { personal } from './personal.js';

@ObjectType({ simpleResolvers: true, description: 'Where a paper invoice is sent.' })
class InvoiceReceiver {
  @Nullable(() => String, 'The receiver’s name.', personal('NAME'))
  name!: string | null;

  @Nullable(() => String, 'Mobile telephone.', personal('PHONE'))
  mobile!: string | null;

  @Nullable(() => String, 'Telephone.', personal('PHONE'))
  phone!: string | null;

  @Nullable(() => String, 'Postal code.', personal('ADDRESS'))
  postalCode!: string | null;

  @Nullable(() => String, 'Administrative division code.', personal('ADDRESS'))
  divisionCode!: string | null;

  @Nullable(() => String, 'Province, city and district as text.', personal('ADDRESS'))
  division!: string | null;

  @Nullable(() => String, 'Street address.', personal('ADDRESS'))
  street!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'The company as registered with the tax office, for a VAT invoice.' })
class InvoiceRegistration {
  @Nullable(() => String, 'The company’s bank.', personal('TEXT'))
  bank!: string | null;

  @Nullable(() => String, 'The company’s bank account.', personal('ID_NUMBER'))
  bankAccount!: string | null;

  @Nullable(() => String, 'Administrative division code of the registered address.', personal('ADDRESS'))
  divisionCode!: string | null;

  @Nullable(() => String, 'Province, city and district of the registered address as text.', personal('ADDRESS'))
  division!: string | null;

  @Nullable(() => String, 'Street of the registered address.', personal('ADDRESS'))
  street!: string | null;

  @Nullable(() => String, 'Registered telephone.', personal('PHONE'))
  phone!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'The invoice asked for with an order.' })
export class Invoice {
  @Nullable(() => ID, 'The platform’s own number of the invoice record.')
  id!: string | null;

  @Nullable(() => ID, 'The order it belongs to, as the invoice record says.')
  orderId!: string | null;

  @Required(() => InvoiceType, 'Its tax kind.')
  type!: InvoiceType;

  @Nullable(() => String, 'The gateway’s own code of the tax kind.')
  typeCode!: string | null;

  @Required(() => InvoiceMedium, 'What it is written on.')
  medium!: InvoiceMedium;

  @Nullable(() => String, 'The gateway’s own code of the medium.')
  mediumCode!: string | null;

  @Nullable(() => String, 'Whom it is made out to.', personal('NAME'))
  title!: string | null;

  @Nullable(() => String, 'What it is for, as the invoice says.')
  content!: string | null;

  @Nullable(() => String, 'Taxpayer identification number.', personal('ID_NUMBER'))
  taxpayerId!: string | null;

  @Nullable(() => InvoiceRegistration, 'The company as registered.')
  registration!: InvoiceRegistration | null;

  @Nullable(() => InvoiceReceiver, 'Where it is sent.')
  receiver!: InvoiceReceiver | null;
}
