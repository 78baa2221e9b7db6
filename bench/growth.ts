// How OrderGraph's time for a request grows: with the orders asked for, with the fields, with the shops configured.
import { type FieldNode, Kind, parse, print, visit } from 'graphql';
import { orderGraph, type Surroundings } from './contestants.js';
import { answerOf, loadOn } from './load.js';
import { type Command, type Program, startProgram } from './programs.js';
import { EVERY_FIELD, ONE, oneOrder, pageOf, type Question } from './questions.js';
import { SHOP_COUNTS } from './starts.js';
import { medianOf } from './statistics.js';

export interface Growth {
  readonly what: string;
  readonly cpuMicroseconds: number;
  /** Where a part of the request can be said to cost so much. */
  readonly each?: { readonly of: string; readonly microseconds: number };
}

const SLICES = 5;
const SLICE_MS = 1_000;
const WARM_UP_MS = 4_000;

export async function measureGrowth(surroundings: Surroundings): Promise<readonly Growth[]> {
  const warm = (otherShops = 0): Command =>
    orderGraph({ temperature: 'warm', transport: 'undici', otherShops }, surroundings);
  const growth: Growth[] = [];
  await using(warm(), async (program) => {
    for (const count of [1, 10, 50, 200]) {
      const cpuMicroseconds = await cpuOf(program, pageOf(count));
      const each = { of: 'order', microseconds: cpuMicroseconds / count };
      growth.push({ what: `orders asked for: ${count}`, cpuMicroseconds, each });
    }
    for (const count of [10, 50, 100, 200, Number.POSITIVE_INFINITY]) {
      const { question, fields } = await someFields(program, count);
      const cpuMicroseconds = await cpuOf(program, question);
      const each = { of: 'field', microseconds: cpuMicroseconds / fields };
      growth.push({ what: `fields asked for: ${fields}`, cpuMicroseconds, each });
    }
    growth.push({ what: 'shops configured: 2', cpuMicroseconds: await cpuOf(program, ONE) });
  });
  for (const otherShops of SHOP_COUNTS) {
    await using(warm(otherShops), async (program) => {
      growth.push({ what: `shops configured: ${otherShops + 2}`, cpuMicroseconds: await cpuOf(program, ONE) });
    });
  }
  return growth;
}

async function using(command: Command, measure: (program: Program) => Promise<void>): Promise<void> {
  const program = await startProgram(command);
  await measure(program).finally(program.stop);
}

async function cpuOf(program: Program, question: Question): Promise<number> {
  const load = loadOn(program, question, false);
  await load.run(WARM_UP_MS);
  const slices: number[] = [];
  for (let slice = 0; slice < SLICES; slice++) slices.push((await load.run(SLICE_MS)).cpuMicroseconds);
  return medianOf(slices);
}

/** A question for so many of all fields that have a value of their own, taken evenly from the whole order. */
async function someFields(program: Program, atMost: number) {
  const document = parse(EVERY_FIELD);
  const isLeaf = (field: FieldNode): boolean => field.selectionSet === undefined && field.name.value !== '__typename';
  let total = 0;
  visit(document, {
    Field: (field) => {
      if (isLeaf(field)) total += 1;
    },
  });
  const fields = Math.min(atMost, total);
  let seen = 0;
  const kept = visit(document, {
    Field: {
      leave: (field) => {
        if (!isLeaf(field)) return field.selectionSet?.selections.length === 0 ? null : undefined;
        const before = Math.floor((seen * fields) / total);
        seen += 1;
        return Math.floor((seen * fields) / total) > before ? undefined : null;
      },
    },
    InlineFragment: { leave: ({ selectionSet }) => (selectionSet.selections.length === 0 ? null : undefined) },
  });
  const [operation] = kept.definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('not a selection');
  const ask = (expected: unknown): Question =>
    oneOrder({
      name: `Fields${fields}`,
      what: `${fields} fields`,
      shop: 'sample',
      selection: print(operation.selectionSet),
      expected: () => expected,
    });
  const { data, errors } = await answerOf(program, ask(undefined));
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return { question: ask((data as { order: unknown }).order), fields };
}
