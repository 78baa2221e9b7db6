// The choice of the time zone: the shops' own at first, then the one that was chosen, or that a link asks for.
import { readStored, useWatched, watched, writeStored } from '../api/stored.js';
import { SHOPS_ZONE, showIn } from './shown.js';

const NAME = 'ordergraph.zone';

const ownZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The zones that are offered: the shops', the reader's own, and the one that is shown. */
export const zonesToChoose = (shown: string): readonly string[] => [...new Set([SHOPS_ZONE, ownZone(), 'UTC', shown])];

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}

const zone = watched(SHOPS_ZONE);
borrowZone(readStored('localStorage', NAME));

export const useZone = (): string => useWatched(zone);

/** Shows a zone that a link asks for; it is not kept. */
export function borrowZone(name: string | null | undefined): void {
  if (!name || !isZone(name)) return;
  showIn(name);
  zone.set(name);
}

export function chooseZone(name: string): void {
  writeStored('localStorage', NAME, name);
  borrowZone(name);
}
