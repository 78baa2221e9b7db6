// One order. The page asks for what is seen first; panels further down ask for their own parts when they come in sight.
import { useQuery } from '@apollo/client/react';
import { Anchor, Grid, Group, Paper, Skeleton, Stack, Text } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { IconArrowLeft } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useParams } from 'react-router';
import { useCalls } from '../api/calls.js';
import { failureOfRequest } from '../api/failure.js';
import { graphql } from '../gql/index.js';
import type { Ref } from '../lists/ref.js';
import { FailureNote } from '../status/failure.js';
import { FulfillmentPanel } from './fulfillment.js';
import { GatewayPanel } from './gateway.js';
import { Header } from './header.js';
import { InvoicePanel } from './invoice.js';
import { ItemsPanel } from './items.js';
import { ParcelsPanel } from './parcels.js';
import { PaymentsPanel } from './payments.js';
import { PeoplePanel } from './people.js';
import { Timeline } from './timeline.js';
import { TotalsPanel } from './totals.js';

const ORDER = graphql(`
  query Order($shop: ID!, $orderId: ID!) {
    order(shop: $shop, orderId: $orderId) {
      id
      ...HeaderOrder
      ...TimelineOrder
      ...ItemsOrder
      ...FulfillmentOrder
      ...TotalsOrder
      ...GatewayOrder
    }
  }
`);

export function Component() {
  const { t } = useTranslation();
  const { shop = '', orderId = '' } = useParams();
  const { state } = useLocation();
  useDocumentTitle(`${t('order.title', { orderId })} · OrderGraph`);
  return (
    <Stack gap="md" maw={1180} mx="auto">
      <Anchor component={Link} to={listIn(state)} size="sm">
        <Group gap={4} component="span" display="inline-flex">
          <IconArrowLeft size={15} />
          {t('order.back')}
        </Group>
      </Anchor>
      <OrderDetails key={`${shop}/${orderId}`} shop={shop} orderId={orderId} />
    </Stack>
  );
}

/** The list that one came from, with its filters. */
const listIn = (state: unknown): string => (state as { readonly from?: string } | null)?.from ?? '/';

function OrderDetails(ref: Ref) {
  const { t } = useTranslation();
  const calls = useCalls();
  const { data, error, loading, refetch } = useQuery(ORDER, { variables: ref, errorPolicy: 'all' });
  const order = data?.order;
  if (!order) {
    if (loading) return <OrderSkeleton />;
    return (
      <Paper p="lg" data-ready>
        <Text fw={620} mb="sm" component="h1" className="number">
          {t('order.title', { orderId: ref.orderId })}
        </Text>
        <FailureNote failure={failureOfRequest(error)} onRetry={() => void refetch()} />
      </Paper>
    );
  }
  return (
    <>
      <Header order={order} />
      <Grid gap="md" data-ready>
        <Grid.Col span={{ base: 12, md: 8 }}>
          <Stack gap="md">
            <ItemsPanel order={order} />
            <TotalsPanel order={order} />
            <ParcelsPanel of={ref} />
            <PaymentsPanel of={ref} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 4 }}>
          <Stack gap="md">
            <FulfillmentPanel order={order} />
            <Timeline order={order} />
            <PeoplePanel of={ref} />
            <InvoicePanel of={ref} />
            <GatewayPanel order={order} />
          </Stack>
        </Grid.Col>
      </Grid>
      <Text size="xs" c="dimmed" role="status">
        {t('order.calls')} {t('calls', { ...calls })}
      </Text>
    </>
  );
}

const OrderSkeleton = () => (
  <Stack gap="md" aria-busy>
    <Skeleton h={64} radius="lg" />
    <Grid gap="md">
      <Grid.Col span={{ base: 12, md: 8 }}>
        <Skeleton h={380} radius="lg" />
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 4 }}>
        <Skeleton h={260} radius="lg" />
      </Grid.Col>
    </Grid>
  </Stack>
);
