import { type Scope, withJobScope } from "#db/scope.ts";
import { type Claimed, claimDeliveries, nextDueAt, unclaimDelivery } from "#db/webhook-deliveries.ts";
import { endpointSecrets, findEndpoint, lockEndpoint } from "#db/webhook-endpoints.ts";
import { deliverSystemMail } from "./deliver-system-mail.ts";
import { noticePause } from "./notice-pause.ts";
import { settleDelivery, tryDelivery } from "./try-delivery.ts";
import { type WebhookRules, webhookRules } from "./webhook-rules.ts";

type At = { tenantId: string; endpointId: string };
/** How many were tried, whether more is due at once, and the next instant that is worth an announcement. */
export type Pass = { tried: number; more: boolean; nextMs: number | null };

const batch = 20;
/** A pass that began so long ago by the real clock begins nothing more: its step must end. */
const longestPassMs = 30_000;
/** What is due later than this is found by the round of each minute. */
const soonMs = 60_000;

/**
 * One pass over an endpoint: claims what is due, posts it in its order, one after another, and keeps what came of each.
 * It ends early where the endpoint is paused by it, or must be left alone.
 */
export async function deliverToEndpoint(at: At, now: Date, rules: WebhookRules = webhookRules()): Promise<Pass> {
  const claimed = await claim(at, now);
  const begun = performance.now();
  let tried = 0;
  for (const [index, one] of claimed.entries()) {
    const isLate = index > 0 && performance.now() - begun >= (rules.passMs ?? longestPassMs);
    const goesOn = !isLate && (await deliver(at, one, rules, now));
    tried += isLate ? 0 : 1;
    if (goesOn) continue;
    await giveBack(at, claimed.slice(isLate ? index : index + 1), now);
    break;
  }
  return besideQueue(at.tenantId, async (scope) => {
    const endpoint = await findEndpoint(scope, at.endpointId);
    const rests = !endpoint || endpoint.pausedAt !== null || (endpoint.quietUntil ?? now) > now;
    const nextAt = rests ? null : await nextDueAt(scope, at.endpointId);
    const wait = nextAt ? nextAt.getTime() - now.getTime() : Number.POSITIVE_INFINITY;
    return { tried, more: wait <= 0 && tried > 0, nextMs: wait < soonMs ? now.getTime() + wait : null };
  });
}

/** A queue is empty, or holds all that came in a day: what is asked of it is planned by that. */
function besideQueue<T>(tenantId: string, work: (scope: Scope) => Promise<T>): Promise<T> {
  return withJobScope(tenantId, work, { plans: "anew" });
}

function claim({ tenantId, endpointId }: At, now: Date): Promise<Claimed[]> {
  return besideQueue(tenantId, async (scope) => {
    const endpoint = await findEndpoint(scope, endpointId);
    if (!endpoint || endpoint.pausedAt || (endpoint.quietUntil && endpoint.quietUntil > now)) return [];
    return claimDeliveries(scope, endpointId, batch, now);
  });
}

function giveBack({ tenantId }: At, claimed: Claimed[], now: Date): Promise<void> {
  return besideQueue(tenantId, async (scope) => {
    for (const { id } of claimed) await unclaimDelivery(scope, id, now);
  });
}

/** Whether the pass goes on after it. */
async function deliver(
  { tenantId, endpointId }: At,
  claimed: Claimed,
  rules: WebhookRules,
  now: Date,
): Promise<boolean> {
  const to = await besideQueue(tenantId, async (scope) => {
    const endpoint = await findEndpoint(scope, endpointId);
    return endpoint && { url: endpoint.url, secrets: await endpointSecrets(scope, endpointId, now) };
  });
  if (!to || to.secrets.length === 0) return false;
  const tried = await tryDelivery(claimed, to, rules);
  const settled = await besideQueue(tenantId, async (scope) => {
    // Removed while it was posted to: there is nothing left to be kept of it.
    if (!(await findEndpoint(scope, endpointId))) return { goesOn: false, mails: [] };
    const endpoint = await lockEndpoint(scope, endpointId);
    const { reached, paused } = await settleDelivery(scope, endpoint, { claimed, tried, chance: rules.chance }, now);
    const mails = paused ? await noticePause(scope, endpoint, paused, now) : [];
    return { goesOn: reached && !paused && !endpoint.pausedAt, mails };
  });
  for (const mail of settled.mails) await deliverSystemMail(tenantId, mail);
  return settled.goesOn;
}
