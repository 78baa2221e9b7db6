// The order's number, where it comes from and where it stands.
import { Alert, Group, Stack, Text, Title } from '@mantine/core';
import { IconClockExclamation } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../format/time.js';
import { type FragmentType, unmask } from '../gql/fragment-masking.js';
import { graphql } from '../gql/index.js';
import { Copy } from '../shell/copy.js';
import { StatusBadge, ToneBadge } from '../status/badge.js';
import { paymentTones, refundTones, shippingTones } from '../status/tones.js';
import { ToShip } from './toShip.js';

const HEADER = graphql(`
  fragment HeaderOrder on Order {
    orderId
    platform
    gateway
    view
    shop {
      id
      name
    }
    status
    statusCode
    paymentStatus
    paymentStatusCode
    shippingStatus
    shippingStatusCode
    refundStatus
    refundStatusCode
    closeReason
    createdAt
    stale
    fetchedAt
    ...ToShipOrder
  }
`);

export function Header({ order: masked }: { readonly order: FragmentType<typeof HEADER> }) {
  const { t, i18n } = useTranslation();
  const order = unmask(HEADER, masked);
  const { orderId, shop, platform, gateway, view, createdAt, status, paymentStatus, shippingStatus, refundStatus } =
    order;
  const code = (value: string, raw: string | null | undefined) => (value === 'UNKNOWN' && raw ? ` · ${raw}` : '');
  return (
    <Stack gap={6} component="header">
      <Group gap="6px 10px">
        <Group gap={2} wrap="nowrap">
          <Title order={1} className="number">
            {orderId}
          </Title>
          <Copy value={orderId} />
        </Group>
        <StatusBadge status={status} code={order.statusCode} />
        <ToneBadge tone={paymentTones[paymentStatus]}>
          {t(`payment.${paymentStatus}`)}
          {code(paymentStatus, order.paymentStatusCode)}
        </ToneBadge>
        <ToneBadge tone={shippingTones[shippingStatus]}>
          {t(`shipping.${shippingStatus}`)}
          {code(shippingStatus, order.shippingStatusCode)}
        </ToneBadge>
        {refundStatus !== 'NONE' && (
          <ToneBadge tone={refundTones[refundStatus]}>
            {t(`refund.${refundStatus}`)}
            {code(refundStatus, order.refundStatusCode)}
          </ToneBadge>
        )}
      </Group>
      <Text size="sm" c="dimmed">
        {shop.name} · {t(`platform.${platform}`)} · {t([`gateway.${gateway}`, gateway])} · {t(`view.${view}`)}
        {createdAt && ` · ${formatTime(createdAt, i18n.language)}`}
      </Text>
      <ToShip order={order} />
      {order.closeReason && <Text size="sm">{t('order.closed', { reason: order.closeReason })}</Text>}
      {order.stale && (
        <Alert color="orange" icon={<IconClockExclamation />}>
          {t('order.stale', { time: formatTime(order.fetchedAt, i18n.language) })}
        </Alert>
      )}
    </Stack>
  );
}
