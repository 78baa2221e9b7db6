// Figures above the list: tiles of today, and charts for whoever opens them.
import { Box, Paper } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { ChartsSkeleton, ChartsToggle, useChartsOpen } from '../charts/toggle.js';
import type { OrderWhere } from '../gql/graphql.js';
import { useFigures } from './figures.js';
import { Tiles } from './tiles.js';

const FigureCharts = lazy(() => import('./charts.js'));

interface OverviewProps {
  readonly shops: OrderWhere;
  readonly zone: string;
  readonly onZone: () => void;
}

export function Overview({ shops, zone, onZone }: OverviewProps) {
  const figures = useFigures(shops, zone);
  const [isOpen, toggle] = useChartsOpen('ordergraph.figures', false);
  if (figures === null) return null;
  return (
    <Paper>
      <Tiles figures={figures} zone={zone} onZone={onZone}>
        <ChartsToggle isOpen={isOpen} onToggle={toggle} />
      </Tiles>
      {isOpen && (
        <Box px="md" pb={8}>
          <Suspense fallback={<ChartsSkeleton />}>
            {figures ? <FigureCharts figures={figures} shops={shops} zone={zone} /> : <ChartsSkeleton />}
          </Suspense>
        </Box>
      )}
    </Paper>
  );
}
