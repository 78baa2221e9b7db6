// Query arguments and their validation.
import 'reflect-metadata';
import { length, matches, maxLength, min } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { Fault } from '../common/fault.js';
import type { OrderKey } from '../order/globalId.js';
import { each, isAbsent, orAbsent, PathRule, Rule } from './rules.js';

/** What each part of an order reference must be. */
const REF_RULES: { readonly [part in keyof OrderKey]-?: readonly [(value: unknown) => boolean, string] } = {
  shop: [
    (value) => typeof value === 'string' && matches(value, /^[A-Za-z0-9._-]{1,64}$/),
    'must be 1 to 64 characters of A-Z a-z 0-9 . _ -',
  ],
  orderId: [(value) => typeof value === 'string' && matches(value, /^\d{1,32}$/), 'must be 1 to 32 digits'],
  outOrderId: [(value) => isAbsent(value) || length(value, 1, 64), 'must be 1 to 64 characters'],
};

const REF_PARTS = Object.keys(REF_RULES) as (keyof OrderKey)[];

const Ref = (part: keyof OrderKey): PropertyDecorator => Rule(part, ...REF_RULES[part]);

/** Whether a reference keeps every rule. */
export const isOrderRef = (ref: OrderRef | OrderKey): boolean =>
  REF_PARTS.every((part) => REF_RULES[part][0](ref[part]));

/** What is wrong with a reference; undefined: nothing. */
export function refMistake(ref: OrderRef | OrderKey): string | undefined {
  const part = REF_PARTS.find((name) => !REF_RULES[name][0](ref[name]));
  return part && `${part}: ${REF_RULES[part][1]}`;
}

/** References that keep every rule. */
const Refs = (): PropertyDecorator =>
  PathRule(
    'refs',
    each((ref) => isOrderRef(ref as OrderRef)),
    (refs, path) => brokenRefs(refs as OrderRef[], path),
  );

function* brokenRefs(refs: readonly OrderRef[], path: string): Generator<string> {
  for (const [index, ref] of refs.entries()) {
    for (const part of REF_PARTS) {
      const [holds, message] = REF_RULES[part];
      if (!holds(ref[part])) yield `${path}[${index}].${part}: ${message}`;
    }
  }
}

const OUT_ORDER_ID = {
  nullable: true,
  description: 'The caller’s own id of the order, 1 to 64 characters. FW199 takes one and controls idempotency by it.',
} as const;

@ArgsType()
@InputType({ description: 'Names one order.' })
export class OrderRef {
  @Field(() => ID, { description: 'The shop to ask: an id from the query shops.' })
  @Ref('shop')
  shop!: string;

  @Field(() => ID, {
    description: 'The platform’s order id, 1 to 32 digits. Give it as a string: JavaScript rounds long numbers.',
  })
  @Ref('orderId')
  orderId!: string;

  @Field(() => ID, OUT_ORDER_ID)
  @Ref('outOrderId')
  outOrderId?: string | null;
}

export const MAX_AGE = {
  nullable: true,
  description: 'How old the answer may be, in seconds; 0 asks the gateway. Without it, as old as the settings allow.',
} as const;
export const MaxAge = (): PropertyDecorator =>
  Rule(
    'maxAge',
    orAbsent((value) => min(value, 0)),
    'must be at least 0',
  );

@ArgsType()
export class OrderArguments extends OrderRef {
  @Field(() => String, OUT_ORDER_ID)
  @Ref('outOrderId')
  override outOrderId?: string | null;

  @Field(() => Int, MAX_AGE)
  @MaxAge()
  maxAge?: number | null;
}

@ArgsType()
export class OrdersArguments {
  @Field(() => [OrderRef], { description: 'The orders, of any shops.' })
  @Refs()
  refs!: OrderRef[];

  @Field(() => Int, MAX_AGE)
  @MaxAge()
  maxAge?: number | null;
}

const ID_LENGTH = 512;

@ArgsType()
export class NodeArguments {
  @Field(() => ID, { description: 'An Order.id.' })
  @Rule('id', (value) => maxLength(value, ID_LENGTH), `must be at most ${ID_LENGTH} characters`)
  id!: string;
}

@ArgsType()
export class NodesArguments {
  @Field(() => [ID], { description: 'Ids as in Order.id.' })
  @Rule(
    'ids',
    each((value) => maxLength(value, ID_LENGTH)),
    `must be ids of at most ${ID_LENGTH} characters`,
  )
  ids!: string[];
}

const MAX_KEYS = 50;
const MAX_KEY_LENGTH = 100;

/** Keys that are asked for of one order, over all fields of an operation. */
const MAX_KEYS_OF_ORDER = 100;

/** @throws Fault BAD_USER_INPUT for more keys than one order may be asked for. */
export function checkAttributeKeys(count: number): void {
  if (count > MAX_KEYS_OF_ORDER)
    throw new Fault('BAD_USER_INPUT', `keys: one order may be asked for at most ${MAX_KEYS_OF_ORDER} different keys.`);
}

@ArgsType()
export class AttributesArguments {
  @Field(() => [String], {
    nullable: true,
    description: `Keys to ask the gateway for, at most ${MAX_KEYS}; without them, whatever it sends unasked.`,
  })
  @Rule(
    'keys',
    orAbsent((value) => Array.isArray(value) && value.length <= MAX_KEYS),
    `must be at most ${MAX_KEYS} keys`,
  )
  @Rule(
    'keyLengths',
    orAbsent(each((value) => length(value, 1, MAX_KEY_LENGTH))),
    `must be keys of 1 to ${MAX_KEY_LENGTH} characters`,
  )
  keys?: string[] | null;
}
