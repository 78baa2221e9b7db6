// Of thousands of rows only those in sight are drawn: their window, and the height of what is left out around them.
import { useWindowVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** What sticks to the top of the window, the page's header and the table's, covers rows. */
const COVERED = { top: 96, bottom: 16 };
const OVERSCAN = 12;

export interface VirtualRows<Container extends HTMLElement> {
  readonly container: RefObject<Container | null>;
  readonly indexes: readonly number[];
  readonly before: number;
  readonly after: number;
  readonly virtualizer: Virtualizer<Window, Element>;
}

export function useVirtualRows<Container extends HTMLElement>(count: number, height: number): VirtualRows<Container> {
  const container = useRef<Container>(null);
  const scrollMargin = useTop(container);
  const virtualizer = useWindowVirtualizer({
    count,
    estimateSize: () => height,
    overscan: OVERSCAN,
    scrollMargin,
    scrollPaddingStart: COVERED.top,
    scrollPaddingEnd: COVERED.bottom,
  });
  const items = virtualizer.getVirtualItems();
  const [first] = items;
  const last = items.at(-1);
  return {
    container,
    indexes: items.map(({ index }) => index),
    before: first ? first.start - scrollMargin : 0,
    // At first no row is drawn, but the page is as high as it will be: it may have to scroll to where it was left.
    after: virtualizer.getTotalSize() - (last ? last.end - scrollMargin : 0),
    virtualizer,
  };
}

/** How far from the top of the page an element begins. */
function useTop(element: RefObject<HTMLElement | null>): number {
  const [top, setTop] = useState(0);
  const measure = () => setTop(Math.round((element.current?.getBoundingClientRect().top ?? 0) + window.scrollY));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the first measure, before anything is painted
  useLayoutEffect(measure, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever grows above it makes the page grow
  useEffect(() => {
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, []);
  return top;
}
