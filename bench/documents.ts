// The two 1688 orders that the upstream serves: the sample of one gateway, and the same with many lines.
import { readFileSync } from 'node:fs';
import { ROOT } from './root.js';

/** The order id of the sample; any other of its length can stand in its place. */
export const SAMPLE_ID = '2198111437768747370';

/** Lines of the large order: about 200 KB. */
export const LARGE_ITEMS = 120;

const sample = readFileSync(new URL('test/fixtures/VV_TOOL/reply.json', ROOT), 'utf8');

/** Order ids one after another, all of one length, so that every answer to a question is as long as the other. */
export const orderIdOf = (index: number): string => String(BigInt(SAMPLE_ID) + 10_000_000n * BigInt(index));

/** The id of a line of the large order. */
export const lineIdOf = (index: number): string => String(3_198_111_437_000_000_000n + BigInt(index));

/** Lines as text, for a number as long as a line's id would be rounded. */
function largeOrder(): string {
  const lines = /"product_items": \[([\s\S]*?)\n {6}\],\n {6}"trade_terms"/.exec(sample)?.[1];
  const pair = lines?.split(/(?<=\n {8}\}),/);
  if (pair?.length !== 2) throw new Error('The sample order has no longer two lines.');
  const items = Array.from({ length: LARGE_ITEMS }, (_nothing, index) =>
    (pair[index % 2] as string).replace(/2198111437\d{9}/g, lineIdOf(index)),
  );
  return sample.replace(lines as string, () => items.join(','));
}

/** What the upstream answers, by its address: the text before, between and after the places of the order's id. */
export const documents: ReadonlyMap<string, readonly string[]> = new Map([
  ['/sample', sample.split(SAMPLE_ID)],
  ['/large', largeOrder().split(SAMPLE_ID)],
]);
