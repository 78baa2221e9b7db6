// A chart and its figures: those who cannot see the one, or would rather read, have the other.
import { ActionIcon, Box, Group, ScrollArea, Table, Text, Tooltip, VisuallyHidden } from '@mantine/core';
import { IconChartBar, IconTable } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Series } from './series.js';

interface FigureProps<Column extends string> {
  readonly title: string;
  readonly series: Series<Column>;
  /** A column's heading. */
  readonly head: (column: Column) => string;
  /** A cell's text. */
  readonly figure: (value: string) => string;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

export function Figure<Column extends string>({ title, series, head, figure, action, children }: FigureProps<Column>) {
  const { t } = useTranslation();
  const [isTable, setTable] = useState(false);
  const label = t(isTable ? 'charts.asChart' : 'charts.asTable', { title });
  const table = (
    <Table verticalSpacing={4} fz="xs">
      <Table.Caption>
        <VisuallyHidden>{title}</VisuallyHidden>
      </Table.Caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Td />
          {series.columns.map((column) => (
            <Table.Th key={column}>{head(column)}</Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {series.rows.map(({ label: row, values }) => (
          <Table.Tr key={row}>
            <Table.Th scope="row">{row}</Table.Th>
            {series.columns.map((column) => (
              <Table.Td key={column} className="number">
                {figure(values[column] ?? '0')}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
  return (
    <Box component="figure" m={0} miw={0}>
      <Group justify="space-between" mb={6} h={28}>
        <Text component="figcaption" size="sm" fw={550}>
          {title}
        </Text>
        <Group gap={4}>
          {action}
          <Tooltip label={label}>
            <ActionIcon
              variant="subtle"
              color="gray"
              c="dimmed"
              size={24}
              aria-label={label}
              onClick={() => setTable(!isTable)}
            >
              {isTable ? <IconChartBar size={15} /> : <IconTable size={15} />}
            </ActionIcon>
          </Tooltip>
        </Group>
      </Group>
      {isTable ? (
        <ScrollArea.Autosize mah={190}>{table}</ScrollArea.Autosize>
      ) : (
        <>
          {/* Not focusable either: the table below says it all. */}
          <div aria-hidden inert>
            {children}
          </div>
          <VisuallyHidden>{table}</VisuallyHidden>
        </>
      )}
    </Box>
  );
}
