/**
 * Splits a whole amount by weights so that the parts sum to it exactly: each gets its floor, the units left over go to
 * the largest remainders, earlier parts first among equals (Hamilton's method). A negative amount is split like its
 * opposite. Weights that are all zero or no numbers share evenly; no weights give no parts.
 */
export function apportion(amount: number, weights: number[]): number[] {
  if (weights.length === 0) return [];
  if (amount < 0) return apportion(-amount, weights).map((part) => (part === 0 ? 0 : -part));
  const usable = weights.map((weight) => (Number.isFinite(weight) && weight > 0 ? weight : 0));
  const total = usable.reduce((sum, weight) => sum + weight, 0);
  const shares = total > 0 ? usable.map((weight) => weight / total) : usable.map(() => 1 / usable.length);
  const parts = shares.map((share) => Math.floor(amount * share));
  const rest = amount - parts.reduce((sum, part) => sum + part, 0);
  const byRemainder = shares
    .map((share, index) => ({ index, remainder: amount * share - Math.floor(amount * share) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (let given = 0; given < rest; given++) {
    const { index = 0 } = byRemainder[given % byRemainder.length] ?? {};
    parts[index] = (parts[index] ?? 0) + 1;
  }
  return parts;
}

/**
 * Amounts with fractions, some of them perhaps negative, made whole so that they sum to `amount`, which is their sum: the
 * largest remainders go up, by name among equals.
 */
export function roundTo(amount: number, exact: ReadonlyMap<string, number>): Map<string, number> {
  if (amount < 0) {
    const opposite = roundTo(-amount, new Map([...exact].map(([name, value]) => [name, -value])));
    return new Map([...opposite].map(([name, whole]) => [name, whole === 0 ? 0 : -whole]));
  }
  const parts = [...exact]
    .map(([name, value]) => ({ name, whole: Math.floor(value + nearly), over: value - Math.floor(value + nearly) }))
    .sort((a, b) => b.over - a.over || (a.name < b.name ? -1 : 1));
  let rest = amount - parts.reduce((sum, { whole }) => sum + whole, 0);
  // Amounts beyond 10¹² minor units are off by more than one each; going round again still sums.
  while (rest !== 0 && parts.length > 0) {
    for (const part of rest > 0 ? parts : parts.toReversed()) {
      if (rest === 0) break;
      part.whole += Math.sign(rest);
      rest -= Math.sign(rest);
    }
  }
  return new Map(parts.map(({ name, whole }) => [name, whole]));
}

// A sum of thirds that should be whole may be a little under it.
const nearly = 1e-7;
