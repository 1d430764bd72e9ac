import type { Draft } from "#db/drafts.ts";
import type { Review } from "#db/reviews.ts";
import type { AuthorshipNotice, Statement } from "#domain/identity.ts";

export type Authorship = Pick<Statement, "written" | "approved" | "mode">;

/** Who found a draft's words, and who let them go: a person by a verdict or by having written them, else the policy. */
export function authorshipOf(draft: Draft, acts: Review[]): Authorship {
  const written = draft.authorId !== null ? "person" : draft.writer === "language_model" ? "ai" : "rules";
  const byPerson = acts.some(({ kind, byKind }) => kind === "approved" && byKind !== "policy");
  return { written, approved: byPerson || draft.authorId !== null ? "person" : "policy", mode: draft.mode };
}

/** What the footer says of it where the tenant wants it said; nothing of words that no AI wrote. */
export function noticeOf({ written, approved }: Authorship): AuthorshipNotice | null {
  if (written !== "ai") return null;
  return approved === "person" ? "with_ai_approved" : "with_ai";
}
