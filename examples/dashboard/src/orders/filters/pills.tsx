// What is filtered by, as pills that can be taken off one by one.
import { Button, Group, Pill } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../format/time.js';
import { useShops } from '../../lists/shops.js';
import { EVERYTHING, FACETS, type Facet, type Filter, type TotalRange } from '../filter.js';
import { isPreset, type Span } from '../span.js';
import type { FieldsProps } from './fields.js';

interface Chosen {
  readonly key: string;
  readonly text: string;
  readonly without: Filter;
}

export function FilterPills({ filter, onFilter }: FieldsProps) {
  const { t, i18n } = useTranslation();
  const { data } = useShops();
  const chosen = chosenIn(filter, {
    t,
    language: i18n.language,
    shopName: (id) => data?.shops.find((shop) => shop.id === id)?.name ?? id,
  });
  if (chosen.length === 0) return null;
  return (
    <Group gap={6}>
      {chosen.map(({ key, text, without }) => (
        <Pill
          key={key}
          withRemoveButton
          onRemove={() => onFilter(without)}
          removeButtonProps={{ 'aria-label': t('filter.remove', { value: text }), 'aria-hidden': false, tabIndex: 0 }}
        >
          {text}
        </Pill>
      ))}
      <Button
        variant="subtle"
        size="compact-xs"
        onClick={() => onFilter({ ...EVERYTHING, text: filter.text, sort: filter.sort })}
      >
        {t('filter.clear')}
      </Button>
    </Group>
  );
}

interface Words {
  readonly t: TFunction;
  readonly language: string;
  readonly shopName: (id: string) => string;
}

function chosenIn(filter: Filter, words: Words): readonly Chosen[] {
  const { t } = words;
  const pill = (key: string, text: string, without: Partial<Filter>): Chosen => ({
    key,
    text,
    without: { ...filter, ...without },
  });
  return [
    ...FACETS.flatMap((facet) =>
      filter[facet].map((value) =>
        pill(`${facet} ${value}`, facetWord(facet, value, words), {
          [facet]: filter[facet].filter((other) => other !== value),
        }),
      ),
    ),
    ...(['placed', 'paid'] as const).flatMap((name) => {
      const span = filter[name];
      return span ? pill(name, `${t(`filter.${name}`)}: ${spanWords(span, words)}`, { [name]: undefined }) : [];
    }),
    ...(filter.total ? [pill('total', totalWords(filter.total), { total: undefined })] : []),
    ...(['message', 'memo'] as const).flatMap((name) => {
      const answer = filter[name];
      if (answer === undefined) return [];
      return pill(name, `${t(`filter.${name}`)}: ${t(answer ? 'more.yes' : 'more.no')}`, { [name]: undefined });
    }),
    ...(filter.isProblem ? [pill('problem', t('views.problems'), { isProblem: false })] : []),
  ];
}

function facetWord(facet: Facet, value: string, { t, shopName }: Words): string {
  if (facet === 'shop') return shopName(value);
  if (facet === 'product' || facet === 'flag') return `${t(`filter.${facet}`)}: ${value}`;
  const word = t(`${facet}.${value}`);
  // "Unknown" and the like say too little by themselves.
  return facet === 'payment' || facet === 'shipping' ? `${t(`filter.${facet}`)}: ${word}` : word;
}

function spanWords(span: Span, { t, language }: Words): string {
  if (isPreset(span)) return t(`span.${span}`);
  const day = (text: string | undefined) => (text === undefined ? '…' : formatDay(text, language));
  return span.from === span.to ? day(span.from) : `${day(span.from)} – ${day(span.to)}`;
}

const totalWords = ({ currencyCode, from, to }: TotalRange): string =>
  to === undefined
    ? `≥ ${from} ${currencyCode}`
    : from === undefined
      ? `≤ ${to} ${currencyCode}`
      : `${from} – ${to} ${currencyCode}`;
