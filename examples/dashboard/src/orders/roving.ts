// One row at a time can be focused; arrows, Home, End and the page keys move it, also to rows that are not drawn yet.
import { type FocusEvent, type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { movedBy } from './keys.js';

interface RovingOptions {
  readonly count: number;
  readonly container: RefObject<HTMLElement | null>;
  readonly scrollTo: (index: number) => void;
  /** The row that had the focus when the list was left. */
  readonly first: number | undefined;
}

export interface Roving {
  readonly active: number;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: (event: FocusEvent) => void;
}

export function useRoving({ count, container, scrollTo, first }: RovingOptions): Roving {
  const [active, setActive] = useState(first ?? 0);
  const wanted = useRef<number>(first);
  useLayoutEffect(() => {
    if (wanted.current === undefined) return;
    const link = container.current?.querySelector<HTMLElement>(`[data-index="${wanted.current}"] a`);
    if (!link) return;
    wanted.current = undefined;
    link.focus({ preventScroll: true });
  });
  return {
    active: Math.min(active, Math.max(0, count - 1)),
    onKeyDown(event) {
      const next = movedBy(event.key, active, count);
      if (next === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      wanted.current = next;
      setActive(next);
      scrollTo(next);
    },
    onFocus({ target }) {
      const index = target.closest<HTMLElement>('[data-index]')?.dataset.index;
      if (index !== undefined) setActive(Number(index));
    },
  };
}
