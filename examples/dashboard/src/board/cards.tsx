// The board on a phone: a card for each order.
import { Box, Group, Skeleton, Stack, Text } from '@mantine/core';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { unmask } from '../gql/fragment-masking.js';
import { keyOf } from '../lists/ref.js';
import { useShopName } from '../lists/shops.js';
import { FailureNote } from '../status/failure.js';
import { Age, Bought, Marks, OrderLink, Statuses, ToShip, Total } from './cells.js';
import { reload } from './loading.js';
import { ROW_ORDER } from './order.js';
import type { Row } from './row.js';

export const OrderCards = ({ rows }: { readonly rows: readonly Row[] }) => (
  <Box component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
    {rows.map((row) => (
      <Box
        component="li"
        key={keyOf(row.ref)}
        data-kind={row.kind}
        p="sm"
        style={{ borderTop: '1px solid var(--mantine-color-default-border)' }}
      >
        <OrderCard row={row} />
      </Box>
    ))}
  </Box>
);

/** Drawn anew when its own row changes, not with each row that arrives. */
const OrderCard = memo(({ row }: { readonly row: Row }) => {
  const { t } = useTranslation();
  const { ref } = row;
  const shopName = useShopName(ref.shop);
  const order = row.kind === 'order' ? unmask(ROW_ORDER, row.order) : undefined;
  return (
    <Stack gap={6}>
      <Group justify="space-between" wrap="nowrap">
        <OrderLink {...ref} />
        {order && <Total order={order} />}
      </Group>
      <Group justify="space-between">
        <Text size="xs" c="dimmed">
          {shopName}
          {order && ` · ${t(`platform.${order.platform}`)}`}
        </Text>
        {order && <Age order={order} />}
      </Group>
      {row.kind === 'loading' && <Skeleton h={34} />}
      {row.kind === 'failed' && <FailureNote failure={row.failure} onRetry={() => void reload([ref])} />}
      {order && (
        <>
          <Group justify="space-between">
            <Statuses order={order} />
            <Marks order={order} />
          </Group>
          <ToShip order={order} />
          <Bought order={order} />
        </>
      )}
    </Stack>
  );
});
