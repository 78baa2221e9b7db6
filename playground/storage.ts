// Where GraphiQL keeps tabs, history and its settings: the browser's storage, but for the headers in the history. They
// may hold a secret, and GraphiQL asks before it keeps those of a tab only.
import type { Storage } from '@graphiql/toolkit';

const PREFIX = 'graphiql:';
const histories = [`${PREFIX}queries`, `${PREFIX}favorites`];

const withoutHeaders = (text: string): string =>
  JSON.stringify(JSON.parse(text), (key, value) => (key === 'headers' ? undefined : value));

export const storage: Storage = {
  getItem: (name) => localStorage.getItem(name),
  setItem: (name, text) => localStorage.setItem(name, histories.includes(name) ? withoutHeaders(text) : text),
  removeItem: (name) => localStorage.removeItem(name),
  get length() {
    return localStorage.length;
  },
  clear() {
    for (const name of Object.keys(localStorage)) if (name.startsWith(PREFIX)) localStorage.removeItem(name);
  },
};
