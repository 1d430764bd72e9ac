const choice = /\[([^[\]]*)\]/;
const known = new Map<string, string[]>();

/** Every way to say a phrase: `[a|b]` in it is said either way. */
export function variantsOf(phrase: string): string[] {
  const kept = known.get(phrase);
  if (kept) return kept;
  const found = choice.exec(phrase);
  const variants = found
    ? (found[1] ?? "").split("|").flatMap((way) => variantsOf(phrase.replace(choice, () => way)))
    : [phrase];
  known.set(phrase, variants);
  return variants;
}
