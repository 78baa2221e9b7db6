// Shops whose orders are still being read in for the first time, with how far each is; and shops whose reading has stopped,
// with what to do about it. Nothing of it is there once all is well.
import { useQuery } from '@apollo/client/react';
import { Alert, Group, Progress, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../format/time.js';
import type { FirstFillsQuery } from '../gql/graphql.js';
import type { Filter } from './filter.js';
import { FIRST_FILLS } from './query.js';

type Shop = FirstFillsQuery['shops'][number];
type Sync = NonNullable<Shop['sync']>;

/** How soon it is asked again: while something moves, and else. */
const MOVING_MS = 5_000;
const STILL_MS = 60_000;

/** What does not pass by itself soon, so that somebody should know; each has its words. */
const STOPS: readonly string[] = [
  'SHOP_NOT_AUTHORIZED',
  'API_NOT_ENTITLED',
  'QUOTA_EXHAUSTED',
  'UPSTREAM_BAD_REQUEST',
  'UPSTREAM_MALFORMED',
];

interface Fill {
  readonly days: number;
  readonly daysDone: number;
}

function fillOf({ streams }: Sync): Fill | undefined {
  for (const { days, daysDone, percent } of streams)
    if (days !== null && daysDone !== null && percent !== null && percent < 100) return { days, daysDone };
  return undefined;
}

const isStopped = ({ fault }: Sync): boolean => fault !== null && STOPS.includes(fault);

const isTold = ({ sync }: Shop): boolean => sync !== null && (fillOf(sync) !== undefined || isStopped(sync));

/** How many orders the index has of a shop by now. */
const ordersOf = (id: string, data: FirstFillsQuery | undefined): number =>
  data?.orderStatistics.find(({ shop }) => shop?.id === id)?.count ?? 0;

export function Filling({ filter: { shop, platform } }: { readonly filter: Filter }) {
  const { t } = useTranslation();
  const [isMoving, setMoving] = useState(true);
  const { data, previousData } = useQuery(FIRST_FILLS, {
    fetchPolicy: 'no-cache',
    pollInterval: isMoving ? MOVING_MS : STILL_MS,
    skipPollAttempt: () => document.hidden,
  });
  const known = data ?? previousData;
  const told = known?.shops.filter(isTold) ?? [];
  useEffect(() => setMoving(told.length > 0), [told.length]);
  const shown = told.filter(
    (one) => (shop.length === 0 || shop.includes(one.id)) && (platform.length === 0 || platform.includes(one.platform)),
  );
  if (shown.length === 0) return null;
  return (
    <Stack component="section" gap={6} px="md" pb="xs" aria-label={t('filling.label')}>
      {shown.map(
        ({ id, name, sync }) => sync && <ToldShop key={id} name={name} sync={sync} orders={ordersOf(id, known)} />,
      )}
    </Stack>
  );
}

interface ToldShopProps {
  readonly name: string;
  readonly sync: Sync;
  readonly orders: number;
}

function ToldShop({ name, sync, orders }: ToldShopProps) {
  const fill = fillOf(sync);
  return (
    <Stack gap={4}>
      {fill && <FillProgress name={name} orders={orders} {...fill} />}
      {isStopped(sync) && <Stop name={name} {...sync} />}
    </Stack>
  );
}

function FillProgress({ name, orders, days, daysDone }: Fill & Pick<ToldShopProps, 'name' | 'orders'>) {
  const { t, i18n } = useTranslation();
  const number = new Intl.NumberFormat(i18n.language).format(orders);
  const said = t('filling.progress', { shop: name, done: daysDone, count: days, number });
  return (
    <Group gap="sm" wrap="nowrap">
      <Progress.Root size="sm" w={120} style={{ flexShrink: 0 }}>
        <Progress.Section value={(100 * daysDone) / days} aria-label={said} />
      </Progress.Root>
      <Text size="xs" c="dimmed">
        {said}
      </Text>
    </Group>
  );
}

function Stop({ name, fault, streams }: Pick<ToldShopProps, 'name'> & Pick<Sync, 'fault' | 'streams'>) {
  const { t, i18n } = useTranslation();
  const nextAt = streams.find((stream) => stream.fault === fault)?.nextAt;
  return (
    <Alert role="status" color="orange" p="xs" icon={<IconAlertTriangle size={16} aria-hidden />}>
      <Text size="xs">
        <b>{t('filling.stopped', { shop: name })}</b> {t(`filling.stops.${fault}`)}
        {nextAt && ` ${t('filling.again', { time: formatTime(nextAt, i18n.language) })}`}
      </Text>
    </Alert>
  );
}
