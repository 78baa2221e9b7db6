// What queries may be asked with, and the rules of it.
import 'reflect-metadata';
import {
  ArrayMaxSize,
  IsOptional,
  Length,
  Matches,
  MaxLength,
  Min,
  ValidateNested,
  type ValidationError,
  validateSync,
} from 'class-validator';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { Fault } from '../common/fault.js';
import { keepsRules } from './rules.js';

const OUT_ORDER_ID =
  'The caller’s own id of the order, 1 to 64 characters. FW199 takes one and controls idempotency by it.';
const OUT_ORDER_RULE = { message: 'must be 1 to 64 characters' };

@ArgsType()
@InputType({ description: 'Names one order.' })
export class OrderRef {
  @Field(() => ID, { description: 'The shop to ask: an id from the query shops.' })
  @Matches(/^[A-Za-z0-9._-]{1,64}$/, { message: 'must be 1 to 64 characters of A-Z a-z 0-9 . _ -' })
  shop!: string;

  @Field(() => ID, {
    description: 'The platform’s order id, 1 to 32 digits. Give it as a string: JavaScript rounds long numbers.',
  })
  @Matches(/^\d{1,32}$/, { message: 'must be 1 to 32 digits' })
  orderId!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'The caller’s own id of the order, 1 to 64 characters. FW199 takes one and controls idempotency by it.',
  })
  @IsOptional()
  @Length(1, 64, { message: 'must be 1 to 64 characters' })
  outOrderId?: string | null;
}

const MAX_AGE = {
  nullable: true,
  description: 'How old the answer may be, in seconds; 0 asks the gateway. Without it, as old as the settings allow.',
} as const;
const MAX_AGE_RULE = { message: 'must be at least 0' };

@ArgsType()
export class OrderArguments extends OrderRef {
  @Field(() => String, { nullable: true, description: OUT_ORDER_ID })
  @IsOptional()
  @Length(1, 64, OUT_ORDER_RULE)
  override outOrderId?: string | null;

  @Field(() => Int, MAX_AGE)
  @IsOptional()
  @Min(0, MAX_AGE_RULE)
  maxAge?: number | null;
}

@ArgsType()
export class OrdersArguments {
  @Field(() => [OrderRef], { description: 'The orders, of any shops.' })
  @ValidateNested({ each: true })
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
  if (typeof value !== 'object' || value === null || keepsRules(value)) return;
  const broken = brokenRulesOf(value);
  if (broken.length > 0) throw new Fault('BAD_USER_INPUT', broken.join('; '));
}

/** Every rule that an object of arguments breaks, by the path of its argument. */
export const brokenRulesOf = (value: object): readonly string[] => [
  ...brokenRules(validateSync(value, { stopAtFirstError: true }), ''),
];

function* brokenRules(errors: readonly ValidationError[], parent: string): Generator<string> {
  for (const { property, constraints = {}, children = [] } of errors) {
    const path = /^\d+$/.test(property) ? `${parent}[${property}]` : parent ? `${parent}.${property}` : property;
    for (const message of Object.values(constraints)) yield `${path}: ${message}`;
    yield* brokenRules(children, path);
  }
}
