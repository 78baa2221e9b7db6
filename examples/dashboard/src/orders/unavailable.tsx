// Where the list cannot be: the index is away, the server has none, or it refused what was asked.
import { Button, Group, Paper, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { IconPackages, IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../api/failure.js';
import { OpenOrders } from '../lists/open.js';
import { useShops } from '../lists/shops.js';
import { FailureNote } from '../status/failure.js';
import { EVERYTHING, type Filter } from './filter.js';

/** What a server says that has no index, or one that is away. */
const WITHOUT_INDEX = ['INDEX_UNAVAILABLE', 'GRAPHQL_VALIDATION_FAILED'];

export const isWithoutIndex = ({ code }: Failure): boolean => WITHOUT_INDEX.includes(code);

/** Order numbers can be opened all the same. */
export function IndexUnavailable({ onRetry }: { readonly onRetry: () => void }) {
  const { t } = useTranslation();
  const { data } = useShops();
  return (
    <Paper p={{ base: 'lg', sm: 48 }}>
      <Stack align="center" gap="sm">
        <ThemeIcon size={52} radius="xl" variant="light" aria-hidden>
          <IconPackages size={28} stroke={1.5} />
        </ThemeIcon>
        <Title order={2}>{t('unavailable.title')}</Title>
        <Text c="dimmed" maw={520} ta="center">
          {t('unavailable.text')}
        </Text>
        <Group>
          <OpenOrders shops={data?.shops ?? []} />
          <Button variant="default" leftSection={<IconRefresh size={15} />} onClick={onRetry}>
            {t('retry')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}

interface ListFailedProps {
  readonly failure: Failure;
  readonly onFilter: (filter: Filter) => void;
  readonly onRetry: () => void;
}

export function ListFailed({ failure, onFilter, onRetry }: ListFailedProps) {
  const { t } = useTranslation();
  return (
    <Stack p="lg" gap="sm" align="start">
      <FailureNote failure={failure} onRetry={onRetry} />
      {!failure.isRetryable && (
        <Button variant="default" onClick={() => onFilter(EVERYTHING)}>
          {t('filter.clear')}
        </Button>
      )}
    </Stack>
  );
}
