// What is asked for less often: products, the seller's flag, and whether there is a message or a memo.
import { SegmentedControl, Stack, TagsInput, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Filter } from '../filter.js';

interface MoreFieldsProps {
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
}

const ANSWERS = { any: undefined, yes: true, no: false } as const;
type Answer = keyof typeof ANSWERS;

const answerOf = (value: boolean | undefined): Answer => (value === undefined ? 'any' : value ? 'yes' : 'no');

export function MoreFields({ filter, onFilter }: MoreFieldsProps) {
  const { t } = useTranslation();
  return (
    <Stack gap="sm" w={290} maw="100%">
      <TagsInput
        size="xs"
        label={t('filter.product')}
        description={t('more.product')}
        value={[...filter.product]}
        onChange={(ids) => onFilter({ ...filter, product: ids.filter((id) => /^\d+$/.test(id)) })}
        comboboxProps={{ withinPortal: false }}
      />
      <TagsInput
        size="xs"
        label={t('filter.flag')}
        description={t('more.flag')}
        value={[...filter.flag]}
        onChange={(flag) => onFilter({ ...filter, flag })}
        comboboxProps={{ withinPortal: false }}
      />
      {(['message', 'memo'] as const).map((name) => (
        <div key={name}>
          <Text size="xs" fw={500} mb={4} id={`more-${name}`}>
            {t(`filter.${name}`)}
          </Text>
          <SegmentedControl
            size="xs"
            fullWidth
            aria-labelledby={`more-${name}`}
            data={Object.keys(ANSWERS).map((answer) => ({ value: answer, label: t(`more.${answer}`) }))}
            value={answerOf(filter[name])}
            onChange={(answer) => onFilter({ ...filter, [name]: ANSWERS[answer as Answer] })}
          />
        </div>
      ))}
    </Stack>
  );
}
