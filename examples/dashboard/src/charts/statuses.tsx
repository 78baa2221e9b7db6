// Orders by status, stacked; in rows or in columns.
import { BarChart } from '@mantine/charts';
import { ColorSwatch, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OrderStatus } from '../gql/graphql.js';
import { dataOf } from './data.js';
import { Figure } from './figure.js';
import type { Series } from './series.js';
import { HEIGHT, LEGEND } from './sizes.js';

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
export const STATUSES = Object.keys(COLOURS) as readonly OrderStatus[];

interface StatusesFigureProps {
  readonly title: string;
  readonly series: Series<OrderStatus>;
  readonly isInRows: boolean;
}

const NAMES = 76;

export function StatusesFigure({ title, series, isInRows }: StatusesFigureProps) {
  const { t } = useTranslation();
  return (
    <Figure title={title} series={series} head={(status) => t(`status.${status}`)} figure={String}>
      <BarChart
        h={HEIGHT - LEGEND}
        data={dataOf(series)}
        dataKey="label"
        type="stacked"
        orientation={isInRows ? 'vertical' : 'horizontal'}
        series={series.columns.map((status) => ({
          name: status,
          label: t(`status.${status}`),
          color: COLOURS[status],
        }))}
        yAxisProps={{ width: isInRows ? NAMES : 48, allowDecimals: false }}
        gridAxis="x"
        barProps={{ isAnimationActive: false }}
        maxBarWidth={22}
      />
      <Group gap="2px 12px" pl={isInRows ? NAMES : 48}>
        {series.columns.map((status) => (
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
  );
}
