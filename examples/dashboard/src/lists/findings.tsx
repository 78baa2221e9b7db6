// What was made of pasted text: which numbers have more than one possible shop, which lines repeat, which say nothing.

import { Alert, Group, List, NativeSelect, ScrollArea, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { groupBy } from '../format/groups.js';
import type { Entry, KnownShop, Recognised } from './recognise.js';
import type { Ref } from './ref.js';

/** Order number → the shop chosen for it. */
export type Choices = Readonly<Record<string, string>>;

export const refOf = ({ orderId, shops }: Entry, choices: Choices): Ref => {
  const chosen = choices[orderId];
  return { orderId, shop: chosen !== undefined && shops.includes(chosen) ? chosen : shops[0] };
};

interface FindingsProps {
  readonly recognised: Recognised;
  readonly shops: readonly KnownShop[];
  readonly choices: Choices;
  readonly onChoices: (choices: Choices) => void;
}

export function Findings({ recognised: { entries, repeated, unread }, shops, choices, onChoices }: FindingsProps) {
  const { t } = useTranslation();
  const unsure = entries.filter((entry) => entry.shops.length > 1);
  const groups = [...groupBy(unsure, (entry) => entry.shops.join(' ')).values()];
  const named = (ids: readonly string[]) =>
    shops.filter(({ id }) => ids.includes(id)).map(({ id, name }) => ({ value: id, label: `${name} (${id})` }));
  const choose = (chosen: readonly Entry[], shop: string) =>
    onChoices({ ...choices, ...Object.fromEntries(chosen.map(({ orderId }) => [orderId, shop])) });

  return (
    <Stack gap="xs">
      {groups.map((group) => (
        <Alert key={group[0]?.shops.join(' ')} color="blue" title={t('open.unsure', { count: group.length })}>
          <Stack gap={6}>
            {group.length > 1 && (
              <Group gap="xs">
                <Text size="sm">{t('open.allBelong')}</Text>
                <NativeSelect
                  size="xs"
                  aria-label={t('open.allBelong')}
                  data={named(group[0]?.shops ?? [])}
                  onChange={(event) => choose(group, event.currentTarget.value)}
                />
              </Group>
            )}
            <ScrollArea.Autosize mah={150}>
              {group.map((entry) => (
                <Group key={entry.orderId} justify="space-between" py={2} pr="xs">
                  <Text size="sm" className="number">
                    {entry.orderId}
                  </Text>
                  <NativeSelect
                    size="xs"
                    aria-label={t('open.shopOf', { orderId: entry.orderId })}
                    data={named(entry.shops)}
                    value={refOf(entry, choices).shop}
                    onChange={(event) => choose([entry], event.currentTarget.value)}
                  />
                </Group>
              ))}
            </ScrollArea.Autosize>
          </Stack>
        </Alert>
      ))}
      {repeated.length > 0 && (
        <Alert color="gray" title={t('open.repeated', { count: repeated.length })}>
          <Lines lines={repeated.map(({ line, orderId }) => ({ number: line.number, text: orderId }))} />
        </Alert>
      )}
      {unread.length > 0 && (
        <Alert color="orange" title={t('open.unread', { count: unread.length })}>
          <Lines
            lines={unread.map(({ line, reason }) => ({
              number: line.number,
              text: `${line.text} – ${t(`unread.${reason}`)}`,
            }))}
          />
        </Alert>
      )}
    </Stack>
  );
}

function Lines({ lines }: { readonly lines: readonly { readonly number: number; readonly text: string }[] }) {
  const { t } = useTranslation();
  return (
    <ScrollArea.Autosize mah={120}>
      <List size="sm" listStyleType="none">
        {lines.map(({ number, text }) => (
          <List.Item key={`${number} ${text}`}>
            <Text span c="dimmed" size="sm">
              {t('open.line', { number })}
            </Text>{' '}
            {text}
          </List.Item>
        ))}
      </List>
    </ScrollArea.Autosize>
  );
}
