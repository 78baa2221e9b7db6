// All orders of all shops: figures of today, saved views, filters, and the list, which follows what happens.
import { Group, Paper, Stack, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { Overview } from '../figures/overview.js';
import { dayIn } from '../format/days.js';
import { useZone } from '../format/zone.js';
import { ListMenu } from '../lists/menu.js';
import { OpenOrders } from '../lists/open.js';
import { useShops } from '../lists/shops.js';
import { useFilter } from './address.js';
import { useCount } from './counting.js';
import { Filling } from './filling.js';
import { OrderList } from './list.js';
import { useListing } from './listing.js';
import { useNews } from './news.js';
import { StatusLine } from './status.js';
import { Tabs } from './tabs.js';
import { Tools } from './tools.js';
import { IndexUnavailable, isWithoutIndex, ListFailed } from './unavailable.js';
import { viewNameOf } from './views.js';
import { listQueryOf, shopsWhere } from './where.js';

export function Component() {
  const { t } = useTranslation();
  const zone = useZone();
  const [filter, show] = useFilter();
  const today = dayIn(zone, Date.now());
  // biome-ignore lint/correctness/useExhaustiveDependencies: spans move with today
  const query = useMemo(() => listQueryOf(filter, zone, Date.now()), [filter, zone, today]);
  const listing = useListing(query);
  const news = useNews(query, listing);
  const count = useCount(query);
  const { pathname, search } = useLocation();
  const view = viewNameOf(filter);
  useDocumentTitle(`${view ? t(`views.${view}`) : t('board.title')} · OrderGraph`);
  const { failure } = listing;

  if (failure && isWithoutIndex(failure)) {
    return (
      <Stack gap="md">
        <Heading isAway />
        <IndexUnavailable onRetry={listing.reload} />
      </Stack>
    );
  }
  return (
    <Stack gap="md">
      <Heading />
      <Overview shops={shopsWhere(filter)} zone={zone} onZone={() => show(filter)} />
      <Paper component="section" aria-label={t('orders.label')} style={{ overflow: 'clip' }}>
        <Tabs filter={filter} zone={zone} onFilter={show} />
        <Tools filter={filter} onFilter={show} />
        <StatusLine filter={filter} query={query} count={count} onFilter={show} />
        <Filling filter={filter} />
        {failure ? (
          <ListFailed failure={failure} onFilter={show} onRetry={listing.reload} />
        ) : (
          <OrderList
            listing={listing}
            filter={filter}
            onFilter={show}
            from={`${pathname}${search}`}
            rowCount={count?.precision === 'EXACT' ? count.count + 1 : -1}
            news={news}
          />
        )}
      </Paper>
    </Stack>
  );
}

/** Where there is no list, opening orders is what the page itself offers. */
function Heading({ isAway = false }) {
  const { t } = useTranslation();
  const { data } = useShops();
  const shops = data?.shops ?? [];
  return (
    <Group justify="space-between" gap="sm" mih={30}>
      <Title order={1}>{t('board.title')}</Title>
      <Group gap="xs">
        <ListMenu shops={shops} />
        {!isAway && <OpenOrders shops={shops} />}
      </Group>
    </Group>
  );
}
