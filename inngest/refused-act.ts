import { AppError, type ErrorCode } from "#domain/app-error.ts";
import type { DraftLife, Refusal, Refused } from "#domain/draft-life.ts";
import type { ChangeKind } from "#domain/revalidation.ts";

const said: Record<Refusal, [ErrorCode, string]> = {
  settled: ["conflict", "Someone else has reviewed this draft."],
  not_a_person: ["forbidden", "Only a person may approve."],
  other_words: ["conflict", "The draft has changed since you read it."],
  author: ["forbidden", "An author cannot review their own words. Somebody else must approve them."],
  approved_before: ["conflict", "You have approved this draft already. It waits for a second person."],
  stale: ["conflict", "The facts moved since this draft was written. It is being written anew."],
  ended: ["conflict", "This draft will not be sent any more."],
  not_due: ["conflict", "It is too early for this."],
  leaving: ["conflict", "The message is being sent right now."],
  too_late: ["conflict", "It is too late for this."],
  not_yours: ["conflict", "There is no verdict of yours to take back."],
  needs_a_person: ["conflict", "A person must approve this draft first."],
  not_cleared: ["conflict", "This message is not about to be sent."],
};

const places: Partial<Record<DraftLife["kind"], string>> = {
  approved: "Someone else has approved this draft.",
  scheduled: "This draft is approved and its message is queued.",
  rejected: "Someone else has rejected this draft.",
  expired: "The time to review this draft is over.",
  held: "This draft is held back.",
  sent: "This message was sent.",
  inspected: "This draft does not wait for a review.",
};

const moved: Record<ChangeKind, string> = {
  ...{ line_added: "the cart", line_removed: "the cart", quantity: "the cart", price: "a price", total: "the total" },
  ...{
    currency: "the currency",
    stock: "the stock",
    incentive_gone: "the incentive",
    incentive_terms: "the incentive",
  },
};

const listed = new Intl.ListFormat("en", { type: "conjunction" });

/** What somebody is told whose act changed nothing. */
export function refusalError({ reason, changes }: Refused, life: DraftLife): AppError {
  const [code, message] = said[reason];
  const parts = [...new Set(changes.map((change) => moved[change.kind]))];
  if (parts.length > 0)
    return new AppError(
      code,
      `Since this draft was written, ${listed.format(parts)} changed. It is being written anew.`,
    );
  if (life.kind === "stopped") return new AppError("conflict", `This draft will not be sent any more: ${life.reason}.`);
  return new AppError(code, (reason === "settled" && places[life.kind]) || message);
}
