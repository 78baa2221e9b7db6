// Saves what is listed as a CSV file, with its progress and a way to stop it.
import { Button, Group, Popover, Progress, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Failure, failureOfRequest } from '../api/failure.js';
import type { ListQuery } from '../orders/query.js';
import { FailureNote } from '../status/failure.js';
import { exportOrders, MAX_EXPORTED, saveFile } from './run.js';

interface ExportButtonProps {
  readonly query: ListQuery;
  /** How many orders there are, where it is known. */
  readonly count: number | undefined;
}

type State =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly done: number }
  | { readonly kind: 'done'; readonly count: number; readonly isCut: boolean }
  | { readonly kind: 'failed'; readonly failure: Failure };

export function ExportButton({ query, count }: ExportButtonProps) {
  const { t } = useTranslation();
  const [state, setState] = useState<State>({ kind: 'idle' });
  const running = useRef<AbortController>(undefined);
  const expected = Math.min(count ?? MAX_EXPORTED, MAX_EXPORTED);

  const start = async () => {
    const controller = new AbortController();
    running.current = controller;
    setState({ kind: 'running', done: 0 });
    try {
      const { file, ...rest } = await exportOrders(query, {
        signal: controller.signal,
        onProgress: (done) => setState({ kind: 'running', done }),
      });
      saveFile(file, `orders-${new Date().toISOString().slice(0, 10)}.csv`);
      setState(rest.isCut ? { kind: 'done', ...rest } : { kind: 'idle' });
    } catch (error) {
      setState(controller.signal.aborted ? { kind: 'idle' } : { kind: 'failed', failure: failureOfRequest(error) });
    }
  };
  const stop = () => {
    running.current?.abort();
    setState({ kind: 'idle' });
  };

  return (
    <Popover opened={state.kind !== 'idle'} onDismiss={stop} position="bottom-end" shadow="md" width={300}>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconDownload size={15} />}
          disabled={count === 0 || state.kind === 'running'}
          title={t('export.hint', { max: MAX_EXPORTED })}
          onClick={() => void start()}
        >
          {t('export.button')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          {state.kind === 'running' && (
            <>
              <Text role="status">{t('export.progress', { done: state.done, count: expected })}</Text>
              <Progress value={(state.done / Math.max(1, expected)) * 100} aria-label={t('export.button')} />
            </>
          )}
          {state.kind === 'done' && <Text role="status">{t('export.cut', { count: state.count })}</Text>}
          {state.kind === 'failed' && <FailureNote failure={state.failure} onRetry={() => void start()} />}
          <Group justify="flex-end">
            <Button variant="default" size="compact-xs" onClick={stop}>
              {t(state.kind === 'running' ? 'export.stop' : 'close')}
            </Button>
          </Group>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
