// A status as a coloured word.
import { Badge } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderStatus } from '../gql/graphql.js';
import { orderTones, type Tone } from './tones.js';

interface ToneBadgeProps {
  readonly tone: Tone;
  readonly children: ReactNode;
  readonly title?: string | undefined;
}

export const ToneBadge = ({ tone, children, title }: ToneBadgeProps) => (
  <Badge bg={`var(--tone-${tone})`} c={`var(--tone-${tone}-text)`} title={title}>
    {children}
  </Badge>
);

interface StatusBadgeProps {
  readonly status: OrderStatus;
  /** The gateway's own code, shown where OrderGraph knows no word for it. */
  readonly code?: string | null | undefined;
}

export function StatusBadge({ status, code }: StatusBadgeProps) {
  const { t } = useTranslation();
  return (
    <ToneBadge tone={orderTones[status]} title={code ?? undefined}>
      {t(`status.${status}`)}
      {status === 'UNKNOWN' && code ? ` · ${code}` : ''}
    </ToneBadge>
  );
}
