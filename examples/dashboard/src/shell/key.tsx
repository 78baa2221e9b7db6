// Where a key is given to servers that ask for one. It opens by itself when one does.
import { useApolloClient } from '@apollo/client/react';
import { Alert, Button, Group, Modal, PasswordInput, Stack, Text } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keepKey, keyState, wantKey } from '../api/key.js';
import { useWatched } from '../api/stored.js';
import { forgetFailures } from '../board/loading.js';

export function KeyButton() {
  const { t } = useTranslation();
  const client = useApolloClient();
  const { key, wanted } = useWatched(keyState);
  const [typed, setTyped] = useState(key);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    keepKey(typed.trim());
    forgetFailures();
    void client.refetchQueries({ include: 'active' });
  };

  return (
    <>
      <Button
        variant="subtle"
        color="gray"
        c="inherit"
        px={8}
        leftSection={<IconKey size={17} stroke={1.7} />}
        onClick={() => wantKey('person')}
      >
        {t('key.open')}
      </Button>
      <Modal
        opened={wanted !== undefined}
        onClose={() => wantKey(undefined)}
        title={t('key.title')}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        <form onSubmit={submit}>
          <Stack>
            {wanted === 'server' && <Alert color="red">{t(key === '' ? 'key.needed' : 'key.refused')}</Alert>}
            <PasswordInput
              label={t('key.label')}
              description={t('key.kept')}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
              autoComplete="off"
              data-autofocus
            />
            <Group justify="space-between">
              <Text size="xs" c="dimmed">
                {t('key.hint')}
              </Text>
              <Button type="submit">{t('key.use')}</Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  );
}
