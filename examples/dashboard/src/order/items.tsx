// What was bought.
import { Box, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatMoney } from '../format/money.js';
import { type FragmentType, unmask } from '../gql/fragment-masking.js';
import { graphql } from '../gql/index.js';
import { Picture } from '../shell/picture.js';
import { StatusBadge, ToneBadge } from '../status/badge.js';
import { permissionOf } from '../status/shipping.js';
import { refundTones } from '../status/tones.js';
import { LineShipping } from './line.js';
import { Panel } from './panel.js';

const ITEMS = graphql(`
  fragment ItemsOrder on Order {
    status
    items {
      itemId
      name
      options {
        name
        value
      }
      quantity
      unit
      unitPrice {
        amount
        currencyCode
      }
      total {
        amount
        currencyCode
      }
      status
      statusCode
      refundStatus
      productCode
      skuCode
      imageUrls
      fulfillment {
        status
        mayShip
        ...LineFulfillment
      }
    }
    fulfillment {
      status
      mayShip
      ...WholeFulfillment
    }
  }
`);

export function ItemsPanel({ order: masked }: { readonly order: FragmentType<typeof ITEMS> }) {
  const { t, i18n } = useTranslation();
  const { items, status, fulfillment } = unmask(ITEMS, masked);
  const lines = items?.flatMap((item) => item.fulfillment ?? []);
  const permission = fulfillment ? permissionOf(fulfillment, lines) : 'UNSAID';
  const names = new Map(items?.map(({ itemId, name }) => [itemId, name ?? itemId]));
  return (
    <Panel title={t('items', { count: items?.length ?? 0 })}>
      {!items?.length && <Text c="dimmed">{t('order.noItems')}</Text>}
      <Stack gap={0}>
        {items?.map((item, index) => (
          <Group
            key={item.itemId}
            wrap="nowrap"
            align="flex-start"
            py={10}
            style={index > 0 ? { borderTop: '1px solid var(--mantine-color-default-border)' } : undefined}
          >
            <Picture src={item.imageUrls?.[0]} size={48} />
            <Stack gap={3} flex={1} miw={0}>
              <Text size="sm" fw={550}>
                {item.name ?? item.itemId}
              </Text>
              <Text size="xs" c="dimmed">
                {[
                  ...(item.options ?? []).map(({ name, value }) => [name, value].filter(Boolean).join(': ')),
                  item.skuCode ?? item.productCode,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </Text>
              <Group gap={4}>
                {item.status !== status && <StatusBadge status={item.status} code={item.statusCode} />}
                {item.refundStatus !== 'NONE' && (
                  <ToneBadge tone={refundTones[item.refundStatus]}>{t(`refund.${item.refundStatus}`)}</ToneBadge>
                )}
              </Group>
              {item.fulfillment && fulfillment && (
                <LineShipping line={item.fulfillment} whole={fulfillment} permission={permission} names={names} />
              )}
            </Stack>
            <Box ta="right" className="number" style={{ whiteSpace: 'nowrap' }}>
              {item.total && (
                <Text size="sm" fw={600}>
                  {formatMoney(item.total, i18n.language)}
                </Text>
              )}
              <Text size="xs" c="dimmed">
                {item.unitPrice && `${formatMoney(item.unitPrice, i18n.language)} × `}
                {item.quantity ?? '–'} {item.unit}
              </Text>
            </Box>
          </Group>
        ))}
      </Stack>
    </Panel>
  );
}
