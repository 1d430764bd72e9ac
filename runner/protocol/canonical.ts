import canonicalize from "canonicalize";

/** A copy whose strings hold no lone surrogates, which RFC 8785 (and so the signature) cannot express. */
function wellFormed(value: unknown): unknown {
  if (typeof value === "string") return value.toWellFormed();
  if (Array.isArray(value)) return value.map(wellFormed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key.toWellFormed(), wellFormed(inner)]));
}

/** RFC 8785 text. The SDK verifies signatures over exactly this form, so all that is stored or sent has it. */
export function canonical(value: unknown): string {
  try {
    return canonicalize(value) ?? "null";
  } catch {
    return canonicalize(wellFormed(value)) ?? "null";
  }
}

/** An object in canonical form from values that are canonical texts already: no parsing of large state. */
export function canonicalObject(entries: readonly (readonly [string, string])[]): string {
  const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([key, text]) => `${JSON.stringify(key)}:${text}`).join(",")}}`;
}
