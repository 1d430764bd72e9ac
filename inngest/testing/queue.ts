import { eq } from "drizzle-orm";
import { acrossTenantsMarkAbandoned } from "#db/across-tenants-jobs.ts";
import { saveCart } from "#db/carts.ts";
import { messages } from "#db/schema/messages.ts";
import { withScope } from "#db/scope.ts";
import { platforms } from "#integrations/platforms.ts";
import { decideStep } from "../decide-step.ts";
import { draftStep } from "../draft-step.ts";
import { enrollCart } from "../enroll-cart.ts";
import { queueStep } from "../queue-step.ts";
import { settleReview } from "../settle-review.ts";
import type { TestTenant } from "./tenant.ts";
import { cartUpdated } from "./webhooks.ts";

const hour = 3_600_000;

export type Queued = { tenantId: string; id: string; email: string };

/** Brings carts to the first message of their ladder, queued, by the path's own verbs and without a runner. */
export async function queueFirstMessages(tenant: TestTenant, emails: string[], now: Date): Promise<Queued[]> {
  const queued: Queued[] = [];
  for (const email of emails) queued.push({ ...(await queueFirst(tenant, email, now)), email });
  return queued;
}

async function queueFirst(tenant: TestTenant, email: string, now: Date): Promise<{ tenantId: string; id: string }> {
  const { tenantId } = tenant;
  const abandonedAt = new Date(now.getTime() - 3 * hour);
  const cartId = await storeCart(tenant, email, new Date(now.getTime() - 4 * hour));
  await acrossTenantsMarkAbandoned([{ tenantId, id: cartId, abandonedAt }]);
  const [started] = await enrollCart(tenantId, cartId, now);
  const enrollmentId = started?.data.enrollmentId ?? "";
  if (!enrollmentId) throw new Error(`${email} was not enrolled`);
  const decided = await decideStep(tenantId, enrollmentId, 0, now);
  if (decided.kind !== "send") throw new Error(`the first step of ${email} is to ${decided.kind}`);
  await draftStep(tenantId, decided.decisionId, now);
  const settled = await settleReview(tenantId, decided.decisionId, now);
  const id = settled.kind === "send" ? await queueStep(tenantId, settled.draftId, now) : null;
  if (!id) throw new Error(`nothing was queued for ${email}`);
  return { tenantId, id };
}

export async function storeCart({ tenantId, shopId }: TestTenant, email: string, at: Date): Promise<string> {
  const body = Buffer.from(JSON.stringify(cartUpdated(`cart-${email}`, { email }, at)));
  const said = platforms.custom.translate({ topic: "cart.updated", body, shopCurrency: "EUR", receivedAt: at });
  const event = said.kind === "events" ? said.events[0] : undefined;
  if (event?.kind !== "cart") throw new Error("the event was not understood as a cart");
  return withScope(tenantId, async (scope) => {
    const { cartId } = await saveCart(scope, shopId, event.cart, at);
    return cartId;
  });
}

/** Messages of a tenant by address: what became of each. */
export async function statusByAddress(tenant: TestTenant): Promise<Record<string, string>> {
  const rows = await withScope(tenant.tenantId, (scope) =>
    scope.db.select().from(messages).where(eq(messages.tenantId, tenant.tenantId)),
  );
  return Object.fromEntries(rows.map((row) => [row.toAddress, row.status]));
}
