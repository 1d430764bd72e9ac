const unitMs = { w: 604_800_000, d: 86_400_000, h: 3_600_000, m: 60_000, s: 1_000, ms: 1 };
type Unit = keyof typeof unitMs;

const part = /(\d+(?:\.\d+)?)(ms|w|d|h|m|s)/g;
const whole = /^(?:\d+(?:\.\d+)?(?:ms|w|d|h|m|s))+$/;
const isUnit = (text: string): text is Unit => text in unitMs;

/** Milliseconds of a span such as "1d2h" or "90s", or null when the text is not a span. */
export function parseSpan(text: string): number | null {
  const compact = text.replaceAll(" ", "");
  if (!whole.test(compact)) return null;
  let total = 0;
  for (const [, count, unit] of compact.matchAll(part)) {
    if (unit !== undefined && isUnit(unit)) total += Number(count) * unitMs[unit];
  }
  return Math.round(total);
}

/**
 * The instant (ms) a wire time means: a span from `now`, or an ISO date.
 * Null when it is neither. The protocol puts both forms in the same field.
 */
export function parseMoment(text: string, now: number): number | null {
  const span = parseSpan(text);
  if (span !== null) return now + span;
  if (!/^[+-]?\d{4,6}-\d\d-\d\d/.test(text)) return null;
  const instant = Date.parse(text);
  return Number.isNaN(instant) ? null : instant;
}
