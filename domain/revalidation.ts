import { decide, type Snapshot, type StopReason, type WaitReason } from "./decision.ts";

/** One cart line as the words stand on it. `id` is the variant's where the platform has one. Prices are minor units. */
export type PinnedLine = { id: string; title: string; quantity: number; unitPrice: number; stock: number | null };

/** The offer that the words make; `validUntil` is the coupon's end, where it has one. */
export type PinnedIncentive = {
  id: string;
  percent: number | null;
  code: string | null;
  validUntil: Date | null;
  withdrawn: boolean;
};

/** What a draft's words stand on, kept when it is written and loaded again at approval and before it is sent. */
export type PinnedFacts = { currency: string; total: number; lines: PinnedLine[]; incentive: PinnedIncentive | null };

/** One thing that moved under a draft. Amounts are minor units of `currency`. */
export type Change =
  | { kind: "line_added" | "line_removed"; title: string; quantity: number }
  | { kind: "quantity"; title: string; from: number; to: number }
  | { kind: "price"; title: string; from: number; to: number; currency: string }
  | { kind: "total"; from: number; to: number; currency: string }
  | { kind: "currency"; from: string; to: string }
  | { kind: "stock"; title: string; from: number | null; to: number }
  | { kind: "incentive_gone"; reason: "expired" | "withdrawn" | "not_offered" }
  | { kind: "incentive_terms"; from: string; to: string };
export type ChangeKind = Change["kind"];

/** The answer of `revalidate`: leave, rewrite because facts moved, end, or ask again later. */
export type Revalidation =
  | { kind: "ok" }
  | { kind: "stale"; changes: Change[] }
  | { kind: "stop"; reason: StopReason; bySequenceId?: string }
  | { kind: "wait"; reason: WaitReason; until: Date };

/**
 * Asks again, at approval and before sending, whether a draft may still leave. `then` is what its words stand on, `now`
 * the same facts and the decision's snapshot as they are. Ends come before changes, changes before waits.
 */
export function revalidate(then: PinnedFacts, now: { facts: PinnedFacts; snapshot: Snapshot }, at: Date): Revalidation {
  const answer = decide(now.snapshot, at);
  if (answer.kind === "stop") return answer;
  const changes = changesBetween(then, now.facts, at);
  if (changes.length > 0) return { kind: "stale", changes };
  return answer.kind === "wait" ? answer : { kind: "ok" };
}

/** What moved between two looks at the same cart, its stock and its incentive. */
export function changesBetween(then: PinnedFacts, now: PinnedFacts, at: Date): Change[] {
  return [...lineChanges(then, now), ...amountChanges(then, now), ...incentiveChanges(then, now, at)];
}

function lineChanges(then: PinnedFacts, now: PinnedFacts): Change[] {
  const [before, after] = [linesById(then.lines), linesById(now.lines)];
  const removed = [...before.values()].filter((line) => !after.has(line.id));
  const inCommon = [...after.values()].flatMap((line) => {
    const known = before.get(line.id);
    return known ? changesOfLine(known, line, now.currency) : [];
  });
  const added = [...after.values()].filter((line) => !before.has(line.id));
  const named = (kind: "line_added" | "line_removed", lines: PinnedLine[]): Change[] =>
    lines.map(({ title, quantity }) => ({ kind, title, quantity }));
  return [...named("line_removed", removed), ...inCommon, ...named("line_added", added)];
}

/** A variant that stands in a cart twice counts as one line of both quantities. */
function linesById(lines: PinnedLine[]): Map<string, PinnedLine> {
  const byId = new Map<string, PinnedLine>();
  for (const line of lines) {
    const known = byId.get(line.id);
    byId.set(line.id, known ? { ...known, quantity: known.quantity + line.quantity } : line);
  }
  return byId;
}

function changesOfLine(then: PinnedLine, now: PinnedLine, currency: string): Change[] {
  const { title } = now;
  const changes: Change[] = [];
  if (then.quantity !== now.quantity) changes.push({ kind: "quantity", title, from: then.quantity, to: now.quantity });
  if (then.unitPrice !== now.unitPrice)
    changes.push({ kind: "price", title, from: then.unitPrice, to: now.unitPrice, currency });
  if (runsShort(then, now)) changes.push({ kind: "stock", title, from: then.stock, to: now.stock ?? 0 });
  return changes;
}

/** Stock matters when the words may speak of it, or when what is left no longer fills the line. */
function runsShort(then: PinnedLine, now: PinnedLine): boolean {
  if (now.stock === null) return false;
  const filled = (line: PinnedLine) => line.stock === null || line.stock >= line.quantity;
  return filled(then) !== filled(now) || (lowStock(then) && then.stock !== now.stock);
}

/** Up to this many left, a shopper may be told how many. */
export const lowStockAt = 5;
const lowStock = (line: PinnedLine) => line.stock !== null && line.stock <= lowStockAt;

function amountChanges(then: PinnedFacts, now: PinnedFacts): Change[] {
  if (then.currency !== now.currency) return [{ kind: "currency", from: then.currency, to: now.currency }];
  if (then.total === now.total) return [];
  return [{ kind: "total", from: then.total, to: now.total, currency: now.currency }];
}

function incentiveChanges({ incentive: then }: PinnedFacts, { incentive: now }: PinnedFacts, at: Date): Change[] {
  if (!then) return [];
  if (!now || now.id !== then.id) return [{ kind: "incentive_gone", reason: "not_offered" }];
  if (now.withdrawn) return [{ kind: "incentive_gone", reason: "withdrawn" }];
  if (now.validUntil && now.validUntil <= at) return [{ kind: "incentive_gone", reason: "expired" }];
  const [from, to] = [termsOf(then), termsOf(now)];
  return from === to ? [] : [{ kind: "incentive_terms", from, to }];
}

/** A code that is minted after the approval is no change of terms; a minted one that changes is. */
function termsOf({ percent }: PinnedIncentive): string {
  return percent === null ? "fixed" : `${percent}%`;
}
