import { asc, eq } from "drizzle-orm";
import { acrossTenantsMarkAbandoned } from "#db/across-tenants-jobs.ts";
import { saveCart } from "#db/carts.ts";
import { lockStanding, type Standing } from "#db/lives.ts";
import { drafts, messages } from "#db/schema/messages.ts";
import { withScope } from "#db/scope.ts";
import { platforms } from "#integrations/platforms.ts";
import { decideStep } from "../decide-step.ts";
import { deliverMessages } from "../deliver-messages.ts";
import { draftStep } from "../draft-step.ts";
import { enrollCart } from "../enroll-cart.ts";
import { queueStep } from "../queue-step.ts";
import { settleReview } from "../settle-review.ts";
import type { TestTenant } from "./tenant.ts";
import { cartUpdated } from "./webhooks.ts";

const hourMs = 3_600_000;

export type Told = { tenant: TestTenant; email: string; decisionId: string; enrollmentId: string };

/** Tells of a cart as its shop does. */
export async function tellCart(
  { tenantId, shopId }: TestTenant,
  email: string,
  { at, lines }: { at: Date; lines?: object[] },
): Promise<string> {
  const body = Buffer.from(JSON.stringify(cartUpdated(`cart-${email}`, { email }, at, lines)));
  const said = platforms.custom.translate({ topic: "cart.updated", body, shopCurrency: "EUR", receivedAt: at });
  const event = said.kind === "events" ? said.events[0] : undefined;
  if (event?.kind !== "cart") throw new Error("the event was not understood as a cart");
  return withScope(tenantId, async (scope) => (await saveCart(scope, shopId, event.cart, at)).cartId);
}

/** Brings a cart to the draft of its first message by the path's own verbs, without a runner. */
export async function draftFirst(tenant: TestTenant, email: string, now: Date): Promise<Told> {
  const { tenantId } = tenant;
  const cartId = await tellCart(tenant, email, { at: new Date(now.getTime() - 4 * hourMs) });
  await acrossTenantsMarkAbandoned([{ tenantId, id: cartId, abandonedAt: new Date(now.getTime() - 3 * hourMs) }]);
  const [started] = await enrollCart(tenantId, cartId, now);
  const enrollmentId = started?.data.enrollmentId ?? "";
  const decided = await decideStep(tenantId, enrollmentId, 0, now);
  if (decided.kind !== "send") throw new Error(`the first step of ${email} is to ${decided.kind}`);
  await draftStep(tenantId, decided.decisionId, now);
  return { tenant, email, decisionId: decided.decisionId, enrollmentId };
}

/** The rows of a decision and where they stand. */
export async function standingOf({ tenant, decisionId }: Told): Promise<Standing> {
  const standing = await withScope(tenant.tenantId, (scope) => lockStanding(scope, decisionId));
  if (!standing) throw new Error("there is no draft");
  return standing;
}

/** What the jobs do of themselves at a moment: settle, write anew what is stale, queue what is cleared, hand over what is due. */
export async function work(told: Told, now: Date): Promise<string> {
  const { decisionId, tenant } = told;
  const { tenantId } = tenant;
  let settled = await settleReview(tenantId, decisionId, now);
  if (settled.kind === "rewrite") {
    await draftStep(tenantId, decisionId, now);
    settled = await settleReview(tenantId, decisionId, now);
  }
  const id = settled.kind === "send" ? await queueStep(tenantId, settled.draftId, now) : null;
  if (id) await deliverMessages([{ tenantId, id }], `run-${now.getTime()}`, now);
  return settled.kind;
}

export const messagesOf = ({ tenant, decisionId }: Told) =>
  withScope(tenant.tenantId, (scope) => scope.db.select().from(messages).where(eq(messages.decisionId, decisionId)));

export const draftsOf = ({ tenant, decisionId }: Told) =>
  withScope(tenant.tenantId, (scope) =>
    scope.db.select().from(drafts).where(eq(drafts.decisionId, decisionId)).orderBy(asc(drafts.attempt)),
  );
