// Whether the order may be shipped, or why not, and by when: what a packer looks for first.
import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type FragmentType, unmask } from '../gql/fragment-masking.js';
import { graphql } from '../gql/index.js';
import { PermissionBadge, Reason, SHIPPABLE, ShipByBadge } from '../status/shippable.js';
import { permissionOf } from '../status/shipping.js';

const TO_SHIP = graphql(`
  fragment ToShipOrder on Order {
    holdReasons
    fulfillment {
      ...Shippable
    }
    items {
      fulfillment {
        status
        mayShip
      }
    }
  }
`);

export function ToShip({ order: masked }: { readonly order: FragmentType<typeof TO_SHIP> }) {
  const { t } = useTranslation();
  const { fulfillment: shippable, holdReasons, items } = unmask(TO_SHIP, masked);
  const fulfillment = unmask(SHIPPABLE, shippable);
  const lines = items?.flatMap((item) => item.fulfillment ?? []);
  const permission = fulfillment ? permissionOf(fulfillment, lines) : 'DONE';
  // A dispute after shipping, say, holds the order back, and no goods.
  const isHeldOtherwise = holdReasons?.length && !['HELD', 'SHIP_PART'].includes(permission);
  return (
    <>
      {fulfillment && permission !== 'DONE' && (
        <Group gap="6px 10px">
          <PermissionBadge permission={permission} />
          <Reason fulfillment={fulfillment} permission={permission} />
          <ShipByBadge fulfillment={fulfillment} />
        </Group>
      )}
      {isHeldOtherwise ? <Text size="sm">{t('order.held', { reasons: holdReasons.join(', ') })}</Text> : null}
    </>
  );
}
