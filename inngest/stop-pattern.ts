import { recordAudit } from "#db/audit.ts";
import { lockStanding, type Standing, storeAct } from "#db/lives.ts";
import { unqueueMessage } from "#db/messages.ts";
import { endStop, heldByStop, openStop, queuedOfPattern, recordStop } from "#db/pattern-stops.ts";
import type { Scope } from "#db/scope.ts";
import { getPolicy } from "#db/tenants.ts";
import { AppError } from "#domain/app-error.ts";
import { advance } from "#domain/review.ts";
import { heldUntil } from "./act-on-draft.ts";
import type { Announcement } from "./events.ts";
import type { By } from "./reviewer.ts";

const most = 10_000;

/**
 * Keeps words of one pattern from leaving: what is queued of it is taken back at once, and what is cleared later is held.
 * What is under way already cannot be called back. Returns how many were taken back; `conflict` when it is stopped already.
 */
export async function stopPattern(
  scope: Scope,
  { pattern, reason }: { pattern: string; reason: string },
  by: By,
  now: Date,
): Promise<{ takenBack: number }> {
  const fresh = await recordStop(scope, { pattern, reason, byId: by.id }, now);
  if (!fresh) throw new AppError("conflict", "This pattern is stopped already.");
  const stop = await openStop(scope, pattern);
  let takenBack = 0;
  for (const decisionId of await queuedOfPattern(scope, pattern, most)) {
    const standing = await lockStanding(scope, decisionId);
    if (standing && stop && (await holdByStop(scope, standing, stop, now))) takenBack += 1;
  }
  const change = { pattern, reason, takenBack };
  await recordAudit(scope, { actor: by, action: "pattern.stopped", subjectId: stop?.id, change, now });
  return { takenBack };
}

/** Takes back what a stop keeps from leaving; false when it is under way or was not cleared. */
export async function holdByStop(
  scope: Scope,
  standing: Standing,
  stop: { reason: string },
  now: Date,
): Promise<boolean> {
  const until = heldUntil(standing, await getPolicy(scope));
  const by = { kind: "policy" } as const;
  const life = advance(standing.life, { kind: "taken_back", by, until });
  if (life.kind === "refused") return false;
  const queued = standing.life.kind === "scheduled" && standing.message;
  if (queued && !(await unqueueMessage(scope, queued.id, "pattern_stopped"))) return false;
  await storeAct(scope, standing, {
    act: { kind: "taken_back", reason: stop.reason, until },
    by,
    leaves: life.kind,
    now,
  });
  return true;
}

/**
 * Lets words of a pattern leave again, and with them what its stop alone had held. Returns the announcements that bring them
 * back into the queue; `conflict` when it was not stopped.
 */
export async function resumePattern(
  scope: Scope,
  { pattern }: { pattern: string },
  by: By,
  now: Date,
): Promise<Announcement[]> {
  const stop = await openStop(scope, pattern);
  if (!stop || !(await endStop(scope, pattern, by.id, now)))
    throw new AppError("conflict", "This pattern is not stopped.");
  const announcements: Announcement[] = [];
  for (const decisionId of await heldByStop(scope, pattern, most)) {
    const standing = await lockStanding(scope, decisionId);
    const life = standing && advance(standing.life, { kind: "released", by, at: now });
    if (!standing || !life || life.kind === "refused") continue;
    await storeAct(scope, standing, { act: { kind: "released" }, by, leaves: life.kind, now });
    announcements.push({ name: "draft/reviewed", data: { tenantId: scope.tenantId, decisionId } });
  }
  const change = { pattern, released: announcements.length };
  await recordAudit(scope, { actor: by, action: "pattern.resumed", subjectId: stop.id, change, now });
  return announcements;
}
