import type { Span } from "#domain/mail-checks/finding.ts";

export function isAt(marked: Span | null, at: Span | null): boolean {
  return marked !== null && at !== null && marked.from === at.from && marked.to === at.to;
}
