// Amounts of one currency; without a currency amounts cannot be compared.
import { Button, Fieldset, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isAmount, type TotalRange } from '../filter.js';

interface TotalFieldsProps {
  readonly total: TotalRange | undefined;
  readonly onTotal: (total: TotalRange | undefined) => void;
}

const CURRENCIES = ['CNY', 'USD', 'EUR', 'RUB', 'BRL', 'KRW', 'JPY', 'GBP'];

export function TotalFields({ total, onTotal }: TotalFieldsProps) {
  const { t } = useTranslation();
  const [currencyCode, setCurrency] = useState(total?.currencyCode ?? 'CNY');
  const [ends, setEnds] = useState({ from: total?.from ?? '', to: total?.to ?? '' });
  const isWrong = (text: string) => text !== '' && !isAmount(text);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isWrong(ends.from) || isWrong(ends.to)) return;
    const [from, to] = [ends.from || undefined, ends.to || undefined];
    onTotal(from === undefined && to === undefined ? undefined : { currencyCode, from, to });
  };
  return (
    <form onSubmit={submit}>
      <Fieldset legend={t('filter.total')} variant="unstyled">
        <Stack gap="xs" maw={290}>
          <Group gap="xs" grow align="start">
            <NativeSelect
              size="xs"
              label={t('charts.currency')}
              data={[...new Set([...CURRENCIES, currencyCode])]}
              value={currencyCode}
              onChange={(event) => setCurrency(event.currentTarget.value)}
            />
            {(['from', 'to'] as const).map((end) => (
              <TextInput
                key={end}
                size="xs"
                inputMode="decimal"
                label={t(`total.${end}`)}
                value={ends[end]}
                error={isWrong(ends[end])}
                onChange={({ currentTarget: { value } }) => setEnds({ ...ends, [end]: value.trim() })}
              />
            ))}
          </Group>
          <Button type="submit" variant="default">
            {t('filter.apply')}
          </Button>
        </Stack>
      </Fieldset>
    </form>
  );
}
