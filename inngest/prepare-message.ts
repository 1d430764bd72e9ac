import type { ClaimedMessage } from "#db/across-tenants-jobs.ts";
import { closeEnrollment } from "#db/enrollments.ts";
import { lockStanding, type Standing, storeAct } from "#db/lives.ts";
import {
  failMessage,
  getMessage,
  holdClaimed,
  type Message,
  postponeMessage,
  stopMessage,
  storePayload,
} from "#db/messages.ts";
import { type Scope, withJobScope } from "#db/scope.ts";
import { getPolicy } from "#db/tenants.ts";
import type { DraftLife } from "#domain/draft-life.ts";
import type { Revalidation } from "#domain/revalidation.ts";
import { advance } from "#domain/review.ts";
import type { OutgoingMail } from "#integrations/mailer.ts";
import { dueFrom } from "./act-on-draft.ts";
import { type Leaving, renderMessage } from "./render-message.ts";
import { replyAddress } from "./reply-address.ts";
import { revalidateDraft } from "./revalidate-draft.ts";

/** What a claimed message needs next: to be handed over, to be asked again later, to be written anew, or nothing. */
export type Prepared =
  | { kind: "mail"; tenantId: string; mail: OutgoingMail; claimed: ClaimedMessage }
  | { kind: "later"; tenantId: string; messageId: string; until: Date }
  | { kind: "stale"; tenantId: string; decisionId: string }
  | { kind: "none" };

/**
 * The last look of a try over fresh rows: asks the state machine whether these words may leave now, renders, and stores the
 * payload before the first try. `repeatable` says whether the mailer would know a message that it had before.
 */
export async function prepareMessage(claimed: ClaimedMessage, repeatable: boolean, now: Date): Promise<Prepared> {
  const looked = await withJobScope(claimed.tenantId, (scope) => look(scope, claimed, { repeatable, now }));
  if (looked.kind !== "leaves") return looked;
  // Whoever buys now is not kept waiting while we render; what they end is stopped as the batch leaves.
  return withJobScope(claimed.tenantId, (scope) => render(scope, looked, now));
}

type Leaves = Leaving & { kind: "leaves"; claimed: ClaimedMessage };

async function look(
  scope: Scope,
  claimed: ClaimedMessage,
  { repeatable, now }: { repeatable: boolean; now: Date },
): Promise<Prepared | Leaves> {
  const asked = await getMessage(scope, claimed.id);
  const standing = asked && (await lockStanding(scope, asked.decisionId));
  if (!standing?.message) return { kind: "none" };
  const { message } = standing;
  const { answer, loaded } = await revalidateDraft(scope, standing, now);
  const until = dueFrom(now, await getPolicy(scope));
  const life = advance(standing.life, { kind: "checked", attempt: claimed.attempts, answer, repeatable, until });
  const looked = { standing, message, answer, claimed };
  if (life.kind === "refused") return turnAway(scope, looked);
  if (life.kind === "scheduled" && life.claim && loaded)
    return { kind: "leaves", message, loaded, acts: standing.acts, claimed };
  return keepBack(scope, looked, { life, now });
}

type Looked = { standing: Standing; message: Message; answer: Revalidation; claimed: ClaimedMessage };

/** What ended stops; what was not cleared waits outside of the queue; what another try has taken over is left to it. */
async function turnAway(scope: Scope, { standing, message, claimed }: Looked): Promise<Prepared> {
  const { life } = standing;
  if (life.kind === "stopped") await stopMessage(scope, message.id, life.reason);
  else if (life.kind !== "sent" && message.attempts === claimed.attempts)
    await holdClaimed(scope, message.id, life.kind);
  return { kind: "none" };
}

/** Stores that a message may not leave now: it ends, waits for another hour, or its words are written anew. */
async function keepBack(
  scope: Scope,
  { standing, message, answer }: Looked,
  { life, now }: { life: DraftLife; now: Date },
): Promise<Prepared> {
  const { tenantId } = scope;
  if (life.kind === "scheduled") {
    const until = life.leavesAt;
    await postponeMessage(scope, message.id, answer.kind === "wait" ? answer.reason : "not_due", () => until);
    return { kind: "later", tenantId, messageId: message.id, until };
  }
  if (life.kind === "held" && life.back.kind === "stale") {
    await holdClaimed(scope, message.id, "stale");
    const act = { kind: "revalidated" as const, reason: "stale", changes: life.back.changes, until: life.until };
    await storeAct(scope, standing, { act, by: { kind: "policy" }, leaves: life.kind, now });
    return { kind: "stale", tenantId, decisionId: standing.decision.id };
  }
  if (life.kind === "stopped" && life.reason === "outcome_unknown") await failMessage(scope, message.id, life.reason);
  else if (life.kind === "stopped") await stopMessage(scope, message.id, life.reason);
  if (answer.kind === "stop" && life.kind === "stopped" && life.reason === answer.reason)
    await closeEnrollment(scope, standing.enrollment.id, answer, now);
  return { kind: "none" };
}

async function render(scope: Scope, leaves: Leaves, now: Date): Promise<Prepared> {
  const { message, claimed } = leaves;
  const payload = message.html ? null : await renderMessage(scope, leaves, now);
  if (!payload && !message.html) {
    await stopMessage(scope, message.id, "erased");
    return { kind: "none" };
  }
  const replyTo = payload ? await replyAddress(scope, message.id, leaves.loaded.cart.shopId) : message.replyTo;
  if (payload) await storePayload(scope, message.id, { ...payload, replyTo });
  const { tenantId } = scope;
  return { kind: "mail", tenantId, mail: toMail(tenantId, { ...message, ...payload, replyTo }), claimed };
}

function toMail(tenantId: string, message: Message): OutgoingMail {
  return {
    id: message.id,
    to: message.toAddress,
    from: message.fromAddress,
    replyTo: message.replyTo,
    subject: message.subject,
    html: message.html ?? "",
    text: message.text ?? "",
    headers: message.headers,
    tags: { tenant_id: tenantId, message_id: message.id },
  };
}
