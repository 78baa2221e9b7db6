// The amounts of one currency by day; which one can be chosen where there are several.
import { BarChart } from '@mantine/charts';
import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMoney } from '../format/money.js';
import { formatDay } from '../format/time.js';
import { dataOf, labelled } from './data.js';
import { Figure } from './figure.js';
import type { Series } from './series.js';
import { HEIGHT } from './sizes.js';

interface AmountsFigureProps {
  readonly title: string;
  readonly currencies: readonly string[];
  readonly seriesOf: (currency: string) => Series<'amount'>;
}

export function AmountsFigure({ title, currencies, seriesOf }: AmountsFigureProps) {
  const { t, i18n } = useTranslation();
  const [chosen, setCurrency] = useState<string>();
  const currency = chosen !== undefined && currencies.includes(chosen) ? chosen : (currencies[0] ?? 'CNY');
  const days = labelled(seriesOf(currency), (day) => formatDay(day, i18n.language));
  return (
    <Figure
      title={title}
      series={days}
      head={() => currency}
      figure={(amount) => formatMoney({ amount, currencyCode: currency }, i18n.language)}
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
        valueFormatter={(value) => new Intl.NumberFormat(i18n.language, { notation: 'compact' }).format(value)}
        yAxisProps={{ width: 48 }}
        barProps={{ isAnimationActive: false, radius: [3, 3, 0, 0] }}
        maxBarWidth={26}
      />
    </Figure>
  );
}
