// What stands behind the page: who answered, when, with which codes, and what could not be read.
import { Alert, Code, List, Stack } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../format/time.js';
import { type FragmentType, unmask } from '../gql/fragment-masking.js';
import { graphql } from '../gql/index.js';
import { Facts } from './facts.js';
import { Panel } from './panel.js';

const GATEWAY = graphql(`
  fragment GatewayOrder on Order {
    gateway
    fetchedAt
    statusCode
    paymentStatusCode
    shippingStatusCode
    refundStatusCode
    upstream {
      requestId
      returnCodes
    }
    warnings {
      path
      message
    }
  }
`);

export function GatewayPanel({ order: masked }: { readonly order: FragmentType<typeof GATEWAY> }) {
  const { t, i18n } = useTranslation();
  const { gateway, fetchedAt, upstream, warnings, ...codes } = unmask(GATEWAY, masked);
  const code = (value: string | null | undefined) => value && <Code>{value}</Code>;
  return (
    <Panel title={t('source.title')}>
      <Stack gap="sm">
        <Facts
          facts={[
            [t('source.gateway'), t([`gateway.${gateway}`, gateway])],
            [t('source.fetchedAt'), formatTime(fetchedAt, i18n.language)],
            [t('column.status'), code(codes.statusCode)],
            [t('column.payment'), code(codes.paymentStatusCode)],
            [t('column.shipping'), code(codes.shippingStatusCode)],
            [t('source.refund'), code(codes.refundStatusCode)],
            [t('source.remarks'), upstream?.returnCodes?.join(', ')],
            [t('source.requestId'), upstream?.requestId],
          ]}
        />
        {warnings.length > 0 && (
          <Alert color="orange" icon={<IconAlertTriangle />} title={t('warnings', { count: warnings.length })}>
            <List size="xs">
              {warnings.map(({ path, message }) => (
                <List.Item key={`${path} ${message}`}>
                  <Code>{path}</Code> {message}
                </List.Item>
              ))}
            </List>
          </Alert>
        )}
      </Stack>
    </Panel>
  );
}
