// Search and filters: menus where there is room, one button for all of them where there is not.
import { Group, Stack } from '@mantine/core';
import type { Filter } from './filter.js';
import { FilterDrawer, FilterMenus } from './filters/menus.js';
import { FilterPills } from './filters/pills.js';
import { useNarrow } from './narrow.js';
import { Search } from './search.js';

interface ToolsProps {
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
}

/** The first row's link, which alone of them can be reached by keyboard. */
const focusList = (): void => document.querySelector<HTMLElement>('[data-index] a[tabindex="0"]')?.focus();

export function Tools({ filter, onFilter }: ToolsProps) {
  const isNarrow = useNarrow();
  return (
    <Stack gap="xs" p="sm">
      <Group gap="xs" align="start" wrap="nowrap">
        <Search text={filter.text} onText={(text) => onFilter({ ...filter, text })} onDown={focusList} />
        {isNarrow ? (
          <FilterDrawer filter={filter} onFilter={onFilter} />
        ) : (
          <FilterMenus filter={filter} onFilter={onFilter} />
        )}
      </Group>
      <FilterPills filter={filter} onFilter={onFilter} />
    </Stack>
  );
}
