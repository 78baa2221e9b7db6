// What the seller promises.
import { ObjectType } from 'type-graphql';
import { Nullable } from './decorators.js';

@ObjectType({ simpleResolvers: true, description: 'A promise of the seller, such as return within seven days.' })
export class GuaranteeTerm {
  @Nullable(() => String, 'The promise in full.')
  description!: string | null;

  @Nullable(() => String, 'The gateway’s own code of the promise (on the international site TA is Trade Assurance).')
  typeCode!: string | null;

  @Nullable(() => String, 'The promise in short, or its kind: pre_shipment, post_delivery, 7天无理由退货 …')
  qualityType!: string | null;

  @Nullable(() => String, 'What it promises in figures, such as 6 for shipping within six days.')
  value!: string | null;
}
