import { reviewWebhookSecret } from "#db/review-webhooks.ts";
import { withJobScope } from "#db/scope.ts";
import { isPaused } from "#db/sequence-pause.ts";
import { env } from "#env";
import { outcomeText, type PostRules, postWebhook } from "#integrations/webhooks.ts";
import { leaveStep, standingAt } from "./leave-step.ts";

const mostCalls = 3;

/**
 * Posts to an address of the tenant's that a shopper has come to a step: ids, never what is known of a person. Every try
 * carries the same id, by which the receiver knows a repetition. After the last try the walk goes on whatever came of it;
 * false asks to be called again, `held` says that the sequence rests since the turn.
 */
export async function callWebhook(
  at: { tenantId: string; enrollmentId: string },
  call: { stepId: string; url: string; asked: number },
  now: Date,
  rules: PostRules = { allowPrivate: env().ALLOW_PRIVATE_ADDRESSES },
): Promise<boolean | "held"> {
  const { tenantId, enrollmentId } = at;
  const { stepId, url, asked } = call;
  const found = await withJobScope(tenantId, async (scope) => {
    const standing = await standingAt(scope, enrollmentId, stepId);
    if (!standing) return null;
    if (await isPaused(scope, standing.sequenceId)) return "held";
    return { standing, secret: await reviewWebhookSecret(scope) };
  });
  if (!found) return true;
  if (found === "held") return found;
  const { contactId, cartId, sequenceId } = found.standing;
  const data = { sequenceId, stepId, enrollmentId, contactId, cartId };
  const payload = { type: "sequence.step", timestamp: now.toISOString(), data };
  const id = `walk_${enrollmentId}_${stepId}`;
  const { secret } = found;
  const outcome = secret
    ? outcomeText(await postWebhook({ id, url, secrets: [secret], at: new Date(), payload }, rules))
    : "no_secret";
  if (secret && outcome !== "ok" && asked < mostCalls) return false;
  await leaveStep({ ...at, stepId }, { kind: "called", outcome }, now);
  return true;
}
