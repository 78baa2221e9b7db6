// What the order comes to, as the platform says: nothing here is added up.
import { Divider, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatMoney } from '../format/money.js';
import { type FragmentType, unmask } from '../gql/fragment-masking.js';
import { graphql } from '../gql/index.js';
import { Panel } from './panel.js';

const TOTALS = graphql(`
  fragment TotalsOrder on Order {
    totals {
      items {
        ...Shown
      }
      shipping {
        ...Shown
      }
      discount {
        ...Shown
      }
      coupon {
        ...Shown
      }
      adjustment {
        ...Shown
      }
      tax {
        ...Shown
      }
      total {
        ...Shown
      }
      received {
        ...Shown
      }
      refunded {
        ...Shown
      }
      commission {
        ...Shown
      }
    }
  }
`);

const SHOWN = graphql(`
  fragment Shown on Money {
    amount
    currencyCode
  }
`);

const BEFORE = ['items', 'shipping', 'discount', 'coupon', 'adjustment', 'tax'] as const;
const AFTER = ['received', 'refunded', 'commission'] as const;

export function TotalsPanel({ order: masked }: { readonly order: FragmentType<typeof TOTALS> }) {
  const { t, i18n } = useTranslation();
  const { totals } = unmask(TOTALS, masked);
  const line = (name: (typeof BEFORE)[number] | (typeof AFTER)[number] | 'total') => {
    const money = unmask(SHOWN, totals?.[name]);
    if (!money) return null;
    const isTotal = name === 'total';
    return (
      <Group key={name} justify="space-between" gap="sm">
        <Text size="sm" fw={isTotal ? 620 : undefined} c={isTotal ? undefined : 'dimmed'}>
          {t(`totals.${name}`)}
        </Text>
        <Text size={isTotal ? 'lg' : 'sm'} fw={isTotal ? 620 : undefined} className="number">
          {formatMoney(money, i18n.language)}
        </Text>
      </Group>
    );
  };
  return (
    <Panel title={t('totals.title')}>
      {totals ? (
        <Stack gap={6}>
          {BEFORE.map(line)}
          <Divider />
          {line('total')}
          {AFTER.map(line)}
        </Stack>
      ) : (
        <Text c="dimmed">{t('totals.empty')}</Text>
      )}
    </Panel>
  );
}
