// How many orders wait for what, as buttons that filter; and what all of them come to, one sum for each currency.
import { Group, Paper, Text, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatMoney, totalsOf } from '../format/money.js';
import type { OrderStatus } from '../gql/graphql.js';
import type { Row } from './row.js';
import classes from './summary.module.css';
import { countsOf, FAILED, orderOf, type View } from './view.js';

/** What there is to do, and the statuses that say so. */
const GROUPS: Readonly<Record<string, readonly (OrderStatus | typeof FAILED)[]>> = {
  all: [],
  toPay: ['AWAITING_PAYMENT', 'PAYMENT_PENDING'],
  toShip: ['AWAITING_SHIPMENT', 'PARTIALLY_SHIPPED'],
  onTheWay: ['SHIPPED'],
  arrived: ['DELIVERED', 'COMPLETED'],
  ended: ['CANCELLED', 'CLOSED'],
  attention: ['ON_HOLD', 'UNKNOWN', FAILED],
};

interface SummaryProps {
  readonly rows: readonly Row[];
  readonly view: View;
  readonly onView: (view: View) => void;
}

export function Summary({ rows, view, onView }: SummaryProps) {
  const { t, i18n } = useTranslation();
  const counts = countsOf(rows, 'status');
  const totals = totalsOf(rows.flatMap((row) => orderOf(row)?.totals?.total ?? []));
  return (
    <Paper className={classes.strip} role="group" aria-label={t('summary.label')}>
      {Object.entries(GROUPS).map(([name, statuses]) => {
        const count =
          name === 'all' ? rows.length : statuses.reduce((sum, status) => sum + (counts.get(status) ?? 0), 0);
        const isOn = statuses.length === view.status.length && statuses.every((status) => view.status.includes(status));
        return (
          <UnstyledButton
            key={name}
            className={classes.cell}
            aria-pressed={isOn}
            onClick={() => onView({ ...view, status: statuses })}
          >
            <Text size="xs" c="dimmed" span>
              {t(`summary.${name}`)}
            </Text>
            <Text fz={20} fw={620} lh={1.3} className="number" span data-alarm={name === 'attention' && count > 0}>
              {count}
            </Text>
          </UnstyledButton>
        );
      })}
      <div className={classes.totals}>
        <Text size="xs" c="dimmed">
          {t('summary.totals')}
        </Text>
        <Group gap="4px 14px" mih={26}>
          {totals.map((total) => (
            <Text key={total.currencyCode} size="md" fw={600} className="number">
              {formatMoney(total, i18n.language)}
            </Text>
          ))}
        </Group>
      </div>
    </Paper>
  );
}
