// A panel of the order page, and a panel that asks for its own part once it comes in sight.
import { useQuery } from '@apollo/client/react';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { Box, Group, Paper, Skeleton, Title } from '@mantine/core';
import { useIntersection } from '@mantine/hooks';
import { type ReactNode, useEffect, useState } from 'react';
import { failureOfRequest } from '../api/failure.js';
import type { Ref } from '../lists/ref.js';
import { FailureNote } from '../status/failure.js';

interface PanelProps {
  readonly title: string;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

export const Panel = ({ title, action, children }: PanelProps) => (
  <Paper component="section" aria-label={title}>
    <Group justify="space-between" px="md" pt={12} pb={4} mih={40}>
      <Title order={2}>{title}</Title>
      {action}
    </Group>
    <Box px="md" pb="md">
      {children}
    </Box>
  </Paper>
);

interface PartProps<Answer extends { readonly order?: unknown }> {
  readonly title: string;
  readonly of: Ref;
  readonly document: TypedDocumentNode<Answer, Ref>;
  readonly children: (order: NonNullable<Answer['order']>) => ReactNode;
}

/** A panel with a query of its own: the server asks upstream only for what it does not yet have of the order. */
export function Part<Answer extends { readonly order?: unknown }>({
  title,
  of,
  document,
  children,
}: PartProps<Answer>) {
  const { ref, entry } = useIntersection({ rootMargin: '200px' });
  const [isSeen, setSeen] = useState(false);
  useEffect(() => {
    if (entry?.isIntersecting) setSeen(true);
  }, [entry]);
  const { data, error, loading, refetch } = useQuery<Answer, Ref>(document, {
    variables: of,
    skip: !isSeen,
    errorPolicy: 'all',
  } as useQuery.Options<Answer, Ref>);
  const order = (data as Answer | undefined)?.order;
  return (
    <div ref={ref}>
      <Panel title={title}>
        {order ? (
          children(order)
        ) : !isSeen || loading ? (
          <Skeleton h={56} data-kind="loading" />
        ) : (
          <FailureNote failure={failureOfRequest(error)} onRetry={() => void refetch()} />
        )}
      </Panel>
    </div>
  );
}
