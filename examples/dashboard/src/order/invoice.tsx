// The invoice that was asked for; whom it names is personal.
import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '../gql/index.js';
import type { Ref } from '../lists/ref.js';
import { Facts } from './facts.js';
import { Part } from './panel.js';
import { Reveal } from './reveal.js';

const INVOICE = graphql(`
  query Invoice($shop: ID!, $orderId: ID!) {
    order(shop: $shop, orderId: $orderId) {
      id
      invoice {
        type
        typeCode
        medium
        mediumCode
        content
      }
    }
  }
`);

const INVOICED = graphql(`
  query Invoiced($shop: ID!, $orderId: ID!) {
    order(shop: $shop, orderId: $orderId) {
      id
      invoice {
        title
        taxpayerId
        receiver {
          name
          mobile
          street
        }
      }
    }
  }
`);

export function InvoicePanel({ of }: { readonly of: Ref }) {
  const { t } = useTranslation();
  return (
    <Part title={t('invoice.title')} of={of} document={INVOICE}>
      {({ invoice }) => {
        if (!invoice) return <Text c="dimmed">{t('invoice.empty')}</Text>;
        const { type, typeCode, medium, mediumCode, content } = invoice;
        return (
          <Stack gap="sm">
            <Facts
              facts={[
                [t('invoice.type'), type === 'UNKNOWN' ? typeCode : t(`invoiceType.${type}`)],
                [t('invoice.medium'), medium === 'UNKNOWN' ? mediumCode : t(`invoiceMedium.${medium}`)],
                [t('invoice.content'), content],
              ]}
            />
            <Reveal of={of} document={INVOICED}>
              {({ invoice: named }) => (
                <Facts
                  facts={[
                    [t('invoice.named'), named?.title],
                    [t('invoice.taxpayerId'), named?.taxpayerId],
                    [t('people.receiver'), named?.receiver?.name],
                    [t('people.mobile'), named?.receiver?.mobile],
                    [t('people.address'), named?.receiver?.street],
                  ]}
                />
              )}
            </Reveal>
          </Stack>
        );
      }}
    </Part>
  );
}
