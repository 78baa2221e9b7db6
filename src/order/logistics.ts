// How the goods travel.
import { ID, ObjectType } from 'type-graphql';
import { Nullable, Required } from './decorators.js';
import { ShippingMethod } from './enums.js';
import { Money } from './money.js';
import { personal } from './personal.js';
import { DateTime } from './scalars.js';

@ObjectType({ simpleResolvers: true, description: 'One end of a shipment.' })
export class PostalAddress {
  @Nullable(() => String, 'Province.')
  province!: string | null;

  @Nullable(() => String, 'City.')
  city!: string | null;

  @Nullable(() => String, 'District or county.', personal('ADDRESS'))
  district!: string | null;

  @Nullable(() => String, 'Street address.', personal('ADDRESS'))
  address!: string | null;

  @Nullable(() => String, 'Telephone.', personal('PHONE'))
  phone!: string | null;

  @Nullable(() => String, 'Mobile telephone.', personal('PHONE'))
  mobile!: string | null;

  @Nullable(() => String, 'Postal code.', personal('ADDRESS'))
  postalCode!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'One parcel, or one delivery without a parcel.' })
export class Shipment {
  @Nullable(() => ID, 'The gateway’s id of the shipment.')
  id!: string | null;

  @Nullable(() => String, 'The platform’s number of its logistics order.')
  logisticsCode!: string | null;

  @Nullable(() => String, 'The carrier’s tracking number.')
  trackingNumber!: string | null;

  @Nullable(() => String, 'The carrier’s name.')
  carrierName!: string | null;

  @Nullable(() => String, 'The carrier’s code.')
  carrierCode!: string | null;

  @Nullable(() => ID, 'The platform’s id of the carrier.')
  carrierId!: string | null;

  @Required(() => ShippingMethod, 'How it travels.')
  method!: ShippingMethod;

  @Nullable(() => String, 'The gateway’s own code of how it travels.')
  methodCode!: string | null;

  @Nullable(() => String, 'The gateway’s own code of where it stands, such as alreadysend.')
  statusCode!: string | null;

  @Nullable(() => DateTime, 'When it was shipped.')
  shippedAt!: Date | null;

  @Nullable(() => DateTime, 'When it arrived.')
  deliveredAt!: Date | null;

  @Nullable(() => DateTime, 'When it is expected to arrive.')
  expectedAt!: Date | null;

  @Nullable(() => DateTime, 'When it was recorded.')
  createdAt!: Date | null;

  @Nullable(() => DateTime, 'When its record last changed.')
  modifiedAt!: Date | null;

  @Nullable(() => Money, 'Its freight.')
  fee!: Money | null;

  @Nullable(() => [ID], 'The items in it: ProductItem.itemId.')
  itemIds!: readonly string[] | null;

  @Nullable(() => PostalAddress, 'Where it comes from.')
  from!: PostalAddress | null;

  @Nullable(() => PostalAddress, 'Where it goes.')
  to!: PostalAddress | null;
}

@ObjectType({ simpleResolvers: true, description: 'How an order’s goods travel.' })
export class Logistics {
  @Required(() => [Shipment], 'The parcels; empty before the first is shipped.')
  shipments!: readonly Shipment[];

  @Nullable(() => String, 'The gateway’s own code of the way of shipping agreed on when the order was placed.')
  methodCode!: string | null;
}
