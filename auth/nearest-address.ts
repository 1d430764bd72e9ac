/**
 * The address that a request came from, by its X-Forwarded-For as the nearest proxy or our own server named it; an IPv4
 * one also where it is written as IPv6. Empty when nobody named it.
 */
export function nearestAddress(forwardedFor: unknown): string {
  const nearest = typeof forwardedFor === "string" ? (forwardedFor.split(",").at(-1)?.trim() ?? "") : "";
  return nearest.replace(/^::ffff:(?=\d+\.)/, "");
}
