// What the index has of each shop, said quietly: since when it is complete, until when it is fed, and what is wrong.
import { useQuery } from '@apollo/client/react';
import { Button, Popover, Table, Text } from '@mantine/core';
import { IconAlertTriangle, IconDatabase } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatAge, formatTime } from '../format/time.js';
import type { CoverageQuery, OrderWhere } from '../gql/graphql.js';
import { COVERAGE } from './query.js';

type Covered = CoverageQuery['orderSearch']['coverage'][number];

const EACH_MS = 60_000;

export function Coverage({ where }: { readonly where: OrderWhere }) {
  const { t } = useTranslation();
  const { data, previousData } = useQuery(COVERAGE, {
    variables: { where },
    fetchPolicy: 'no-cache',
    pollInterval: EACH_MS,
    skipPollAttempt: () => document.hidden,
  });
  const shops = (data ?? previousData)?.orderSearch.coverage;
  if (!shops) return null;
  const isFaulty = shops.some(({ fault }) => fault !== null);
  const complete = shops.filter(({ completeSince }) => completeSince !== null).length;
  const said = isFaulty ? t('coverage.faulty') : t('coverage.complete', { complete, count: shops.length });
  return (
    <Popover position="bottom-end" shadow="md" trapFocus>
      <Popover.Target>
        <Button
          variant="subtle"
          color="gray"
          c="dimmed"
          fw={400}
          px={6}
          aria-label={`${t('coverage.title')}: ${said}`}
          leftSection={
            isFaulty ? (
              <IconAlertTriangle size={15} color="var(--tone-orange-text)" aria-hidden />
            ) : (
              <IconDatabase size={15} stroke={1.7} aria-hidden />
            )
          }
        >
          <Text span size="xs" visibleFrom="sm">
            {said}
          </Text>
        </Button>
      </Popover.Target>
      <Popover.Dropdown maw="min(640px, 96vw)" style={{ overflowX: 'auto' }}>
        <Table fz="xs" verticalSpacing={5} aria-label={t('coverage.title')}>
          <Table.Thead>
            <Table.Tr>
              {['shop', 'since', 'until', 'sources'].map((name) => (
                <Table.Th key={name}>{t(`coverage.${name}`)}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shops.map((covered) => (
              <CoveredShop key={covered.shop.id} {...covered} />
            ))}
          </Table.Tbody>
        </Table>
        <Text size="xs" c="dimmed" mt="xs" maw={560}>
          {t('coverage.hint')}
        </Text>
      </Popover.Dropdown>
    </Popover>
  );
}

function CoveredShop({ shop, completeSince, syncedUntil, sources, fault }: Covered) {
  const { t, i18n } = useTranslation();
  return (
    <Table.Tr>
      <Table.Th scope="row">
        {shop.name}
        {fault && (
          <Text size="xs" c="var(--tone-orange-text)">
            {fault}
          </Text>
        )}
      </Table.Th>
      <Table.Td>{completeSince ? formatTime(completeSince, i18n.language) : t('coverage.unknown')}</Table.Td>
      <Table.Td>{syncedUntil ? formatAge(syncedUntil, i18n.language) : t('coverage.unknown')}</Table.Td>
      <Table.Td>{sources.map((source) => t(`fedBy.${source}`)).join(', ') || '–'}</Table.Td>
    </Table.Tr>
  );
}
