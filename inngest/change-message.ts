import { getEnrollment } from "#db/enrollments.ts";
import { getMessage, moveMessage } from "#db/messages.ts";
import type { Scope } from "#db/scope.ts";
import { getPolicy } from "#db/tenants.ts";
import { AppError } from "#domain/app-error.ts";
import type { Words } from "#domain/draft.ts";
import { lifeDays } from "#domain/trigger.ts";
import { type Acted, release, takeBack } from "./act-on-draft.ts";
import type { Announcement } from "./events.ts";
import { reviewDraft } from "./review-draft.ts";
import type { By } from "./reviewer.ts";

const dayMs = 86_400_000;

/**
 * Moves a queued message to another hour and says what to announce. `conflict` when it is under way or over; `invalid` for an
 * hour that is past, or at which its cart is no longer written about.
 */
export async function rescheduleMessage(
  scope: Scope,
  { messageId, at }: { messageId: string; at: Date },
  now: Date,
): Promise<Announcement> {
  const message = await getMessage(scope, messageId);
  const enrollment = message && (await getEnrollment(scope, message.enrollmentId));
  if (!message || !enrollment) throw new AppError("not_found", "There is no such message");
  if (at <= now) throw new AppError("invalid", "This hour is past", "send_at");
  const days = lifeDays(enrollment.triggerKind, (await getPolicy(scope)).expiryDays);
  if (at.getTime() >= enrollment.abandonedAt.getTime() + days * dayMs)
    throw new AppError("invalid", "By then nothing is written about this cart any more", "send_at");
  if (!(await moveMessage(scope, messageId, at))) throw new AppError("conflict", `This message is ${message.status}`);
  return { name: "message/queued", data: { tenantId: scope.tenantId, messageId }, ts: at.getTime() };
}

/** Gives a queued message other words, which are judged anew. Words that inspection refuses leave it where it was. */
export async function rewordMessage(
  tenantId: string,
  edit: { draftId: string; words: Words; wordsHash: string },
  by: By,
  now: Date,
): Promise<Acted> {
  const { draftId } = edit;
  await takeBack(tenantId, { draftId }, by, now);
  try {
    const { reviewId, state } = await reviewDraft(tenantId, { ...edit, verdict: "edited" }, by, now);
    return { reviewId, state };
  } catch (refusal) {
    await release(tenantId, { draftId }, by, now);
    throw refusal;
  }
}
