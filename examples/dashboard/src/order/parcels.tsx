// The parcels: who carries them, how far they are, and what is in each.
import { Box, Group, Stack, Text, ThemeIcon } from '@mantine/core';
import { IconPackage } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../format/time.js';
import { graphql } from '../gql/index.js';
import type { Ref } from '../lists/ref.js';
import { Copy } from '../shell/copy.js';
import { Part } from './panel.js';

const PARCELS = graphql(`
  query Parcels($shop: ID!, $orderId: ID!) {
    order(shop: $shop, orderId: $orderId) {
      id
      logistics {
        shipments {
          id
          trackingNumber
          carrierName
          carrierCode
          method
          shippedAt
          deliveredAt
          expectedAt
          itemIds
        }
      }
      items {
        itemId
        name
        quantity
        unit
      }
    }
  }
`);

export function ParcelsPanel({ of }: { readonly of: Ref }) {
  const { t, i18n } = useTranslation();
  return (
    <Part title={t('parcels.title')} of={of} document={PARCELS}>
      {({ logistics, items }) => {
        const shipments = logistics?.shipments ?? [];
        if (shipments.length === 0) return <Text c="dimmed">{t('parcels.empty')}</Text>;
        return (
          <Stack gap="sm">
            {shipments.map((parcel, index) => {
              const times = (['shippedAt', 'expectedAt', 'deliveredAt'] as const).flatMap((name) => {
                const time = parcel[name];
                return time ? [`${t(`parcels.${name}`)} ${formatTime(time, i18n.language)}`] : [];
              });
              const inside = items?.filter(({ itemId }) => parcel.itemIds?.includes(itemId)) ?? [];
              return (
                <Group key={parcel.id ?? parcel.trackingNumber ?? index} align="flex-start" wrap="nowrap">
                  <ThemeIcon variant="default" size={36} radius="md" aria-hidden>
                    <IconPackage size={19} stroke={1.5} />
                  </ThemeIcon>
                  <Box miw={0}>
                    <Group gap={4}>
                      <Text size="sm" fw={550}>
                        {parcel.carrierName ?? parcel.carrierCode ?? t(`method.${parcel.method}`)}
                      </Text>
                      {parcel.trackingNumber && (
                        <>
                          <Text size="sm" className="number">
                            {parcel.trackingNumber}
                          </Text>
                          <Copy value={parcel.trackingNumber} />
                        </>
                      )}
                    </Group>
                    {times.length > 0 && (
                      <Text size="xs" c="dimmed">
                        {times.join(' · ')}
                      </Text>
                    )}
                    {inside.map(({ itemId, name, quantity, unit }) => (
                      <Text key={itemId} size="xs" truncate>
                        {name ?? itemId} × {quantity} {unit}
                      </Text>
                    ))}
                    {!parcel.itemIds && (
                      <Text size="xs" c="dimmed">
                        {t('parcels.unsaid')}
                      </Text>
                    )}
                  </Box>
                </Group>
              );
            })}
          </Stack>
        );
      }}
    </Part>
  );
}
