/** The value under which a share `q` of the values lies, by R's type 7 (linear between order statistics); 0 of none. */
export function quantileOf(values: number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  if (sorted.length === 0) return 0;
  const place = (sorted.length - 1) * Math.min(1, Math.max(0, q));
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}

/**
 * Values with the largest brought down to the share `q`'s value over all arms together, so that one order of a thousand
 * pieces decides nothing (winsorising; Dixon 1960). One cap for all arms: caps of their own would bias the difference.
 */
export function winsorise(arms: number[][], q: number): { cap: number; arms: number[][]; capped: number } {
  const cap = quantileOf(arms.flat(), q);
  const brought = arms.map((values) => values.map((value) => Math.min(value, cap)));
  return { cap, arms: brought, capped: arms.flat().filter((value) => value > cap).length };
}
