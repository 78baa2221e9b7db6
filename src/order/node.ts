// The interface of whatever has a global id, as Relay's clients know it.
import { ID, InterfaceType } from 'type-graphql';
import { Required } from './decorators.js';

@InterfaceType({ description: 'Anything that can be fetched again by its id alone.' })
export abstract class Node {
  @Required(() => ID, 'An opaque id, unique over all shops.')
  id!: string;
}
