// Whether people may be searched for. The server says nothing when a search leaves them out, so it is asked once for each
// key, when somebody first types what can only be a name.

import { client } from '../api/client.js';
import { failureOfRequest } from '../api/failure.js';
import { keyState } from '../api/key.js';
import { watched } from '../api/stored.js';
import { PEOPLE_SEARCH } from './query.js';

export const personSearch = watched<'UNKNOWN' | 'ALLOWED' | 'REFUSED'>('UNKNOWN');

// Another key may have the scope.
let { key } = keyState.get();
keyState.subscribe(() => {
  if (keyState.get().key === key) return;
  key = keyState.get().key;
  personSearch.set('UNKNOWN');
});

/** Numbers of orders and parcels: digits, or letters and digits without a blank. */
const NUMBER = /^[A-Za-z]{0,4}\d[\dA-Za-z-]*$/;

/** Whether a text can only be somebody's name or account. */
export const isPerson = (text: string): boolean => text.trim() !== '' && !NUMBER.test(text.trim());

/** Whether a text may be searched for. */
export async function mayBeSearched(text: string): Promise<boolean> {
  if (!isPerson(text)) return true;
  if (personSearch.get() === 'UNKNOWN') personSearch.set(await answerOf(text));
  return personSearch.get() !== 'REFUSED';
}

async function answerOf(account: string): Promise<'UNKNOWN' | 'ALLOWED' | 'REFUSED'> {
  try {
    await client.query({ query: PEOPLE_SEARCH, variables: { account }, fetchPolicy: 'no-cache' });
    return 'ALLOWED';
  } catch (error) {
    const { code } = failureOfRequest(error);
    return code === 'PII_SCOPE_REQUIRED' || code === 'FORBIDDEN' ? 'REFUSED' : 'UNKNOWN';
  }
}
