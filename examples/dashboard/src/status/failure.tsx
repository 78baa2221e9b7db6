// A failure in words: what happened, what to do about it, and the button for it where there is one.
import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { IconExternalLink, IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../api/failure.js';
import { ToneBadge } from './badge.js';

interface FailureNoteProps {
  readonly failure: Failure;
  readonly onRetry: () => void;
}

export function FailureNote({ failure, onRetry }: FailureNoteProps) {
  const { t } = useTranslation();
  const { code, message, isRetryable, authorizeUrl } = failure;
  return (
    <Group justify="space-between" gap="sm">
      <Stack gap={3} flex="1 1 260px" miw={0}>
        <Group gap={8}>
          <ToneBadge tone="red">{code}</ToneBadge>
          <Text size="sm">{t([`advice.${code}`, 'advice.other'])}</Text>
        </Group>
        <Text size="xs" c="dimmed" lineClamp={1} title={message}>
          {message}
        </Text>
      </Stack>
      {authorizeUrl !== undefined && (
        <Anchor href={authorizeUrl} target="_blank" rel="noreferrer noopener" size="sm">
          <Group gap={4} component="span" display="inline-flex">
            {t('authorize')}
            <IconExternalLink size={14} />
          </Group>
        </Anchor>
      )}
      {isRetryable && (
        <Button variant="default" leftSection={<IconRefresh size={14} />} onClick={onRetry}>
          {t('retry')}
        </Button>
      )}
    </Group>
  );
}
