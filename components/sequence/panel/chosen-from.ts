import type { ChangeEvent } from "react";

/** The value that was chosen in a list, if it is one of those offered: a list of words, or the keys of a label map. */
export function chosenFrom<Value extends string>(
  offered: readonly Value[] | Record<Value, unknown>,
  event: ChangeEvent<HTMLSelectElement>,
): Value | undefined {
  const values = Array.isArray(offered) ? offered : keysOf(offered as Record<Value, unknown>);
  return values.find((value) => value === event.target.value);
}

function keysOf<Key extends string>(map: Record<Key, unknown>): Key[] {
  const known = (key: string): key is Key => Object.hasOwn(map, key);
  return Object.keys(map).filter(known);
}
