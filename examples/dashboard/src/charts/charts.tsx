// Three charts, each of which is a table as well.
import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import { ColorSwatch, Group, NativeSelect, SimpleGrid, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardOrder } from '../board/row.js';
import { formatMoney } from '../format/money.js';
import { formatDay } from '../format/time.js';
import { unmask } from '../gql/fragment-masking.js';
import type { OrderStatus } from '../gql/graphql.js';
import { graphql } from '../gql/index.js';
import { Figure } from './figure.js';
import { amountsByDay, currenciesOf, parcelsByCarrier, type Series, statusesByPlatform } from './series.js';

const CHARTED = graphql(`
  fragment ChartedOrder on Order {
    status
    platform
    createdAt
    totals {
      total {
        amount
        currencyCode
      }
    }
    logistics {
      shipments {
        carrierName
        carrierCode
      }
    }
  }
`);

/** In the order an order goes through them. */
const COLOURS: { readonly [status in OrderStatus]: string } = {
  AWAITING_PAYMENT: 'yellow.5',
  PAYMENT_PENDING: 'yellow.7',
  ON_HOLD: 'red.6',
  AWAITING_SHIPMENT: 'orange.5',
  PARTIALLY_SHIPPED: 'violet.4',
  SHIPPED: 'indigo.4',
  DELIVERED: 'cyan.5',
  COMPLETED: 'teal.5',
  CANCELLED: 'gray.5',
  CLOSED: 'gray.7',
  UNKNOWN: 'red.9',
};
const STATUSES = Object.keys(COLOURS) as readonly OrderStatus[];

const HEIGHT = 196;
const LEGEND = 56;
const CARRIERS = 7;

export default function Charts({ orders: masked }: { readonly orders: readonly BoardOrder[] }) {
  const { t, i18n } = useTranslation();
  const orders = unmask(CHARTED, masked);
  const currencies = currenciesOf(orders);
  const [chosen, setCurrency] = useState<string>();
  const currency = chosen !== undefined && currencies.includes(chosen) ? chosen : (currencies[0] ?? 'CNY');
  const money = (amount: string) => formatMoney({ amount, currencyCode: currency }, i18n.language);

  const statuses = labelled(statusesByPlatform(orders, STATUSES), (platform) => t(`platform.${platform}`));
  const days = labelled(amountsByDay(orders, currency), (day) => formatDay(day, i18n.language));
  const carriers = parcelsByCarrier(orders, t('charts.noCarrier'));
  return (
    <SimpleGrid cols={{ base: 1, md: 3 }} spacing="xl" pt={4} pb={8}>
      <Figure title={t('charts.statuses')} series={statuses} head={(status) => t(`status.${status}`)} figure={String}>
        <BarChart
          h={HEIGHT - LEGEND}
          data={dataOf(statuses)}
          dataKey="label"
          type="stacked"
          orientation="vertical"
          series={statuses.columns.map((status) => ({
            name: status,
            label: t(`status.${status}`),
            color: COLOURS[status],
          }))}
          yAxisProps={{ width: 76 }}
          gridAxis="x"
          barProps={{ isAnimationActive: false }}
          maxBarWidth={22}
        />
        <Group gap="2px 12px" pl={76}>
          {statuses.columns.map((status) => (
            <Group key={status} gap={5}>
              <ColorSwatch
                size={9}
                color={`var(--mantine-color-${COLOURS[status].replace('.', '-')})`}
                withShadow={false}
              />
              <Text size="xs">{t(`status.${status}`)}</Text>
            </Group>
          ))}
        </Group>
      </Figure>
      <Figure
        title={t('charts.amounts')}
        series={days}
        head={() => currency}
        figure={money}
        action={
          currencies.length > 1 && (
            <NativeSelect
              size="xs"
              variant="unstyled"
              aria-label={t('charts.currency')}
              data={[...currencies]}
              value={currency}
              onChange={(event) => setCurrency(event.currentTarget.value)}
            />
          )
        }
      >
        <BarChart
          h={HEIGHT}
          data={dataOf(days)}
          dataKey="label"
          series={[{ name: 'amount', label: currency, color: 'indigo.5' }]}
          // Bars are drawn from rounded numbers; what is written comes from the exact ones.
          valueFormatter={(value) => new Intl.NumberFormat(i18n.language, { notation: 'compact' }).format(value)}
          yAxisProps={{ width: 48 }}
          barProps={{ isAnimationActive: false, radius: [3, 3, 0, 0] }}
          maxBarWidth={26}
        />
      </Figure>
      <Figure title={t('charts.carriers')} series={carriers} head={() => t('charts.parcels')} figure={String}>
        <BarChart
          h={HEIGHT}
          data={dataOf(carriers).slice(0, CARRIERS)}
          dataKey="label"
          orientation="vertical"
          series={[{ name: 'parcels', label: t('charts.parcels'), color: 'cyan.6' }]}
          yAxisProps={{ width: 120 }}
          xAxisProps={{ allowDecimals: false }}
          gridAxis="x"
          barProps={{ isAnimationActive: false, radius: [0, 3, 3, 0] }}
          maxBarWidth={14}
        />
      </Figure>
    </SimpleGrid>
  );
}

const labelled = <Column extends string>(
  { columns, rows }: Series<Column>,
  word: (label: string) => string,
): Series<Column> => ({
  columns,
  rows: rows.map(({ label, values }) => ({ label: word(label), values })),
});

const dataOf = <Column extends string>({ columns, rows }: Series<Column>) =>
  rows.map(({ label, values }) => ({
    label,
    ...Object.fromEntries(columns.map((column) => [column, Number(values[column] ?? 0)])),
  }));
