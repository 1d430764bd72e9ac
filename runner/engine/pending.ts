const racing = "race:";

/** How an outstanding step is noted on its run. */
export const outstanding = (stepId: string, race: boolean): string => (race ? `${racing}${stepId}` : stepId);

/** Whether a note on the run is that of this step. */
export const isOf = (entry: string, stepId: string): boolean => entry === stepId || entry === `${racing}${stepId}`;

/**
 * Whether a settled step calls the function again: once all its siblings are settled too. Those that race hold nobody
 * up, and before version 2 of the protocol nothing did.
 */
export function wakes(requestVersion: number, pending: readonly string[]): boolean {
  return requestVersion < 2 || pending.every((entry) => entry.startsWith(racing));
}
