// Query arguments and their validation.
import 'reflect-metadata';
import {
  ArrayMaxSize,
  IsOptional,
  Length,
  length,
  MaxLength,
  Min,
  matches,
  ValidateBy,
  type ValidationError,
  validateSync,
} from 'class-validator';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { Fault } from '../common/fault.js';
import type { OrderKey } from '../order/globalId.js';

interface Rule {
  readonly holds: (value: unknown) => boolean;
  readonly message: string;
}

/** What each part of an order reference must be. */
const REF_RULES: { readonly [part in keyof OrderKey]-?: Rule } = {
  shop: {
    holds: (value) => typeof value === 'string' && matches(value, /^[A-Za-z0-9._-]{1,64}$/),
    message: 'must be 1 to 64 characters of A-Z a-z 0-9 . _ -',
  },
  orderId: {
    holds: (value) => typeof value === 'string' && matches(value, /^\d{1,32}$/),
    message: 'must be 1 to 32 digits',
  },
  outOrderId: {
    holds: (value) => value === undefined || value === null || length(value, 1, 64),
    message: 'must be 1 to 64 characters',
  },
};

const REF_PARTS = Object.keys(REF_RULES) as (keyof OrderKey)[];

const Ref = (part: keyof OrderKey): PropertyDecorator =>
  ValidateBy({
    name: part,
    validator: { validate: REF_RULES[part].holds, defaultMessage: () => REF_RULES[part].message },
  });

/** Whether a reference keeps every rule. */
export const isOrderRef = (ref: OrderRef | OrderKey): boolean =>
  REF_PARTS.every((part) => REF_RULES[part].holds(ref[part]));

const REFS = 'refs';

/** One rule for the whole list: class-validator takes 2 µs for each object that it looks into by itself. */
const Refs = (): PropertyDecorator =>
  ValidateBy({
    name: REFS,
    validator: {
      validate: (refs) => Array.isArray(refs) && refs.every(isOrderRef),
      defaultMessage: (broken) => [...brokenRefs(broken?.value)].join('; '),
    },
  });

function* brokenRefs(refs: readonly OrderRef[]): Generator<string> {
  for (const [index, ref] of refs.entries())
    for (const part of REF_PARTS)
      if (!REF_RULES[part].holds(ref[part])) yield `${REFS}[${index}].${part}: ${REF_RULES[part].message}`;
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

const MAX_AGE = {
  nullable: true,
  description: 'How old the answer may be, in seconds; 0 asks the gateway. Without it, as old as the settings allow.',
} as const;
const MAX_AGE_RULE = { message: 'must be at least 0' };

@ArgsType()
export class OrderArguments extends OrderRef {
  @Field(() => String, OUT_ORDER_ID)
  @Ref('outOrderId')
  override outOrderId?: string | null;

  @Field(() => Int, MAX_AGE)
  @IsOptional()
  @Min(0, MAX_AGE_RULE)
  maxAge?: number | null;
}

@ArgsType()
export class OrdersArguments {
  @Field(() => [OrderRef], { description: 'The orders, of any shops.' })
  @Refs()
  refs!: OrderRef[];

  @Field(() => Int, MAX_AGE)
  @IsOptional()
  @Min(0, MAX_AGE_RULE)
  maxAge?: number | null;
}

const ID_LENGTH = 512;

@ArgsType()
export class NodeArguments {
  @Field(() => ID, { description: 'An Order.id.' })
  @MaxLength(ID_LENGTH, { message: `must be at most ${ID_LENGTH} characters` })
  id!: string;
}

@ArgsType()
export class NodesArguments {
  @Field(() => [ID], { description: 'Ids as in Order.id.' })
  @MaxLength(ID_LENGTH, { each: true, message: `must be ids of at most ${ID_LENGTH} characters` })
  ids!: string[];
}

@ArgsType()
export class AttributesArguments {
  @Field(() => [String], {
    nullable: true,
    description: 'Keys to ask the gateway for, at most 50; without them, whatever it sends unasked.',
  })
  @IsOptional()
  @ArrayMaxSize(50, { message: 'must be at most 50 keys' })
  @Length(1, 100, { each: true, message: 'must be keys of 1 to 100 characters' })
  keys?: string[] | null;
}

/**
 * Checks arguments by the rules on their class.
 * @throws Fault BAD_USER_INPUT that names every argument at fault.
 */
export function validateArguments(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  const errors = validateSync(value, { stopAtFirstError: true });
  if (errors.length > 0) throw new Fault('BAD_USER_INPUT', errors.flatMap(messagesOf).join('; '));
}

const messagesOf = ({ property, constraints = {} }: ValidationError): readonly string[] =>
  // What is wrong inside a list names its own path.
  Object.entries(constraints).map(([rule, message]) => (rule === REFS ? message : `${property}: ${message}`));
