// The charts of all orders: by day and status, paid amounts by day, and by platform and status.
import '@mantine/charts/styles.css';
import { useQuery } from '@apollo/client/react';
import { SimpleGrid } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { AmountsFigure } from '../charts/amounts.js';
import { labelled } from '../charts/data.js';
import { STATUSES, StatusesFigure } from '../charts/statuses.js';
import { ChartsSkeleton } from '../charts/toggle.js';
import { startOfDay } from '../format/days.js';
import { formatDay } from '../format/time.js';
import { unmask } from '../gql/fragment-masking.js';
import type { OrderWhere } from '../gql/graphql.js';
import type { Figures } from './figures.js';
import { FIGURE, PLATFORM_FIGURES } from './query.js';
import { amountsByDay, currenciesOf, statusesByDay, statusesByPlatform } from './series.js';

interface FigureChartsProps {
  readonly figures: Figures;
  readonly shops: OrderWhere;
  readonly zone: string;
}

export default function FigureCharts({ figures: { days, placed, paid }, shops, zone }: FigureChartsProps) {
  const { t, i18n } = useTranslation();
  const [first = ''] = days;
  const variables = useMemo(
    () => ({ placed: { ...shops, createdAt: { gte: new Date(startOfDay(first, zone)).toISOString() } }, zone }),
    [shops, zone, first],
  );
  const { data, previousData } = useQuery(PLATFORM_FIGURES, { variables, fetchPolicy: 'no-cache' });
  const platforms = (data ?? previousData)?.placed;
  if (!platforms) return <ChartsSkeleton />;
  const day = (label: string) => formatDay(label, i18n.language);
  return (
    <SimpleGrid cols={{ base: 1, md: 3 }} spacing="xl" pt={4} pb={8}>
      <StatusesFigure
        title={t('charts.days')}
        series={labelled(statusesByDay(placed, days, STATUSES), day)}
        isInRows={false}
      />
      <AmountsFigure
        title={t('charts.paid')}
        currencies={currenciesOf(paid)}
        seriesOf={(currency) => amountsByDay(paid, days, currency)}
      />
      <StatusesFigure
        title={t('charts.statuses')}
        series={labelled(statusesByPlatform(unmask(FIGURE, platforms), STATUSES), (platform) =>
          t(`platform.${platform}`),
        )}
        isInRows
      />
    </SimpleGrid>
  );
}
