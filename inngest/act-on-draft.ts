import { recordAudit } from "#db/audit.ts";
import { getDraft, setReviewDue } from "#db/drafts.ts";
import { lockStanding, type Standing, storeAct, storedLife } from "#db/lives.ts";
import { unqueueMessage } from "#db/messages.ts";
import { type Scope, withJobScope } from "#db/scope.ts";
import { getPolicy, type Policy } from "#db/tenants.ts";
import { AppError } from "#domain/app-error.ts";
import type { LifeEvent, LifeKind } from "#domain/draft-life.ts";
import { advance } from "#domain/review.ts";
import { lifeDays } from "#domain/trigger.ts";
import { announce } from "./events.ts";
import { refusalError } from "./refused-act.ts";
import { answering, type By } from "./reviewer.ts";

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** Until when a message may be held back: as long as its cart is written about at all. */
export function heldUntil({ enrollment }: Standing, { expiryDays }: Policy): Date {
  return new Date(enrollment.abandonedAt.getTime() + lifeDays(enrollment.triggerKind, expiryDays) * dayMs);
}

/** Until when a draft that is open again waits for a person. */
export function dueFrom(now: Date, { reviewDeadlineMinutes }: Policy): Date {
  return new Date(now.getTime() + reviewDeadlineMinutes * minuteMs);
}

/** The draft as it stands, locked; `not_found`, or `conflict` when other words have taken its place. */
export async function currentStanding(scope: Scope, draftId: string): Promise<Standing> {
  const draft = await getDraft(scope, draftId);
  const standing = draft?.chosen ? await lockStanding(scope, draft.decisionId) : null;
  if (!draft || (draft.chosen && !standing)) throw new AppError("not_found", "There is no such draft.");
  if (!standing) throw new AppError("conflict", "This draft was never meant to be sent.");
  if (standing.draft.id !== draftId) throw new AppError("conflict", "Newer words have taken the place of this draft.");
  return standing;
}

/** What an act came to: its row, and where it left the draft. */
export type Acted = { reviewId: string; state: LifeKind };

/** Takes one's own verdict back: an approval until the message is under way, a rejection until the deadline. */
export function undoReview(tenantId: string, { draftId }: { draftId: string }, by: By, now: Date): Promise<Acted> {
  return actOn(tenantId, { draftId, by, kind: "undone" }, now);
}

/** Keeps a cleared message from leaving, which somebody may let go again later; `conflict` when it is under way. */
export function takeBack(tenantId: string, { draftId }: { draftId: string }, by: By, now: Date): Promise<Acted> {
  return actOn(tenantId, { draftId, by, kind: "taken_back" }, now);
}

/** Lets go what was taken back, by what had cleared it. */
export function release(tenantId: string, { draftId }: { draftId: string }, by: By, now: Date): Promise<Acted> {
  return actOn(tenantId, { draftId, by, kind: "released" }, now);
}

type Asked = { draftId: string; by: By; kind: "undone" | "taken_back" | "released" };

async function actOn(tenantId: string, asked: Asked, now: Date): Promise<Acted> {
  const done = await withJobScope(tenantId, (scope) => act(scope, asked, now));
  const { decisionId, ...acted } = done;
  // The act is stored; if the runner cannot be told now, the sweep tells it.
  await announce([{ name: "draft/reviewed", data: { tenantId, decisionId } }]).catch(() => undefined);
  return acted;
}

async function act(
  scope: Scope,
  { draftId, by: said, kind }: Asked,
  now: Date,
): Promise<Acted & { decisionId: string }> {
  const standing = await currentStanding(scope, draftId);
  const { by, viaKeyId } = await answering(scope, said);
  const policy = await getPolicy(scope);
  const until = kind === "taken_back" ? heldUntil(standing, policy) : kind === "undone" ? dueFrom(now, policy) : null;
  const events: Record<Asked["kind"], LifeEvent> = {
    undone: { kind: "undone", by, at: now, dueAt: until ?? now, hasEnded: storedLife(standing).ended !== null },
    taken_back: { kind: "taken_back", by, until: until ?? now },
    released: { kind: "released", by, at: now },
  };
  const life = advance(standing.life, events[kind]);
  if (life.kind === "refused") throw refusalError(life, standing.life);
  await leaveQueue(scope, standing, kind);
  if (kind === "undone" && standing.life.kind !== "rejected" && until) await setReviewDue(scope, draftId, until);
  const reviewId = await storeAct(scope, standing, { act: { kind, viaKeyId, until }, by, leaves: life.kind, now });
  const action = kind === "taken_back" ? "draft.taken_back" : `draft.${kind}`;
  await recordAudit(scope, { actor: said, action, subjectId: draftId, now });
  return { reviewId, state: life.kind, decisionId: standing.decision.id };
}

/** Whatever is queued leaves the queue with the act; a claim that came a moment earlier wins. */
export async function leaveQueue(scope: Scope, { life, message }: Standing, reason: string): Promise<void> {
  if (life.kind !== "scheduled" || !message) return;
  if (!(await unqueueMessage(scope, message.id, reason)))
    throw new AppError("conflict", "The message is being sent right now.");
}
