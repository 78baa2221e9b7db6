// Days that orders were placed or paid on: a usual span by its name, or from one day to another.
import { Button, Fieldset, Group, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isDay } from '../../format/days.js';
import { isPreset, PRESETS, type Span } from '../span.js';

interface SpanFieldsProps {
  readonly label: string;
  readonly zone: string;
  readonly span: Span | undefined;
  readonly onSpan: (span: Span | undefined) => void;
}

export function SpanFields({ label, zone, span, onSpan }: SpanFieldsProps) {
  const { t } = useTranslation();
  const days = span === undefined || isPreset(span) ? { from: undefined, to: undefined } : span;
  const change = (end: 'from' | 'to', value: string) => {
    const next = { ...days, [end]: isDay(value) ? value : undefined };
    onSpan(next.from === undefined && next.to === undefined ? undefined : next);
  };
  return (
    <Fieldset legend={t('span.legend', { label, zone })} variant="unstyled">
      <Stack gap="xs" maw={310}>
        <Group gap={6}>
          {PRESETS.map((preset) => (
            <Button
              key={preset}
              size="compact-xs"
              variant={span === preset ? 'filled' : 'default'}
              aria-pressed={span === preset}
              onClick={() => onSpan(span === preset ? undefined : preset)}
            >
              {t(`span.${preset}`)}
            </Button>
          ))}
        </Group>
        <Group gap="xs" grow>
          {(['from', 'to'] as const).map((end) => (
            <TextInput
              key={end}
              size="xs"
              type="date"
              label={t(`span.${end}`)}
              value={days[end] ?? ''}
              onChange={({ currentTarget: { value } }) => change(end, value)}
            />
          ))}
        </Group>
      </Stack>
    </Fieldset>
  );
}
