// One box for an order number, a tracking number and, where the key may, a person. The key / leads to it.
import { Kbd, TextInput } from '@mantine/core';
import { useDebouncedCallback, useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWatched } from '../api/stored.js';
import { isPerson, mayBeSearched, personSearch } from './person.js';

interface SearchProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  /** Goes on to the list. */
  readonly onDown: () => void;
}

const TYPING_MS = 250;

export function Search({ text, onText, onDown }: SearchProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(text);
  useEffect(() => setTyped(text), [text]);
  const isRefused = useWatched(personSearch) === 'REFUSED';
  const search = useDebouncedCallback(async (value: string) => {
    if (await mayBeSearched(value)) onText(value);
  }, TYPING_MS);
  useHotkeys([['/', () => input.current?.focus()]]);
  const label = t(isRefused ? 'search.numbers' : 'search.any');
  return (
    <TextInput
      ref={input}
      size="xs"
      type="search"
      flex="1 1 200px"
      miw={0}
      aria-label={label}
      aria-keyshortcuts="/"
      placeholder={label}
      leftSection={<IconSearch size={15} />}
      rightSection={
        typed === '' && (
          <Kbd size="xs" visibleFrom="sm">
            /
          </Kbd>
        )
      }
      rightSectionPointerEvents="none"
      value={typed}
      error={isRefused && isPerson(typed) && t('search.refused')}
      onChange={({ currentTarget: { value } }) => {
        setTyped(value);
        search(value);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') search.flush();
        if (event.key !== 'ArrowDown') return;
        event.preventDefault();
        onDown();
      }}
    />
  );
}
