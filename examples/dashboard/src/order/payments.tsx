// How it was paid, in which stages, and what was given back.
import { Group, Stack, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Amount, formatMoney } from '../format/money.js';
import { formatTime } from '../format/time.js';
import { graphql } from '../gql/index.js';
import type { Ref } from '../lists/ref.js';
import { ToneBadge } from '../status/badge.js';
import { paymentTones, refundTones, type Tone } from '../status/tones.js';
import { Part } from './panel.js';

const PAYMENTS = graphql(`
  query Payments($shop: ID!, $orderId: ID!) {
    order(shop: $shop, orderId: $orderId) {
      id
      payments {
        id
        status
        statusCode
        amount {
          amount
          currencyCode
        }
        paidAt
        methodName
        methodCode
      }
      stages {
        number
        name
        paymentStatus
        paymentStatusCode
        due {
          amount
          currencyCode
        }
        paid {
          amount
          currencyCode
        }
        paidAt
      }
      refunds {
        id
        itemId
        status
        statusCode
        amount {
          amount
          currencyCode
        }
        refundedAt
      }
    }
  }
`);

interface Line {
  readonly name: string;
  readonly tone: Tone;
  readonly status: string;
  readonly time: string | null | undefined;
  readonly money: Amount | null | undefined;
}

export function PaymentsPanel({ of }: { readonly of: Ref }) {
  const { t } = useTranslation();
  // The gateway's own code, where there is no word for it.
  const word = (kind: 'payment' | 'refund', status: string, code: string | null | undefined) =>
    `${t(`${kind}.${status}`)}${status === 'UNKNOWN' && code ? ` · ${code}` : ''}`;
  return (
    <Part title={t('payments.title')} of={of} document={PAYMENTS}>
      {({ payments, stages, refunds }) => {
        const tables: readonly (readonly [string, readonly Line[]])[] = [
          [
            t('payments.payments'),
            (payments ?? []).map(({ methodName, methodCode, status, statusCode, paidAt, amount }) => ({
              name: methodName ?? methodCode ?? t('payments.payment'),
              tone: paymentTones[status],
              status: word('payment', status, statusCode),
              time: paidAt,
              money: amount,
            })),
          ],
          [
            t('payments.stages'),
            (stages ?? []).map(({ name, number, paymentStatus, paymentStatusCode, paidAt, due, paid }) => ({
              name: name ?? t('payments.stage', { number: number ?? '' }),
              tone: paymentTones[paymentStatus],
              status: word('payment', paymentStatus, paymentStatusCode),
              time: paidAt,
              money: paid ?? due,
            })),
          ],
          [
            t('payments.refunds'),
            (refunds ?? []).map(({ id, itemId, status, statusCode, refundedAt, amount }) => ({
              name: id ?? itemId ?? t('payments.refund'),
              tone: refundTones[status],
              status: word('refund', status, statusCode),
              time: refundedAt,
              money: amount,
            })),
          ],
        ];
        const filled = tables.filter(([, lines]) => lines.length > 0);
        if (filled.length === 0) return <Text c="dimmed">{t('payments.empty')}</Text>;
        return (
          <Stack gap="sm">
            {filled.map(([title, lines]) => (
              <Lines key={title} title={title} lines={lines} />
            ))}
          </Stack>
        );
      }}
    </Part>
  );
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly Line[] }) {
  const { i18n } = useTranslation();
  return (
    <div>
      <Title order={3} fz="xs" c="dimmed" fw={550}>
        {title}
      </Title>
      <Table verticalSpacing={6} horizontalSpacing={0} aria-label={title}>
        <Table.Tbody>
          {lines.map(({ name, tone, status, time, money }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line without an id is known by its place
            <Table.Tr key={index}>
              <Table.Td>
                <Group gap={8}>
                  <Text size="sm">{name}</Text>
                  <ToneBadge tone={tone}>{status}</ToneBadge>
                </Group>
              </Table.Td>
              <Table.Td>
                <Text size="xs" c="dimmed">
                  {time && formatTime(time, i18n.language)}
                </Text>
              </Table.Td>
              <Table.Td ta="right" className="number">
                {money ? formatMoney(money, i18n.language) : '–'}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
