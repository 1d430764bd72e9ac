/** At most so many messages to one contact within so many hours. */
export type FrequencyCap = { messages: number; hours: number };

/** The moment from which a further message keeps to the cap; `now` or earlier when it already does. */
export function cappedUntil(cap: FrequencyCap, sentAt: Date[], now: Date): Date {
  if (cap.messages < 1) return now;
  const span = cap.hours * 3_600_000;
  const recent = sentAt.map((at) => at.getTime()).filter((at) => at > now.getTime() - span);
  if (recent.length < cap.messages) return now;
  const oldestThatCounts = recent.sort((a, b) => b - a)[cap.messages - 1] ?? now.getTime();
  return new Date(oldestThatCounts + span);
}

/**
 * The first moment from `now` on at which one more message keeps every cap, over all that a contact was sent by any
 * sequence. A cap counts the messages of the last `hours`, however they lie: within no stretch of that length are more.
 */
export function withinCaps(caps: FrequencyCap[], sentAt: Date[], now: Date): Date {
  return caps.reduce((latest, cap) => {
    const until = cappedUntil(cap, sentAt, now);
    return until > latest ? until : latest;
  }, now);
}

export type QuietRule = {
  /** Who was on the site so recently may still buy by themselves. */
  quietMinutes: number;
  /** For how long after it was due a message may be put off for that. */
  mostHours: number;
};

/**
 * Until when to leave somebody alone who is back on the shop's site; `now` when they are not, or when the message has
 * been put off for as long as it may be.
 */
export function backOnSiteUntil(
  rule: QuietRule | null,
  { lastSeenAt, dueAt }: { lastSeenAt: Date | null; dueAt: Date },
  now: Date,
): Date {
  if (!rule || !lastSeenAt) return now;
  const quietFrom = lastSeenAt.getTime() + rule.quietMinutes * 60_000;
  const latest = dueAt.getTime() + rule.mostHours * 3_600_000;
  return new Date(Math.max(now.getTime(), Math.min(quietFrom, latest)));
}
