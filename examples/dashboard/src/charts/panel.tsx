// The charts above the table; the code that draws them is loaded when they are shown.
import { Button, Group, Paper, Skeleton, Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconChartBar, IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readStored, writeStored } from '../api/stored.js';
import type { Row } from '../board/row.js';

const Charts = lazy(() => import('./charts.js'));

const LOADING = 228;

const NAME = 'ordergraph.charts';

export function ChartsPanel({ rows }: { readonly rows: readonly Row[] }) {
  const { t } = useTranslation();
  const isWide = useMediaQuery('(min-width: 62em)', undefined, { getInitialValueInEffect: false });
  const [chosen, setChosen] = useState(readStored('localStorage', NAME));
  const isOpen = (chosen ?? (isWide ? 'open' : 'closed')) === 'open';
  const toggle = () => {
    const next = isOpen ? 'closed' : 'open';
    setChosen(next);
    writeStored('localStorage', NAME, next);
  };
  // Drawn once, when all is there: rows come first.
  const isLoading = rows.some(({ kind }) => kind === 'loading');
  const orders = rows.flatMap((row) => (row.kind === 'order' ? row.order : []));
  return (
    <Paper px="md" py={8}>
      <Group justify="space-between">
        <Group gap={8}>
          <IconChartBar size={17} stroke={1.7} aria-hidden />
          <Title order={2}>{t('charts.title')}</Title>
        </Group>
        <Button
          variant="subtle"
          aria-expanded={isOpen}
          rightSection={isOpen ? <IconChevronUp size={14} /> : <IconChevronDown size={14} />}
          onClick={toggle}
        >
          {t(isOpen ? 'charts.hide' : 'charts.show')}
        </Button>
      </Group>
      {isOpen && (
        <Suspense fallback={<Skeleton h={LOADING} my="xs" />}>
          {isLoading ? <Skeleton h={LOADING} my="xs" /> : <Charts orders={orders} />}
        </Suspense>
      )}
    </Paper>
  );
}
