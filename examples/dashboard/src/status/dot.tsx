// A lesser status: a coloured dot and a plain word.
import { Group, Text } from '@mantine/core';
import type { Tone } from './tones.js';

interface DotProps {
  readonly tone: Tone;
  readonly children: string;
}

export const Dot = ({ tone, children }: DotProps) => (
  <Group gap={6} wrap="nowrap">
    <span
      aria-hidden
      style={{
        width: 8,
        height: 8,
        borderRadius: 8,
        flex: 'none',
        background: `var(--tone-${tone}-text)`,
        opacity: 0.75,
      }}
    />
    <Text style={{ whiteSpace: 'nowrap' }}>{children}</Text>
  </Group>
);
