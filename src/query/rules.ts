// The rules that arguments and the members of input objects are checked by.
import 'reflect-metadata';
import { ValidateBy, type ValidationArguments, type ValidationError, validateSync } from 'class-validator';
import { Fault } from '../common/fault.js';
import { memoize } from '../common/memoize.js';

/** What must hold of a value; `whole` is the object that it is a member of. */
export type Predicate = (value: unknown, whole: Values) => boolean;

export type Values = Readonly<Record<string, unknown>>;

type Class = abstract new () => object;

interface PropertyRule {
  readonly property: string;
  readonly holds: Predicate;
  /** What is wrong with a value that stands at this path, each part of it by its own path. */
  readonly mistakesIn: (value: unknown, path: string) => Iterable<string>;
}

const rules = new Map<object, readonly PropertyRule[]>();

/** A rule of class-validator's that is also looked up here: its own look-ups took a tenth of an answer from memory. */
export const Rule = (name: string, holds: Predicate, message: string): PropertyDecorator =>
  PathRule(name, holds, (_value, path) => [`${path}: ${message}`]);

/** A rule for a value of many parts, which names the paths of those at fault. */
export const PathRule =
  (name: string, holds: Predicate, mistakesIn: PropertyRule['mistakesIn']): PropertyDecorator =>
  (prototype, key) => {
    const property = String(key);
    rules.set(prototype, [...(rules.get(prototype) ?? []), { property, holds, mistakesIn }]);
    ValidateBy({
      name,
      validator: {
        validate: (value, broken) => holds(value, wholeOf(broken)),
        defaultMessage: (broken) => [...mistakesIn(broken?.value, property)].join('; '),
      },
    })(prototype, key);
  };

const wholeOf = (broken: ValidationArguments | undefined): Values => (broken?.object ?? {}) as Values;

/** The rules of a class and of those that it extends, by its prototype. */
const rulesOf: (prototype: object) => readonly PropertyRule[] = memoize((prototype) => {
  const parent: object | null = Object.getPrototypeOf(prototype);
  return [...(parent === null ? [] : rulesOf(parent)), ...(rules.get(prototype) ?? [])];
});

/** An input object, whose members keep the rules of its class. */
export const Nested = (type: () => Class): PropertyDecorator =>
  PathRule(
    'nested',
    orAbsent((value) => keepsRules(type(), value as Values)),
    (value, path) => mistakesWithin(type(), value as Values, path),
  );

function* mistakesWithin({ prototype }: Class, whole: Values, path: string): Generator<string> {
  for (const rule of rulesOf(prototype)) {
    const value = whole[rule.property];
    if (!rule.holds(value, whole)) yield* rule.mistakesIn(value, `${path}.${rule.property}`);
  }
}

const keepsRules = ({ prototype }: { readonly prototype: object }, whole: Values): boolean => {
  for (const { property, holds } of rulesOf(prototype)) if (!holds(whole[property], whole)) return false;
  return true;
};

export const isAbsent = (value: unknown): value is undefined | null => value === undefined || value === null;

export const orAbsent =
  (holds: Predicate): Predicate =>
  (value, whole) =>
    isAbsent(value) || holds(value, whole);

export const each =
  (holds: (value: unknown) => boolean): Predicate =>
  (value) =>
    Array.isArray(value) && value.every(holds);

/**
 * Checks arguments by the rules on their class.
 * @throws Fault BAD_USER_INPUT that names every argument at fault.
 */
export function validateArguments(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  if (keepsRules({ prototype: Object.getPrototypeOf(value) }, value as Values)) return;
  const errors = validateSync(value, { stopAtFirstError: true });
  if (errors.length > 0) throw new Fault('BAD_USER_INPUT', errors.flatMap(messagesOf).join('; '));
}

const messagesOf = ({ constraints = {} }: ValidationError): readonly string[] => Object.values(constraints);

/** Values as an instance of their class, checked by its rules. */
export function toArguments<Arguments extends object>(type: new () => Arguments, values: Values): Arguments {
  const made = Object.assign(new type(), values);
  validateArguments(made);
  return made;
}
