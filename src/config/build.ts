// Plain data to instances of the settings classes. This settles structure (mappings, lists, known keys) and what kind
// a value is; whether the value is a good one is for the classes' rules.
import { getMetadataStorage } from 'class-validator';
import { isObject } from '../common/object.js';
import { type ConfigErrors, join } from './configErrors.js';
import { type Environment, fillPlaceholders } from './placeholders.js';
import type { SettingKind } from './rules.js';

/** Makes one part of the settings out of the plain data found at a path. */
type Build<T> = (value: unknown, path: string) => T;

export interface Builders {
  /** A text as it stands in the file, placeholders replaced; undefined when it is none. */
  readonly text: Build<string | undefined>;
  /** A mapping that becomes an instance of a class; `members` builds those that are mappings or lists of mappings. */
  readonly mapping: <T extends object>(
    type: new () => T,
    members?: Readonly<Record<string, Build<unknown>>>,
  ) => Build<T>;
  /** A list whose items are all built alike. */
  readonly list: <T>(item: Build<T>) => Build<readonly T[]>;
}

/** Builders that note what does not fit and still return the right structure, so that one run finds every mistake. */
export function builders(environment: Environment, mistakes: ConfigErrors): Builders {
  const scalar = (kind: SettingKind, value: unknown, path: string): unknown => {
    const filled =
      typeof value === 'string'
        ? fillPlaceholders(value, environment, (problem) => mistakes.add(path, problem))
        : value;
    if (kind === 'text' && typeof filled === 'bigint')
      mistakes.add(path, 'put this number in quotes: without them it does not keep its digits');
    return conversions[kind](filled);
  };

  const scalars = (kind: SettingKind, value: unknown, path: string): unknown =>
    Array.isArray(value)
      ? value.map((item: unknown, index) => scalar(kind, item, join(path, index)))
      : scalar(kind, value, path);

  return {
    text: (value, path) => (typeof value === 'string' ? String(scalar('text', value, path)) : undefined),

    mapping:
      (type, members = {}) =>
      (value, path) => {
        const instance = new type();
        if (!isObject(value)) {
          mistakes.add(path, 'must be a mapping of keys to values');
          return instance;
        }
        const kinds = kindsOf(type);
        const given = Object.entries(value).flatMap(([key, member]) => {
          const at = join(path, key);
          const kind = kinds.get(key);
          if (kind === undefined) mistakes.add(at, 'unknown key');
          // A key with nothing after it is null in YAML and counts as not given.
          if (kind === undefined || member === null) return [];
          return [[key, kind === 'nested' ? members[key]?.(member, at) : scalars(kind, member, at)]];
        });
        return Object.assign(instance, Object.fromEntries(given));
      },

    list: (item) => (value, path) => {
      if (Array.isArray(value)) return value.map((member: unknown, index) => item(member, join(path, index)));
      mistakes.add(path, 'must be a list');
      return [];
    },
  };
}

// YAML guesses a scalar's kind from its looks and the environment knows only texts, so the rule of the setting decides.
const conversions: Readonly<Record<SettingKind, (value: unknown) => unknown>> = {
  text: (value) => (Number.isSafeInteger(value) ? String(value) : value),
  number: (value) =>
    typeof value === 'bigint' || (typeof value === 'string' && /^\d+(\.\d+)?$/.test(value)) ? Number(value) : value,
  boolean: (value) => (value === 'true' ? true : value === 'false' ? false : value),
};

/** The keys that a class knows. */
export const settingNamesOf = (type: new () => object): readonly string[] => [...kindsOf(type).keys()];

/** The keys a class knows and what each holds, both taken from its rules. A Map: `__proto__` is a key like any other. */
function kindsOf(type: new () => object): ReadonlyMap<string, SettingKind | 'nested'> {
  const rules = getMetadataStorage().getTargetValidationMetadatas(type, '', false, false);
  const kinds = new Map<string, SettingKind | 'nested'>(rules.map(({ propertyName }) => [propertyName, 'nested']));
  for (const { name, propertyName } of rules) if (isKind(name)) kinds.set(propertyName, name);
  return kinds;
}

const isKind = (name: string | undefined): name is SettingKind =>
  name !== undefined && Object.hasOwn(conversions, name);
