// The board: the orders of one list, whose numbers were given, what they come to, and ways to find one among them.
import { Button, Group, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { IconRefresh } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useCalls } from '../api/calls.js';
import { keyState } from '../api/key.js';
import { useWatched } from '../api/stored.js';
import { hasDemoShops } from '../lists/demo.js';
import { ListMenu } from '../lists/menu.js';
import { OpenOrders } from '../lists/open.js';
import { chosenList, type List, useLists } from '../lists/saved.js';
import { useShops } from '../lists/shops.js';
import { useView } from './address.js';
import { BoardCharts } from './charts.js';
import { BoardEmpty, BoardSkeleton, ShopsFailed } from './empty.js';
import { Filters } from './filters.js';
import { loadMissing, reload, useRows } from './loading.js';
import { Orders } from './orders.js';
import { Summary } from './summary.js';
import { viewed } from './view.js';

export function Component() {
  const { t } = useTranslation();
  const { list: id = '' } = useParams();
  const { data, error, loading, refetch } = useShops();
  const saved = useLists();
  const shops = data?.shops ?? [];
  const list = chosenList(id, saved, hasDemoShops(shops));
  const title = list ? list.name || t('lists.demo') : t('board.title');
  useDocumentTitle(`${title} · OrderGraph`);

  if (!data)
    return error && !loading ? <ShopsFailed error={error} onRetry={() => void refetch()} /> : <BoardSkeleton />;
  return (
    <Stack gap="md">
      <Group justify="space-between" gap="sm">
        <Title order={1}>{t('board.title')}</Title>
        <Group gap="xs">
          <ListMenu shops={shops} list={list} />
          <OpenOrders shops={shops} />
        </Group>
      </Group>
      {list ? <Board key={list.id} list={list} /> : <BoardEmpty />}
    </Stack>
  );
}

function Board({ list }: { readonly list: List }) {
  const { t } = useTranslation();
  const { refs } = list;
  const { key } = useWatched(keyState);
  const [view, show] = useView();
  const rows = useRows(refs);
  const calls = useCalls();
  const shown = viewed(rows, view);
  const done = rows.filter(({ kind }) => kind !== 'loading').length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: with another key, what was refused is asked for again
  useEffect(() => void loadMissing(refs), [refs, key]);

  return (
    <>
      <Summary rows={rows} view={view} onView={show} />
      <BoardCharts rows={rows} />
      <Paper style={{ overflow: 'clip' }}>
        <Filters rows={rows} view={view} onView={show} />
        <Progress
          value={(done / rows.length) * 100}
          h={2}
          radius={0}
          aria-label={t('board.progress', { done, count: rows.length })}
          style={{ visibility: done < rows.length ? 'visible' : 'hidden' }}
        />
        <Orders rows={shown} view={view} onView={show} />
        <Group
          justify="space-between"
          px="md"
          py={8}
          style={{ borderTop: '1px solid var(--mantine-color-default-border)' }}
        >
          <Text size="xs" c="dimmed" role="status">
            {done < rows.length
              ? t('board.progress', { done, count: rows.length })
              : t('board.shown', { shown: shown.length, count: rows.length })}
            {' · '}
            {t('calls', { ...calls })}
          </Text>
          <Button
            variant="subtle"
            leftSection={<IconRefresh size={15} />}
            disabled={done < rows.length}
            onClick={() => void reload(refs)}
          >
            {t('board.reload')}
          </Button>
        </Group>
      </Paper>
    </>
  );
}
