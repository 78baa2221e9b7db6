// Declares which settings are secrets.

const declared = new Map<object, Set<string>>();

/** Each class that declares secrets, by its prototype, with the names that it declares itself. */
export const declaredSecrets: ReadonlyMap<object, ReadonlySet<string>> = declared;

/** Marks a setting whose value, whatever it is, must be shown nowhere: in no answer, no log and no error. */
export const Secret = (): PropertyDecorator => (prototype, name) => {
  declared.set(prototype, (declared.get(prototype) ?? new Set()).add(String(name)));
};

/** Whether an object's class, or one that it extends, declares a setting a secret. */
export function isSecret(object: object, name: string): boolean {
  for (let at: object | null = object; at !== null; at = Object.getPrototypeOf(at)) {
    if (declared.get(at)?.has(name)) return true;
  }
  return false;
}
