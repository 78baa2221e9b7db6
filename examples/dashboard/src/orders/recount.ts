// Counts and figures follow what changes, but not each change: one recount serves all that came within some seconds.
import { client } from '../api/client.js';

const EACH_MS = 5000;
const COUNTS = ['OrderCount', 'ViewCounts', 'Figures', 'PlatformFigures'];

let isWaiting = false;

export function recountSoon(): void {
  if (isWaiting) return;
  isWaiting = true;
  setTimeout(() => {
    isWaiting = false;
    const shown = [...client.getObservableQueries('active')].map(({ queryName }) => queryName ?? '');
    void client.refetchQueries({ include: COUNTS.filter((name) => shown.includes(name)) });
  }, EACH_MS);
}
