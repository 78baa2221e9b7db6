// The invoice of an order.
import { ID, ObjectType } from 'type-graphql';
import { InvoiceMedium, InvoiceType } from './enums.js';
import { Nullable, Required } from './field.js';

@ObjectType({ simpleResolvers: true, description: 'Where a paper invoice is sent.' })
export class InvoiceReceiver {
  @Nullable(() => String, 'The receiver’s name.')
  name!: string | null;

  @Nullable(() => String, 'Mobile telephone.')
  mobile!: string | null;

  @Nullable(() => String, 'Telephone.')
  phone!: string | null;

  @Nullable(() => String, 'Postal code.')
  postalCode!: string | null;

  @Nullable(() => String, 'Administrative division code.')
  divisionCode!: string | null;

  @Nullable(() => String, 'Province, city and district as text.')
  division!: string | null;

  @Nullable(() => String, 'Street address.')
  street!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'The company as registered with the tax office, for a VAT invoice.' })
export class InvoiceRegistration {
  @Nullable(() => String, 'The company’s bank.')
  bank!: string | null;

  @Nullable(() => String, 'The company’s bank account.')
  bankAccount!: string | null;

  @Nullable(() => String, 'Administrative division code of the registered address.')
  divisionCode!: string | null;

  @Nullable(() => String, 'Province, city and district of the registered address as text.')
  division!: string | null;

  @Nullable(() => String, 'Street of the registered address.')
  street!: string | null;

  @Nullable(() => String, 'Registered telephone.')
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

  @Nullable(() => String, 'Whom it is made out to.')
  title!: string | null;

  @Nullable(() => String, 'What it is for, as the invoice says.')
  content!: string | null;

  @Nullable(() => String, 'Taxpayer identification number.')
  taxpayerId!: string | null;

  @Nullable(() => InvoiceRegistration, 'The company as registered.')
  registration!: InvoiceRegistration | null;

  @Nullable(() => InvoiceReceiver, 'Where it is sent.')
  receiver!: InvoiceReceiver | null;
}
