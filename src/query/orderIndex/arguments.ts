// The arguments of the fields that the order index answers.
import { ArgsType, Field, ID, Int } from 'type-graphql';
import { MAX_AGE, MaxAge, OrderRef } from '../arguments.js';
import { isAbsent, Nested, orAbsent, type Predicate, Rule } from '../rules.js';
import { OrderBasis, OrderDimension, OrderSortKey, SortDirection } from './enums.js';
import { OrderChangeWhere, OrderSort, OrderWhere } from './filters.js';
import { CursorRule, RangeRule, TimeZoneRule, WordRule } from './inputRules.js';

/** Members of one page. */
export const MAX_PAGE = 200;
export const DEFAULT_PAGE = 50;
export const DEFAULT_CHANGES = 100;

/** How far orders are counted at most: beyond it a count takes as long as it is high. */
export const MAX_COUNT = 10_000;

/** References of one import: of more, files are sent. */
const MAX_REFS = 1_000;

const WHERE = { nullable: true, description: 'Which orders; without it, all.' } as const;

const SEARCH = {
  nullable: true,
  description:
    'Finds whole values alone. Digits are looked for among order ids, own ids and tracking numbers; with the scope pii:search also among telephone numbers, and other text among counterparts and receivers’ names.',
} as const;

/** A member that stands beside another, and not without it. */
const goesWith = (other: string): Predicate => orAbsent((_value, { [other]: beside }) => !isAbsent(beside));

@ArgsType()
class FilterArguments {
  @Field(() => OrderWhere, WHERE)
  @Nested(() => OrderWhere)
  where?: OrderWhere | null;

  @Field(() => String, SEARCH)
  @WordRule()
  search?: string | null;
}

@ArgsType()
export class OrderSearchArguments extends FilterArguments {
  @Field(() => OrderSort, {
    nullable: true,
    defaultValue: { key: OrderSortKey.CREATED_AT, direction: SortDirection.DESC },
    description: 'How they are sorted.',
  })
  sortBy?: OrderSort | null;

  @Field(() => Int, {
    nullable: true,
    description: `How many from the beginning, at most ${MAX_PAGE}; without first and last, ${DEFAULT_PAGE}.`,
  })
  @RangeRule(1, MAX_PAGE)
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'The cursor behind which the page begins.' })
  @CursorRule()
  @Rule(
    'forward',
    orAbsent((_value, { last }) => isAbsent(last)),
    'goes with first, not with last',
  )
  after?: string | null;

  @Field(() => Int, { nullable: true, description: `How many from the end, at most ${MAX_PAGE}.` })
  @RangeRule(1, MAX_PAGE)
  @Rule(
    'oneEnd',
    orAbsent((_value, { first }) => isAbsent(first)),
    'must not be given beside first',
  )
  last?: number | null;

  @Field(() => String, { nullable: true, description: 'The cursor before which the page ends.' })
  @CursorRule()
  @Rule('backward', goesWith('last'), 'goes with last')
  before?: string | null;

  @Field(() => Int, {
    ...MAX_AGE,
    description: 'How old what is told of an order may be, in seconds; one that is older is fetched from its gateway.',
  })
  @MaxAge()
  @Rule(
    'fetches',
    orAbsent((_value, { indexOnly }) => indexOnly !== true),
    'cannot be kept with indexOnly, which fetches nothing',
  )
  maxAge?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description:
      'Whether nothing is fetched from gateways: fields that the index never holds are refused, and what it does not know of an order is null, with a warning.',
  })
  indexOnly?: boolean | null;
}

const LIMIT = {
  nullable: true,
  defaultValue: MAX_COUNT,
  description: `Where counting ends, at most ${MAX_COUNT}.`,
} as const;

@ArgsType()
export class CountArguments {
  @Field(() => Int, LIMIT)
  @RangeRule(1, MAX_COUNT)
  limit?: number | null;
}

@ArgsType()
export class OrderCountArguments extends FilterArguments {
  @Field(() => Int, LIMIT)
  @RangeRule(1, MAX_COUNT)
  limit?: number | null;
}

const TIMES: ReadonlySet<unknown> = new Set([OrderDimension.HOUR, OrderDimension.DAY, OrderDimension.MONTH]);

const hasOneTime: Predicate = (value) =>
  new Set((value as readonly unknown[]).filter((dimension) => TIMES.has(dimension))).size <= 1;

@ArgsType()
export class OrderStatisticsArguments {
  @Field(() => OrderWhere, WHERE)
  @Nested(() => OrderWhere)
  where?: OrderWhere | null;

  @Field(() => [OrderDimension], {
    description: 'What they are grouped by, with at most one of HOUR, DAY and MONTH; by nothing, all are one group.',
  })
  @Rule('oneTime', hasOneTime, 'must hold at most one of HOUR, DAY and MONTH')
  by!: OrderDimension[];

  @Field(() => OrderBasis, {
    nullable: true,
    defaultValue: OrderBasis.CREATED,
    description: 'Which instant decides the hour, day or month.',
  })
  basis?: OrderBasis | null;

  @Field(() => String, {
    nullable: true,
    defaultValue: 'Asia/Shanghai',
    description: 'The IANA time zone in which days and months begin.',
  })
  @TimeZoneRule()
  timeZone?: string | null;
}

const AFTER = {
  nullable: true,
  description: 'The cursor of the last change that was seen; without it, what changes from now on.',
} as const;

const CHANGES_WHERE = { nullable: true, description: 'Which changes; without it, all.' } as const;

@ArgsType()
export class OrderChangedArguments {
  @Field(() => String, AFTER)
  @CursorRule()
  after?: string | null;

  @Field(() => OrderChangeWhere, CHANGES_WHERE)
  @Nested(() => OrderChangeWhere)
  where?: OrderChangeWhere | null;
}

@ArgsType()
export class OrderChangesArguments {
  @Field(() => String, AFTER)
  @CursorRule()
  after?: string | null;

  @Field(() => Int, {
    nullable: true,
    defaultValue: DEFAULT_CHANGES,
    description: `How many, at most ${MAX_PAGE}.`,
  })
  @RangeRule(1, MAX_PAGE)
  first?: number | null;

  @Field(() => OrderChangeWhere, CHANGES_WHERE)
  @Nested(() => OrderChangeWhere)
  where?: OrderChangeWhere | null;
}

@ArgsType()
export class OrderImportArguments {
  @Field(() => ID, { description: 'An OrderImport.id.' })
  @WordRule()
  id!: string;
}

@ArgsType()
export class ImportArguments {
  // One that is no reference is refused alone, like one of a shop that there is not.
  @Field(() => [OrderRef], { description: `The orders, of any shops; at most ${MAX_REFS}.` })
  @Rule('count', (refs) => (refs as readonly unknown[]).length <= MAX_REFS, `must be at most ${MAX_REFS}`)
  refs!: OrderRef[];
}
