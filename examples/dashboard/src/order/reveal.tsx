// Personal data, asked for only when somebody wants to see it, and forgotten on leaving: it never enters the cache.
import { useApolloClient } from '@apollo/client/react';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { Button, Group, Text } from '@mantine/core';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Failure, failureOfRequest } from '../api/failure.js';
import type { Ref } from '../lists/ref.js';
import { FailureNote } from '../status/failure.js';

interface RevealProps<Answer extends { readonly order?: unknown }> {
  readonly of: Ref;
  readonly document: TypedDocumentNode<Answer, Ref>;
  readonly children: (order: NonNullable<Answer['order']>) => ReactNode;
}

export function Reveal<Answer extends { readonly order?: unknown }>({ of, document, children }: RevealProps<Answer>) {
  const { t } = useTranslation();
  const client = useApolloClient();
  const [order, setOrder] = useState<NonNullable<Answer['order']>>();
  const [failure, setFailure] = useState<Failure>();
  const [isAsking, setAsking] = useState(false);

  const reveal = async () => {
    setAsking(true);
    setFailure(undefined);
    const options = { query: document, variables: of, fetchPolicy: 'no-cache', errorPolicy: 'all' } as const;
    const { data, error } = await client.query<Answer, Ref>(
      options as unknown as Parameters<typeof client.query<Answer, Ref>>[0],
    );
    const answered = (data as Answer | undefined)?.order;
    if (answered) setOrder(answered as NonNullable<Answer['order']>);
    else setFailure(failureOfRequest(error));
    setAsking(false);
  };

  if (failure) return <FailureNote failure={failure} onRetry={() => void reveal()} />;
  if (order) {
    return (
      <>
        {children(order)}
        <Button
          mt="xs"
          variant="subtle"
          px={6}
          leftSection={<IconEyeOff size={15} />}
          onClick={() => setOrder(undefined)}
        >
          {t('reveal.hide')}
        </Button>
      </>
    );
  }
  return (
    <Group gap="xs">
      <Button variant="default" loading={isAsking} leftSection={<IconEye size={15} />} onClick={() => void reveal()}>
        {t('reveal.show')}
      </Button>
      <Text size="xs" c="dimmed">
        {t('reveal.logged')}
      </Text>
    </Group>
  );
}
