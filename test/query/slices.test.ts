// How a long answer is handed to the executor: in slices, each in a turn of the event loop.
import { expect, test } from '@jest/globals';
import type { AnswerField } from '../../src/query/answerFields.js';
import { listInSlices, objectInSlices, VALUES_OF_TURN } from '../../src/query/slices.js';
import { createTurns } from '../../src/query/turns.js';
import { turnsDuring } from '../support/turns.js';

class Order {
  name = 'an order';
  items: unknown[] = [];
  attributes: unknown[] = [];
}

const field = (name: string, ...fields: readonly AnswerField[]): AnswerField => ({ name, values: 1, bytes: 0, fields });
const leaf = (name: string): AnswerField => field(name);

const itemsOf = (length: number, item: object = { id: 1 }): object[] => Array.from({ length }, () => ({ ...item }));

const inSlices = (order: Order, fields: readonly AnswerField[]): Order =>
  objectInSlices(order, fields, createTurns(VALUES_OF_TURN));

test('a short list is handed as it is', () => {
  const order = Object.assign(new Order(), { items: itemsOf(100) });
  expect(inSlices(order, [field('items', leaf('id'))]).items).toBe(order.items);
});

test('of a long list the first members come at once, and the others in later turns', async () => {
  const order = Object.assign(new Order(), { items: itemsOf(30_000) });
  let handed = new Order();
  let members: unknown[] = [];
  const turns = await turnsDuring(async () => {
    handed = inSlices(order, [field('items', leaf('id'))]);
    members = await Promise.all(handed.items);
  });
  expect(handed).toBeInstanceOf(Order);
  expect(handed.items[0]).toBe(order.items[0]);
  expect(handed.items.at(-1)).toBeInstanceOf(Promise);
  expect(members).toEqual(order.items);
  // 60,000 values.
  expect(turns).toBeGreaterThanOrEqual(2);
  expect(order.items.every((item) => !(item instanceof Promise))).toBe(true);
});

test('each alias of a list counts, as each is completed', () => {
  const order = Object.assign(new Order(), { items: itemsOf(4_000) });
  const promisesOf = (aliases: number): number =>
    inSlices(
      order,
      Array.from({ length: aliases }, () => field('items', leaf('id'))),
    ).items.filter((item) => item instanceof Promise).length;
  expect(promisesOf(1)).toBe(0);
  expect(promisesOf(10)).toBeGreaterThan(2_000);
});

test('a long list inside of members comes in slices of its own', () => {
  const order = Object.assign(new Order(), { items: itemsOf(4, { parts: itemsOf(10_000) }) });
  const handed = inSlices(order, [field('items', field('parts', leaf('id')))]);
  expect(handed.items).toHaveLength(4);
  const [first] = handed.items as [{ parts: unknown[] }];
  expect(first.parts[0]).toEqual({ id: 1 });
  expect(first.parts.at(-1)).toBeInstanceOf(Promise);
  // Its own list begins when its turn comes.
  expect(handed.items.at(-1)).toBeInstanceOf(Promise);
});

test('a list that a resolver picks from is left whole', () => {
  const order = Object.assign(new Order(), { attributes: itemsOf(30_000) });
  expect(inSlices(order, [field('attributes', leaf('id'))]).attributes).toBe(order.attributes);
});

test('the members of several lists share the turns', async () => {
  const enter = createTurns(VALUES_OF_TURN);
  const turns = await turnsDuring(async () => {
    const lists = Array.from({ length: 4 }, () => listInSlices(itemsOf(1), () => VALUES_OF_TURN, enter));
    expect(lists.map(([member]) => member instanceof Promise)).toEqual([false, true, true, true]);
    await Promise.all(lists.flat());
  });
  expect(turns).toBeGreaterThanOrEqual(3);
});
