// Parts that table rows and cards have in common.
import { Anchor, Group, Stack, Text, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconClockExclamation } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { formatMoney } from '../format/money.js';
import { dayOf, formatAge, formatDay, formatTime } from '../format/time.js';
import { unmask } from '../gql/fragment-masking.js';
import type { RowOrderFragment } from '../gql/graphql.js';
import type { Ref } from '../lists/ref.js';
import { Copy } from '../shell/copy.js';
import { Picture } from '../shell/picture.js';
import { StatusBadge, ToneBadge } from '../status/badge.js';
import { PermissionBadge, Reason, SHIPPABLE, ShipBy } from '../status/shippable.js';
import { isForbidding, isLeftToShip, permissionOf } from '../status/shipping.js';
import { refundTones } from '../status/tones.js';

export function OrderLink({ shop, orderId }: Ref) {
  const { pathname, search } = useLocation();
  return (
    <Group gap={2} wrap="nowrap">
      <Anchor
        component={Link}
        to={`/orders/${shop}/${orderId}`}
        state={{ from: `${pathname}${search}` }}
        fw={600}
        size="sm"
        className="number"
      >
        {orderId}
      </Anchor>
      <Copy value={orderId} />
    </Group>
  );
}

interface OrderProps {
  readonly order: RowOrderFragment;
}

export function Statuses({ order }: OrderProps) {
  const { t } = useTranslation();
  const { status, statusCode, refundStatus } = order;
  return (
    <Group gap={4}>
      <StatusBadge status={status} code={statusCode} />
      {refundStatus !== 'NONE' && <ToneBadge tone={refundTones[refundStatus]}>{t(`refund.${refundStatus}`)}</ToneBadge>}
    </Group>
  );
}

/** What a packer may not do with it, and by when the rest has to leave; empty once nothing is left to ship. */
export function ToShip({ order: { fulfillment: masked, items } }: OrderProps) {
  const fulfillment = unmask(SHIPPABLE, masked);
  if (!fulfillment) return null;
  const permission = permissionOf(
    fulfillment,
    items?.flatMap((item) => item.fulfillment ?? []),
  );
  const { status, shipBy, overdueRisk } = fulfillment;
  const isDue = isLeftToShip(status) && (shipBy !== null || overdueRisk !== 'UNKNOWN');
  if (!isDue && !isForbidding(permission)) return null;
  return (
    <Stack gap={2} align="flex-start">
      {isForbidding(permission) && (
        <>
          <PermissionBadge permission={permission} />
          <Reason fulfillment={fulfillment} permission={permission} />
        </>
      )}
      {isDue && <ShipBy fulfillment={fulfillment} />}
    </Stack>
  );
}

export function Bought({ order: { items } }: OrderProps) {
  const { t } = useTranslation();
  const [first] = items ?? [];
  if (!first) return <Text c="dimmed">–</Text>;
  return (
    <Group gap={10} wrap="nowrap" miw={0}>
      <Picture src={first.imageUrls?.[0]} size={34} />
      <Stack gap={0} miw={0}>
        <Text size="sm" truncate title={first.name ?? undefined}>
          {first.name ?? first.itemId}
        </Text>
        <Text size="xs" c="dimmed">
          {t('items', { count: items?.length ?? 0 })}
        </Text>
      </Stack>
    </Group>
  );
}

export function Age({ order: { createdAt } }: OrderProps) {
  const { i18n } = useTranslation();
  if (!createdAt) return <Text c="dimmed">–</Text>;
  return (
    <Stack gap={0} title={formatTime(createdAt, i18n.language)}>
      <Text component="time" dateTime={createdAt}>
        {formatDay(dayOf(createdAt), i18n.language)}
      </Text>
      <Text size="xs" c="dimmed" span>
        {formatAge(createdAt, i18n.language)}
      </Text>
    </Stack>
  );
}

export function Total({ order: { totals } }: OrderProps) {
  const { i18n } = useTranslation();
  return (
    <Text size="sm" fw={600} className="number" style={{ whiteSpace: 'nowrap' }}>
      {totals?.total ? formatMoney(totals.total, i18n.language) : '–'}
    </Text>
  );
}

/** What to be careful about: an answer that is older than it should be, or that could not all be read. */
export function Marks({ order: { stale, warnings } }: OrderProps) {
  const { t } = useTranslation();
  const marks = [
    { isOn: stale, text: t('stale'), Icon: IconClockExclamation },
    { isOn: warnings.length > 0, text: t('warnings', { count: warnings.length }), Icon: IconAlertTriangle },
  ];
  return (
    <Group gap={4} wrap="nowrap">
      {marks.map(
        ({ isOn, text, Icon }) =>
          isOn && (
            <Tooltip key={text} label={text}>
              <Icon size={17} stroke={1.7} role="img" aria-label={text} color="var(--tone-orange-text)" />
            </Tooltip>
          ),
      )}
    </Group>
  );
}
