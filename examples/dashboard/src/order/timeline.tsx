// What has happened to the order, as far as the platform says.
import { Timeline as Line, Text } from '@mantine/core';
import {
  IconCash,
  IconCheck,
  IconFlag,
  IconHourglass,
  IconPackageImport,
  IconShoppingCart,
  IconTruck,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../format/time.js';
import { type FragmentType, unmask } from '../gql/fragment-masking.js';
import { graphql } from '../gql/index.js';
import { Panel } from './panel.js';

const TIMELINE = graphql(`
  fragment TimelineOrder on Order {
    createdAt
    paidAt
    shippedAt
    receivedAt
    completedAt
    modifiedAt
    expiresAt
  }
`);

const STEPS = [
  ['createdAt', IconShoppingCart],
  ['paidAt', IconCash],
  ['shippedAt', IconTruck],
  ['receivedAt', IconPackageImport],
  ['completedAt', IconFlag],
  ['modifiedAt', IconCheck],
  ['expiresAt', IconHourglass],
] as const;

export function Timeline({ order: masked }: { readonly order: FragmentType<typeof TIMELINE> }) {
  const { t, i18n } = useTranslation();
  const order = unmask(TIMELINE, masked);
  const steps = STEPS.flatMap(([name, Icon]) => {
    const time = order[name];
    return time ? [{ name, Icon, time }] : [];
  }).sort((one, other) => Date.parse(one.time) - Date.parse(other.time));
  const past = steps.filter(({ time }) => Date.parse(time) <= Date.now()).length;
  return (
    <Panel title={t('timeline.title')}>
      {steps.length === 0 ? (
        <Text c="dimmed">{t('timeline.empty')}</Text>
      ) : (
        <Line active={past - 1} bulletSize={24} lineWidth={2} mt={6}>
          {steps.map(({ name, Icon, time }) => (
            <Line.Item key={name} bullet={<Icon size={14} stroke={1.8} />}>
              <Text size="sm" fw={550} lh={1.4}>
                {t(`timeline.${name}`)}
              </Text>
              <Text size="xs" c="dimmed" component="time" dateTime={time}>
                {formatTime(time, i18n.language)}
              </Text>
            </Line.Item>
          ))}
        </Line>
      )}
    </Panel>
  );
}
