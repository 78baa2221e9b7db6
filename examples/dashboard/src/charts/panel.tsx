// The charts above a table; the code that draws them is loaded when they are shown.
import { Group, Paper, Title } from '@mantine/core';
import { IconChartBar } from '@tabler/icons-react';
import { type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { ChartsSkeleton, ChartsToggle, useChartsOpen } from './toggle.js';

interface ChartsPanelProps {
  readonly isOpenAtFirst: boolean;
  /** Asked for only while they are shown. */
  readonly children: () => ReactNode;
}

export function ChartsPanel({ isOpenAtFirst, children }: ChartsPanelProps) {
  const { t } = useTranslation();
  const [isOpen, toggle] = useChartsOpen('ordergraph.charts', isOpenAtFirst);
  return (
    <Paper px="md" py={8}>
      <Group justify="space-between">
        <Group gap={8}>
          <IconChartBar size={17} stroke={1.7} aria-hidden />
          <Title order={2}>{t('charts.title')}</Title>
        </Group>
        <ChartsToggle isOpen={isOpen} onToggle={toggle} />
      </Group>
      {isOpen && <Suspense fallback={<ChartsSkeleton />}>{children()}</Suspense>}
    </Paper>
  );
}
