const earliest = Date.UTC(2005, 0, 1);
const aheadMs = 24 * 3_600_000;

/**
 * A shop's time, or `now` when the shop cannot mean it: a clock never set (1970) or one that is a day ahead or more,
 * which would outrank all later words.
 */
export function soundTime(said: Date, now: Date): Date {
  const at = said.getTime();
  return at >= earliest && at <= now.getTime() + aheadMs ? said : now;
}
