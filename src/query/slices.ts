// Hands what is answered to the executor in slices: it completes a list in one go, but waits for members that are
// promises. Those of a long list come in turns of the event loop, a slice in each.
import { type MaybePromise, whenResolved } from '../common/maybePromise.js';
import type { AnswerField } from './answerFields.js';
import type { EnterTurn } from './turns.js';

/** Values of an answer that are completed in one turn: 10 to 20 ms of an operation that is new to the process. */
export const VALUES_OF_TURN = 20_000;

/** Values of one slice. A turn has several, so that a slice that is somewhat larger does not matter. */
const VALUES_OF_SLICE = 2_500;

/** Fields whose resolvers pick from what the object holds, and hand that on in slices themselves. */
const RESOLVED: ReadonlySet<string> = new Set(['attributes']);

/** A list of which some members come later. */
type HandedList<Member> = readonly MaybePromise<Member>[];

/**
 * The members of a list, each as soon as the turn comes that has room for it.
 * @param inSlices takes apart a member that is as long as a slice
 */
export function listInSlices<Member>(
  list: readonly Member[],
  valuesOf: (member: Member) => number,
  enter: EnterTurn,
  inSlices: (member: Member) => Member = (member) => member,
): HandedList<Member> {
  const handed: MaybePromise<Member>[] = [];
  let slice: Member[] = [];
  let values = 0;

  function hand(): void {
    if (slice.length === 0) return;
    const turn = enter(values);
    for (const member of slice) handed.push(turn ? turn.then(() => member) : member);
    slice = [];
    values = 0;
  }

  for (const member of list) {
    const size = valuesOf(member);
    if (size >= VALUES_OF_SLICE) {
      hand();
      // What is in it is taken apart no sooner than it is handed: a slice that comes before is completed with it.
      handed.push(whenResolved(enter(size), () => inSlices(member)));
      continue;
    }
    slice.push(member);
    values += size;
    if (values >= VALUES_OF_SLICE) hand();
  }
  hand();
  return handed;
}

/** A copy of an object in which long lists of what is answered come in slices. */
export function objectInSlices<Value extends object>(
  object: Value,
  fields: readonly AnswerField[],
  enter: EnterTurn,
): Value {
  const copy = Object.assign(Object.create(Object.getPrototypeOf(object)), object);
  for (const [name, aliases] of byName(fields)) {
    if (!RESOLVED.has(name)) copy[name] = valueInSlices(copy[name], aliases, enter);
  }
  return copy;
}

function byName(fields: readonly AnswerField[]): ReadonlyMap<string, readonly AnswerField[]> {
  const groups = new Map<string, AnswerField[]>();
  for (const field of fields) {
    const group = groups.get(field.name);
    if (group) group.push(field);
    else groups.set(field.name, [field]);
  }
  return groups;
}

/** A value as it is answered under each of the aliases of its field. */
function valueInSlices(value: unknown, aliases: readonly AnswerField[], enter: EnterTurn): unknown {
  if (valuesIn(value, aliases) < VALUES_OF_SLICE) return value;
  const fields = aliases.flatMap((alias) => alias.fields);
  if (!Array.isArray(value)) return objectInSlices(value as object, fields, enter);
  return listInSlices(
    value,
    (member) => valuesIn(member, aliases),
    enter,
    (member) => valueInSlices(member, aliases, enter),
  );
}

/** What the executor completes of a value under all of its aliases; of what is longer than a slice, that it is. */
function valuesIn(value: unknown, aliases: readonly AnswerField[]): number {
  let values = 0;
  for (const { fields } of aliases) {
    values += 1 + valuesWithin(value, fields);
    if (values >= VALUES_OF_SLICE) break;
  }
  return values;
}

function valuesWithin(value: unknown, fields: readonly AnswerField[]): number {
  let values = 0;
  if (Array.isArray(value)) {
    for (const member of value) {
      values += 1 + valuesWithin(member, fields);
      if (values >= VALUES_OF_SLICE) break;
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const { name, fields: inner } of fields)
      values += 1 + valuesWithin((value as Readonly<Record<string, unknown>>)[name], inner);
  }
  return values;
}
