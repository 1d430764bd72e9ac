import type { ClaimedMessage } from "#db/across-tenants-jobs.ts";
import { lockStanding } from "#db/lives.ts";
import { failMessage, getMessage, keepClaimed, postponeMessage } from "#db/messages.ts";
import { type Scope, withJobScope } from "#db/scope.ts";
import type { LifeEvent } from "#domain/draft-life.ts";
import { advance } from "#domain/review.ts";
import type { MailResult } from "#integrations/mailer.ts";
import type { Announcement } from "./events.ts";

const retryMinutes = [1, 5, 15, 60, 240];

type Unhappy = Exclude<MailResult, { kind: "accepted" }> | undefined;
type At = { repeatable: boolean; now: Date };

/**
 * Stores that the provider refused a message, or gave no answer. A try that another has taken over meanwhile has no say.
 * Returns the announcement of the next try.
 */
export function storeAnswer(claimed: ClaimedMessage, result: Unhappy, at: At): Promise<Announcement[]> {
  return withJobScope(claimed.tenantId, async (scope) => {
    const message = await getMessage(scope, claimed.id);
    const standing = message && (await lockStanding(scope, message.decisionId));
    if (!standing) return [];
    const again =
      result?.kind === "refused" ? null : nextTry(claimed.attempts, result?.retryAfterSeconds ?? null, at.now);
    const { attempts: attempt } = claimed;
    const event: LifeEvent =
      result?.kind === "refused"
        ? { kind: "refused", attempt }
        : { kind: "unanswered", attempt, repeatable: at.repeatable, again };
    if (advance(standing.life, event).kind === "refused") return [];
    return store(scope, claimed, { result, again, at });
  });
}

/** Without an answer the provider may have the mail: where it tells a repeat by the batch, the batch stays as it is. */
async function store(
  scope: Scope,
  { id }: ClaimedMessage,
  { result, again: until, at }: { result: Unhappy; again: Date | null; at: At },
): Promise<Announcement[]> {
  const reason = result?.reason ?? "no_answer";
  if (!until) {
    await failMessage(scope, id, reason);
    return [];
  }
  const alone = result?.kind === "retry" && result.alone;
  if (at.repeatable) await keepClaimed(scope, id, { reason, claim: alone ? id : null }, () => until);
  else await postponeMessage(scope, id, reason, () => until);
  return again(scope.tenantId, id, until);
}

function nextTry(attempts: number, seconds: number | null, now: Date): Date | null {
  const minutes = retryMinutes[attempts - 1];
  if (minutes === undefined) return null;
  return new Date(now.getTime() + (seconds === null ? minutes * 60_000 : seconds * 1_000));
}

/** The announcement of a message that is asked about again later. */
export function again(tenantId: string, messageId: string, until: Date): Announcement[] {
  return [{ name: "message/queued", data: { tenantId, messageId }, ts: until.getTime() }];
}
