// The resolver of what a shop's sync tells: read only where it is selected.
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Shop } from '../../order/shop.js';
import { ShopSync } from '../../order/shopSync.js';
import type { Context } from '../context.js';
import { shopSyncOf } from './shopSync.js';

@Resolver(() => Shop)
export class ShopResolver {
  @FieldResolver(() => ShopSync, {
    nullable: true,
    description: 'How its orders come into the index by themselves; null where they do not.',
  })
  sync(@Root() { id }: Shop, @Ctx() context: Context) {
    return shopSyncOf(id, context);
  }
}
