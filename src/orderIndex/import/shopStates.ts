// What the runner of imports asks of shops and their orders: who waits, what is there already, and what was put away.

import { tombstoneOf } from '../keys/shopKeys.js';
import { BACKGROUND_LEASE, takeLease } from '../leases.js';
import { bytesOf } from '../statements.js';
import type { ImportStore, OrderName } from './storeTypes.js';
import type { TableAccess } from './tableAccess.js';

type ShopStates = Pick<ImportStore, 'isIndexed' | 'pause' | 'pausedUntil' | 'lease' | 'buried'>;

export function createShopStates({ read, write }: TableAccess): ShopStates {
  return {
    async isIndexed(shop, orderId) {
      const row = await read((connection) =>
        connection
          .selectFrom('orders')
          .select('shop')
          .where('shop', '=', shop)
          .where('order_id', '=', orderId)
          .executeTakeFirst(),
      );
      return row !== undefined;
    },
    pause: (shop, until, fault) =>
      write(async (transaction) => {
        await transaction
          .insertInto('import_pauses')
          .values({ shop, until, fault })
          .onConflict((conflict) => conflict.column('shop').doUpdateSet({ until, fault }))
          .execute();
      }),
    async pausedUntil(shop) {
      const row = await read((connection) =>
        connection.selectFrom('import_pauses').select('until').where('shop', '=', shop).executeTakeFirst(),
      );
      return row?.until ?? 0;
    },
    lease: (owner, now, ms) =>
      write((transaction) => takeLease(transaction, { name: BACKGROUND_LEASE, owner, now, ms })),
    buried: (keys) =>
      read(async (connection) => {
        const rows = await connection
          .selectFrom('tombstones')
          .select(['shop', 'token'])
          .where((of) =>
            of.or(
              [...groupedByShop(keys)].map(([shop, orderIds]) =>
                of.and([
                  of('shop', '=', shop),
                  of(
                    'token',
                    'in',
                    orderIds.map((orderId) => tombstoneOf(shop, orderId)),
                  ),
                ]),
              ),
            ),
          )
          .execute();
        const found = new Set(rows.map(({ shop, token }) => tombstoneName(shop, bytesOf(token))));
        return keys.map(({ shop, orderId }) => found.has(tombstoneName(shop, tombstoneOf(shop, orderId))));
      }),
  };
}

const tombstoneName = (shop: string, token: Buffer): string => `${shop} ${token.toString('base64url')}`;

function groupedByShop(keys: readonly OrderName[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const { shop, orderId } of keys) groups.set(shop, [...(groups.get(shop) ?? []), orderId]);
  return groups;
}
