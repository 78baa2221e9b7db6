// The rows of the board: a table where there is room for one, cards elsewhere.
import { Center, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { OrderCards } from './cards.js';
import { OrderTable, type OrderTableProps } from './table.js';

export function Orders(props: OrderTableProps) {
  const { t } = useTranslation();
  const isNarrow = useMediaQuery('(max-width: 80em)', undefined, { getInitialValueInEffect: false });
  if (props.rows.length === 0) {
    return (
      <Center py={64}>
        <Text c="dimmed">{t('board.none')}</Text>
      </Center>
    );
  }
  return isNarrow ? <OrderCards rows={props.rows} /> : <OrderTable {...props} />;
}
