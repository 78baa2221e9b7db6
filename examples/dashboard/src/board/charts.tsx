// The charts of a list of orders, drawn once, when all of them are there: rows come first.
import { useMediaQuery } from '@mantine/hooks';
import { lazy } from 'react';
import { ChartsPanel } from '../charts/panel.js';
import { ChartsSkeleton } from '../charts/toggle.js';
import type { Row } from './row.js';

const Charts = lazy(() => import('../charts/charts.js'));

export function BoardCharts({ rows }: { readonly rows: readonly Row[] }) {
  const isWide = useMediaQuery('(min-width: 62em)', undefined, { getInitialValueInEffect: false });
  const isLoading = rows.some(({ kind }) => kind === 'loading');
  const orders = rows.flatMap((row) => (row.kind === 'order' ? row.order : []));
  return (
    <ChartsPanel isOpenAtFirst={isWide}>
      {() => (isLoading ? <ChartsSkeleton /> : <Charts orders={orders} />)}
    </ChartsPanel>
  );
}
