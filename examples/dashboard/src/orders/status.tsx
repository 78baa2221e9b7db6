// One quiet line above the list: how many orders there are, whether it is live, what the index has, how it is sorted.
import { Group, NativeSelect, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ExportButton } from '../export/button.js';
import { FeedLight } from '../feed/light.js';
import { type Counted, formatCount } from './count.js';
import { Coverage } from './coverage.js';
import { type Filter, SORTS, sortIn, sortText } from './filter.js';
import type { ListQuery } from './query.js';
import { shopsWhere } from './where.js';

interface StatusLineProps {
  readonly filter: Filter;
  readonly query: ListQuery;
  readonly count: Counted | undefined;
  readonly onFilter: (filter: Filter) => void;
}

export function StatusLine({ filter, query, count, onFilter }: StatusLineProps) {
  const { t, i18n } = useTranslation();
  return (
    <Group justify="space-between" gap={8} px="md" pb={8}>
      <Group gap="md">
        <Text fw={600} role="status" className="number" miw={80}>
          {count ? t('orders.count', { count: count.count, number: formatCount(count, i18n.language) }) : ' '}
        </Text>
        <FeedLight />
        <Coverage where={shopsWhere(filter)} />
      </Group>
      <Group gap={8} wrap="nowrap">
        <NativeSelect
          size="xs"
          aria-label={t('sort.label')}
          value={sortText(filter.sort)}
          data={SORTS.map((sort) => ({ value: sortText(sort), label: t(`sort.${sort.key}.${sort.direction}`) }))}
          onChange={(event) => onFilter({ ...filter, sort: sortIn(event.currentTarget.value) })}
        />
        <ExportButton query={query} count={count?.count} />
      </Group>
    </Group>
  );
}
