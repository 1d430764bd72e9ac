import type { Standing } from "#db/lives.ts";
import { factsOf } from "#db/pinned-facts.ts";
import type { Scope } from "#db/scope.ts";
import { type Revalidation, revalidate } from "#domain/revalidation.ts";
import { type Loaded, loadSnapshot } from "./load-snapshot.ts";

/** The second look at a draft over fresh rows. Words that were written before facts were pinned stand on what is now. */
export async function revalidateDraft(
  scope: Scope,
  { decision, draft, message }: Pick<Standing, "decision" | "draft" | "message">,
  now: Date,
): Promise<{ answer: Revalidation; loaded: Loaded | null }> {
  const { enrollmentId, position } = decision;
  const loaded = await loadSnapshot(scope, { enrollmentId, position, exceptMessageId: message?.id ?? null }, now);
  if (!loaded) return { answer: { kind: "stop", reason: "expired" }, loaded: null };
  const { snapshot, cart } = loaded;
  const facts = await factsOf(scope, decision, cart);
  return { answer: revalidate(draft.pinned ?? facts, { facts, snapshot }, now), loaded };
}
