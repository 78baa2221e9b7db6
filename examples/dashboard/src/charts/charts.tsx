// The charts of a list of orders: three, each of which is a table as well.
import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import { SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { BoardOrder } from '../board/row.js';
import { unmask } from '../gql/fragment-masking.js';
import { graphql } from '../gql/index.js';
import { AmountsFigure } from './amounts.js';
import { dataOf, labelled } from './data.js';
import { Figure } from './figure.js';
import { amountsByDay, currenciesOf, parcelsByCarrier, statusesByPlatform } from './series.js';
import { HEIGHT } from './sizes.js';
import { STATUSES, StatusesFigure } from './statuses.js';

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

const CARRIERS = 7;

export default function Charts({ orders: masked }: { readonly orders: readonly BoardOrder[] }) {
  const { t } = useTranslation();
  const orders = unmask(CHARTED, masked);
  const statuses = labelled(statusesByPlatform(orders, STATUSES), (platform) => t(`platform.${platform}`));
  const carriers = parcelsByCarrier(orders, t('charts.noCarrier'));
  return (
    <SimpleGrid cols={{ base: 1, md: 3 }} spacing="xl" pt={4} pb={8}>
      <StatusesFigure title={t('charts.statuses')} series={statuses} isInRows />
      <AmountsFigure
        title={t('charts.amounts')}
        currencies={currenciesOf(orders)}
        seriesOf={(currency) => amountsByDay(orders, currency)}
      />
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
