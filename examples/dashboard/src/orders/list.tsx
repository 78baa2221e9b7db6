// The list itself: its rows, or why there are none, and above them how many orders are new.
import { Button, Center, Text } from '@mantine/core';
import { IconArrowUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { FailureNote } from '../status/failure.js';
import { OrderCards } from './cards.js';
import classes from './list.module.css';
import { useNarrow } from './narrow.js';
import type { News } from './news.js';
import type { RowsProps } from './rows.js';
import { OrderTable } from './table.js';

interface OrderListProps extends RowsProps {
  readonly news: News;
}

export function OrderList({ news, ...rows }: OrderListProps) {
  const { t } = useTranslation();
  const isNarrow = useNarrow();
  const { orders, isCurrent, pageFailure, loadMore, reload } = rows.listing;
  const apply = () => {
    news.forget();
    window.scrollTo({ top: 0 });
    reload();
  };
  return (
    <>
      <div className={classes.news} aria-live="polite">
        {news.count > 0 && (
          <Button radius="xl" leftSection={<IconArrowUp size={15} />} onClick={apply}>
            {t('news', { count: news.count })}
          </Button>
        )}
      </div>
      {orders.length === 0 && isCurrent ? (
        <Center mih={240} p="lg">
          <Text c="dimmed">{t('board.none')}</Text>
        </Center>
      ) : isNarrow ? (
        <OrderCards {...rows} />
      ) : (
        <OrderTable {...rows} />
      )}
      {pageFailure && (
        <div className={classes.failure}>
          <FailureNote failure={pageFailure} onRetry={loadMore} />
        </div>
      )}
    </>
  );
}
