import type { Condition } from "../condition.ts";

/** Whether a condition stands in another as it is, alone or as one of its parts; a group of one is that one. */
export function isPartOf(part: Condition, whole: Condition): boolean {
  const sought = keyOf(part);
  const looked = [whole];
  for (const one of looked) {
    if (keyOf(one) === sought) return true;
    if (one.kind === "not") looked.push(one.of);
    else if (one.kind !== "test") looked.push(...one.of);
  }
  return false;
}

/** The same text for the same question, in whatever order its fields are kept. */
function keyOf(condition: Condition): string {
  if (condition.kind === "not") return `not(${keyOf(condition.of)})`;
  if (condition.kind === "test") return JSON.stringify(sorted(condition));
  const [only, ...others] = condition.of;
  if (only && others.length === 0) return keyOf(only);
  return `${condition.kind}(${condition.of.map(keyOf).join()})`;
}

function sorted(value: unknown): unknown {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
  return Object.entries(value)
    .map(([key, held]): [string, unknown] => [key, sorted(held)])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
