// The rows of the board: a table where there is room for one, cards on a phone.
import { Center, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { OrderCards } from './cards.js';
import type { Row } from './row.js';
import { OrderTable } from './table.js';
import type { View } from './view.js';

export interface OrdersProps {
  readonly rows: readonly Row[];
  readonly view: View;
  readonly onView: (view: View) => void;
}

export function Orders(props: OrdersProps) {
  const { t } = useTranslation();
  const isNarrow = useMediaQuery('(max-width: 62em)', undefined, { getInitialValueInEffect: false });
  if (props.rows.length === 0) {
    return (
      <Center py={64}>
        <Text c="dimmed">{t('board.none')}</Text>
      </Center>
    );
  }
  return isNarrow ? <OrderCards rows={props.rows} /> : <OrderTable {...props} />;
}
