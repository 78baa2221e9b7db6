// Search, the facets as menus of checkboxes with counts, and what is chosen as pills that can be taken off.
import { Button, Checkbox, Group, Indicator, Pill, Popover, Stack, Text, TextInput } from '@mantine/core';
import { IconChevronDown, IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Row } from './row.js';
import { countsOf, FACETS, type Facet, type View } from './view.js';

interface FiltersProps {
  readonly rows: readonly Row[];
  readonly view: View;
  readonly onView: (view: View) => void;
}

export function Filters({ rows, view, onView }: FiltersProps) {
  const { t } = useTranslation();
  const chosen = FACETS.flatMap((facet) => view[facet].map((value) => ({ facet, value })));
  return (
    <Stack gap="xs" p="sm">
      <Group gap="xs">
        <TextInput
          size="xs"
          flex="1 1 220px"
          type="search"
          aria-label={t('filter.search')}
          placeholder={t('filter.search')}
          leftSection={<IconSearch size={15} />}
          value={view.text}
          onChange={(event) => onView({ ...view, text: event.currentTarget.value })}
        />
        {FACETS.map((facet) => (
          <FacetMenu key={facet} facet={facet} rows={rows} view={view} onView={onView} />
        ))}
      </Group>
      {chosen.length > 0 && (
        <Group gap={6}>
          {chosen.map(({ facet, value }) => (
            <Pill
              key={`${facet} ${value}`}
              withRemoveButton
              onRemove={() => onView(without(view, facet, value))}
              removeButtonProps={{
                'aria-label': t('filter.remove', { value: wordOf(t, facet, value) }),
                'aria-hidden': false,
                tabIndex: 0,
              }}
            >
              {wordOf(t, facet, value)}
            </Pill>
          ))}
          <Button
            variant="subtle"
            size="compact-xs"
            onClick={() => onView({ ...view, status: [], platform: [], shop: [] })}
          >
            {t('filter.clear')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

interface FacetMenuProps extends FiltersProps {
  readonly facet: Facet;
}

function FacetMenu({ facet, rows, view, onView }: FacetMenuProps) {
  const { t } = useTranslation();
  const counts = countsOf(rows, facet);
  // What is chosen stays in the menu even when no row has it, or it could not be taken off here.
  const values = [...new Set([...counts.keys(), ...view[facet]])].sort();
  return (
    <Popover position="bottom-end" shadow="md" trapFocus>
      <Indicator disabled={view[facet].length === 0} size={8} offset={3}>
        <Popover.Target>
          <Button variant="default" rightSection={<IconChevronDown size={14} />}>
            {t(`filter.${facet}`)}
          </Button>
        </Popover.Target>
      </Indicator>
      <Popover.Dropdown>
        <Stack gap="xs" miw={180}>
          {values.map((value) => (
            <Group key={value} justify="space-between" wrap="nowrap">
              <Checkbox
                size="xs"
                label={wordOf(t, facet, value)}
                checked={view[facet].includes(value)}
                onChange={(event) =>
                  onView(event.currentTarget.checked ? withValue(view, facet, value) : without(view, facet, value))
                }
              />
              <Text size="xs" c="dimmed" className="number">
                {counts.get(value) ?? 0}
              </Text>
            </Group>
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

const withValue = (view: View, facet: Facet, value: string): View => ({ ...view, [facet]: [...view[facet], value] });

const without = (view: View, facet: Facet, value: string): View => ({
  ...view,
  [facet]: view[facet].filter((other) => other !== value),
});

const wordOf = (t: (key: string) => string, facet: Facet, value: string): string =>
  facet === 'shop' ? value : t(`${facet}.${value}`);
