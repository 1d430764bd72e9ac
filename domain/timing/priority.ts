/** The priority of a sequence that nobody has put in an order: after all that have a place, and equal among themselves. */
export const unplaced = 1_000_000;

/** That of an enrollment whose cart only a browser claims: it goes before nobody (docs/decisions/browsers-are-claims.md). */
export const claimedPriority = unplaced + 1;

/** An open enrollment that wants to speak to a contact. A smaller `priority` is more important; `since` is the abandonment or other trigger. */
export type Contender = { enrollmentId: string; sequenceId: string; priority: number; since: Date };

/**
 * Who of a contact's open enrollments goes on: the one of the most important sequence; among equals the one that began
 * last, because it is what the person has in mind now; then the greater id. All others are `superseded`. The answer does
 * not depend on the order in which they are named.
 */
export function winnerOf(contenders: Contender[]): Contender | null {
  return contenders.reduce<Contender | null>((best, one) => (best && !isAhead(one, best) ? best : one), null);
}

/** Who goes before an enrollment; null when nobody does. */
export function supersederOf(contenders: Contender[], enrollmentId: string): Contender | null {
  const winner = winnerOf(contenders);
  return winner && winner.enrollmentId !== enrollmentId ? winner : null;
}

/** The enrollments that must stop with `superseded`, each with the sequence that won over it. */
export function supersededBy(contenders: Contender[]): { enrollmentId: string; bySequenceId: string }[] {
  const winner = winnerOf(contenders);
  return contenders.flatMap(({ enrollmentId }) =>
    winner && enrollmentId !== winner.enrollmentId ? [{ enrollmentId, bySequenceId: winner.sequenceId }] : [],
  );
}

function isAhead(one: Contender, other: Contender): boolean {
  if (one.priority !== other.priority) return one.priority < other.priority;
  const later = one.since.getTime() - other.since.getTime();
  return later === 0 ? one.enrollmentId > other.enrollmentId : later > 0;
}
