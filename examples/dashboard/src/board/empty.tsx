// The board before there is anything on it: while shops are asked for, when they cannot be, and without its list.
import { Button, Paper, Skeleton, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { IconPackages } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { failureOfRequest } from '../api/failure.js';
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

export function BoardEmpty() {
  const { t } = useTranslation();
  return (
    <Paper p={{ base: 'lg', sm: 48 }}>
      <Stack align="center" gap="sm">
        <ThemeIcon size={52} radius="xl" variant="light" aria-hidden>
          <IconPackages size={28} stroke={1.5} />
        </ThemeIcon>
        <Title order={2}>{t('empty.unknown')}</Title>
        <Text c="dimmed" maw={520} ta="center">
          {t('empty.text')}
        </Text>
        <Button component={Link} to="/" variant="default">
          {t('missing.back')}
        </Button>
      </Stack>
    </Paper>
  );
}
