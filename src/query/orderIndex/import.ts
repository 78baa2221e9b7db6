// Imports: orders named in bulk, which are fetched in the background.
import { ID, Int, ObjectType } from 'type-graphql';
import { Nullable, Required } from '../../order/decorators.js';
import { DateTime } from '../../order/scalars.js';
import { ImportState } from './enums.js';

@ObjectType({ simpleResolvers: true, description: 'A reference that will not be fetched, and why.' })
export class RefusedRef {
  @Required(() => Int, 'Its place among the references, from 0 on; in a file the number of its line.')
  position!: number;

  @Required(() => ID, 'The shop that it names.')
  shop!: string;

  @Required(() => ID, 'The order that it names.')
  orderId!: string;

  @Required(() => String, 'The code of the fault, such as SHOP_NOT_FOUND.')
  code!: string;

  @Required(() => String, 'What is wrong with it.')
  message!: string;
}

@ObjectType({ simpleResolvers: true, description: 'Orders that are fetched in the background, into the index.' })
export class OrderImport {
  @Required(() => ID, 'What it is asked for again by.')
  id!: string;

  @Required(() => Int, 'Orders to be fetched, each counted once.')
  accepted!: number;

  @Required(() => [RefusedRef], 'References that will not be fetched.')
  refused!: readonly RefusedRef[];

  @Required(() => Int, 'Orders fetched so far.')
  done!: number;

  @Required(() => Int, 'Orders that could not be fetched.')
  failed!: number;

  @Required(() => ImportState, 'Where it stands.')
  state!: ImportState;

  @Nullable(() => DateTime, 'When it will be done, as far as can be told; null when it is.')
  expectedAt!: Date | null;
}
