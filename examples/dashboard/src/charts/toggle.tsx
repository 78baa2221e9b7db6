// Whether charts are shown: a choice that is kept, and the button for it.
import { Button, Skeleton } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readStored, writeStored } from '../api/stored.js';

const LOADING = 228;

export const ChartsSkeleton = () => <Skeleton h={LOADING} my="xs" />;

/** Kept under this name. */
export function useChartsOpen(name: string, isOpenAtFirst: boolean): readonly [isOpen: boolean, toggle: () => void] {
  const [chosen, setChosen] = useState(readStored('localStorage', name));
  const isOpen = (chosen ?? (isOpenAtFirst ? 'open' : 'closed')) === 'open';
  const toggle = () => {
    const next = isOpen ? 'closed' : 'open';
    setChosen(next);
    writeStored('localStorage', name, next);
  };
  return [isOpen, toggle];
}

interface ChartsToggleProps {
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

export function ChartsToggle({ isOpen, onToggle }: ChartsToggleProps) {
  const { t } = useTranslation();
  return (
    <Button
      variant="subtle"
      aria-expanded={isOpen}
      rightSection={isOpen ? <IconChevronUp size={14} /> : <IconChevronDown size={14} />}
      onClick={onToggle}
    >
      {t(isOpen ? 'charts.hide' : 'charts.show')}
    </Button>
  );
}
