// The key that queries are sent with. It stays in this tab: sessionStorage ends with it.
import { readStored, watched, writeStored } from './stored.js';

const NAME = 'ordergraph.key';

interface KeyState {
  readonly key: string;
  /** Who asks for one: a person who wants to give it, or the server, which refused a query without. */
  readonly wanted: 'person' | 'server' | undefined;
}

export const keyState = watched<KeyState>({ key: readStored('sessionStorage', NAME) ?? '', wanted: undefined });

export function keepKey(key: string): void {
  writeStored('sessionStorage', NAME, key === '' ? undefined : key);
  keyState.set({ key, wanted: undefined });
}

export const wantKey = (wanted: KeyState['wanted']): void => keyState.set({ ...keyState.get(), wanted });
