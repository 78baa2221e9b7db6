// Whether the list follows what happens, as a small light with a word.
import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useWatched } from '../api/stored.js';
import type { Tone } from '../status/tones.js';
import { type FeedState, feedState } from './follow.js';

const TONES: { readonly [state in FeedState]: Tone } = {
  CONNECTING: 'grey',
  LIVE: 'green',
  POLLING: 'blue',
  OFF: 'orange',
};

export function FeedLight() {
  const { t } = useTranslation();
  const state = useWatched(feedState);
  return (
    <Group gap={6} wrap="nowrap" title={t(`feed.hint.${state}`)} data-feed={state}>
      <span
        aria-hidden
        style={{ width: 7, height: 7, borderRadius: 7, flex: 'none', background: `var(--tone-${TONES[state]}-text)` }}
      />
      <Text size="xs" c="dimmed">
        {t(`feed.${state}`)}
      </Text>
    </Group>
  );
}
