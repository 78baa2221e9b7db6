// Imports orders into the index by their numbers, so that the list of all orders has them, and shows how far that is.
import { Button, Group, List, Progress, ScrollArea, Stack, Text } from '@mantine/core';
import { IconDatabaseImport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { FailureNote } from '../status/failure.js';
import { useImport } from './importing.js';
import type { Ref } from './ref.js';

/** More are sent as a file, to the API. */
const MAX_REFS = 1000;

export function ImportPanel({ refs }: { readonly refs: readonly Ref[] }) {
  const { t } = useTranslation();
  const { start, isStarting, progress, failure } = useImport();
  const begin = () => start(refs.slice(0, MAX_REFS));
  return (
    <Stack gap="xs">
      <Group justify="space-between" wrap="nowrap">
        <Text size="xs" c="dimmed">
          {t('import.hint')}
        </Text>
        <Button
          flex="none"
          variant="default"
          leftSection={<IconDatabaseImport size={15} />}
          loading={isStarting}
          disabled={refs.length === 0 || (progress !== undefined && progress.state !== 'DONE')}
          onClick={begin}
        >
          {t('import.button', { count: Math.min(refs.length, MAX_REFS) })}
        </Button>
      </Group>
      {failure && <FailureNote failure={failure} onRetry={begin} />}
      {progress && (
        <>
          <Progress
            value={progress.accepted === 0 ? 100 : ((progress.done + progress.failed) / progress.accepted) * 100}
            aria-label={t('import.title')}
          />
          <Text size="xs" role="status">
            {t(`import.${progress.state}`, { done: progress.done, count: progress.accepted })}
            {progress.failed > 0 && ` ${t('import.failed', { count: progress.failed })}`}
          </Text>
          {progress.refused.length > 0 && (
            <ScrollArea.Autosize mah={90}>
              <List size="xs" listStyleType="none">
                {progress.refused.map(({ position, orderId, code, message }) => (
                  <List.Item key={position}>
                    {orderId} – {t([`advice.${code}`, 'advice.other'])} {message}
                  </List.Item>
                ))}
              </List>
            </ScrollArea.Autosize>
          )}
        </>
      )}
    </Stack>
  );
}
