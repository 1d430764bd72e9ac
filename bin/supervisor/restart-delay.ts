const LONGEST_MS = 5_000;

/** At once after the first death, then ever more slowly, so that a program that cannot live does not eat the machine. */
export function restartDelay(deaths: number): number {
  if (deaths <= 1) return 0;
  return Math.min(LONGEST_MS, 100 * 2 ** (deaths - 2));
}
