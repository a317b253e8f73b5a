/** An own property of a parsed JSON object; undefined when there is none, or the value is no object. */
export function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined;
}

/** JSON-LD writes a list of one without brackets, and an empty one not at all. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

/** Whether a JSON-LD object is of the type. */
export function hasType(value: unknown, type: string): boolean {
  return listOf(field(value, 'type')).includes(type);
}
