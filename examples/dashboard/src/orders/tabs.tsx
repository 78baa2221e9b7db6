// The saved views as a row of buttons, each with how many orders are in it.
import { useQuery } from '@apollo/client/react';
import { Box, Text, UnstyledButton } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { unmask } from '../gql/fragment-masking.js';
import type { ViewCountsQueryVariables } from '../gql/graphql.js';
import { formatCount } from './count.js';
import type { Filter } from './filter.js';
import { COUNTED, VIEW_COUNTS } from './query.js';
import classes from './tabs.module.css';
import { VIEW_NAMES, viewNameOf, viewOf } from './views.js';
import { whereOf } from './where.js';

interface TabsProps {
  readonly filter: Filter;
  readonly zone: string;
  readonly onFilter: (filter: Filter) => void;
}

export function Tabs({ filter, zone, onFilter }: TabsProps) {
  const { t, i18n } = useTranslation();
  const { shop, platform } = filter;
  const variables = useMemo(
    () =>
      Object.fromEntries(
        VIEW_NAMES.map((name) => [name, whereOf(viewOf(name, { shop, platform }), zone, Date.now())]),
      ) as ViewCountsQueryVariables,
    [shop, platform, zone],
  );
  const { data, previousData } = useQuery(VIEW_COUNTS, { variables, fetchPolicy: 'cache-and-network' });
  const counts = data ?? previousData;
  const current = viewNameOf(filter);
  return (
    <Box component="nav" className={classes.tabs} aria-label={t('views.label')}>
      {VIEW_NAMES.map((name) => (
        <UnstyledButton
          key={name}
          className={classes.tab}
          aria-pressed={name === current}
          title={t(`views.hint.${name}`)}
          onClick={() => onFilter(viewOf(name, filter))}
        >
          {t(`views.${name}`)}
          <Text span size="xs" className="number" miw={10} data-count={name}>
            {counts ? formatCount(unmask(COUNTED, counts[name]), i18n.language) : ' '}
          </Text>
        </UnstyledButton>
      ))}
    </Box>
  );
}
