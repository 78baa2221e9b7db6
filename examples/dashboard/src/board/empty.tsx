// The board before there is anything on it: while shops are asked for, when they cannot be, and without a list.
import { Button, Code, Group, List, Paper, Skeleton, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { IconPackages } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { failureOfRequest } from '../api/failure.js';
import type { KnownShop } from '../lists/recognise.js';
import { FailureNote } from '../status/failure.js';

export const BoardSkeleton = () => (
  <Stack gap="md" aria-busy>
    <Skeleton h={30} w={220} />
    <Skeleton h={76} radius="lg" />
    <Skeleton h={420} radius="lg" />
  </Stack>
);

interface ShopsFailedProps {
  readonly error: unknown;
  readonly onRetry: () => void;
}

export const ShopsFailed = ({ error, onRetry }: ShopsFailedProps) => (
  <Paper p="lg">
    <FailureNote failure={failureOfRequest(error)} onRetry={onRetry} />
  </Paper>
);

interface BoardEmptyProps {
  /** Whether the address names a list that is not here. */
  readonly isUnknown: boolean;
  readonly shops: readonly KnownShop[];
}

export function BoardEmpty({ isUnknown, shops }: BoardEmptyProps) {
  const { t } = useTranslation();
  return (
    <Paper p={{ base: 'lg', sm: 48 }}>
      <Stack align="center" gap="sm">
        <ThemeIcon size={52} radius="xl" variant="light" aria-hidden>
          <IconPackages size={28} stroke={1.5} />
        </ThemeIcon>
        <Title order={2}>{t(isUnknown ? 'empty.unknown' : 'empty.title')}</Title>
        <Text c="dimmed" maw={520} ta="center">
          {t('empty.text')}
        </Text>
        <List size="sm" spacing={4}>
          {shops.map(({ id, name, platform }) => (
            <List.Item key={id}>
              <Group gap={8}>
                <Code>{id}</Code> {name} <Text c="dimmed">{t(`platform.${platform}`)}</Text>
              </Group>
            </List.Item>
          ))}
        </List>
        {isUnknown && (
          <Button component="a" href="/dashboard" variant="default">
            {t('missing.back')}
          </Button>
        )}
      </Stack>
    </Paper>
  );
}
