/** The entities that the card has shown since it opened, one after another; the last is shown. */
export type Trail = readonly [string, ...string[]];

/** Steps that can be gone back: more than anybody remembers. */
const LONGEST = 30;

/** Goes on to a related entity. Going to the one shown changes nothing. */
export function goOn(trail: Trail, id: string): Trail {
  if (trail.at(-1) === id) return trail;
  const [first, ...rest] = [...trail, id];
  return rest.length < LONGEST ? [first as string, ...rest] : [first as string, ...rest.slice(-LONGEST)];
}

/** Goes back one step; at the first the trail stays as it is. */
export function goBack(trail: Trail): Trail {
  return trail.length > 1 ? (trail.slice(0, -1) as unknown as Trail) : trail;
}

/** The entity that is shown. */
export function shown(trail: Trail): string {
  return trail.at(-1) as string;
}
