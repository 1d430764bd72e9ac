/** Raw statements bring instants as Postgres writes them; everything that leaves db as JSON says ISO 8601. */
export function iso(at: Date | string): string {
  return (typeof at === "string" ? new Date(at) : at).toISOString();
}

export function isoOrNull(at: Date | string | null): string | null {
  return at === null ? null : iso(at);
}
