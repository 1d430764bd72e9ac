import { eq } from "drizzle-orm";
import { acrossTenantsMarkAbandoned } from "#db/across-tenants-jobs.ts";
import { closeEnrollment, closeEnrollmentsOf } from "#db/enrollments.ts";
import { newId } from "#db/ids.ts";
import { saveOrder } from "#db/orders.ts";
import { touchpoints } from "#db/schema/attribution.ts";
import { carts } from "#db/schema/carts.ts";
import { messages } from "#db/schema/messages.ts";
import { policies } from "#db/schema/tenants.ts";
import { type Scope, withScope } from "#db/scope.ts";
import { suppress } from "#db/suppressions.ts";
import type { Shopper } from "#domain/sequence/rehearsal.ts";
import type { WalkEvent } from "#domain/sequence/walk.ts";
import type { Reaction } from "#domain/sequence/walk-through.ts";
import { messageSteps, type SequenceGraph } from "#domain/sequence-graph.ts";
import type { TimingPolicy } from "#domain/timing/timing-policy.ts";
import { platforms } from "#integrations/platforms.ts";
import { decideStep } from "../decide-step.ts";
import { enrollCart } from "../enroll-cart.ts";
import { leaveStep } from "../leave-step.ts";
import { takeTurn } from "../take-turn.ts";
import { storeCart } from "./queue.ts";
import { createLadderTenant, type TestTenant } from "./tenant.ts";
import { orderPlaced } from "./webhooks.ts";

/** Something that a shopper does so long after the abandonment, or after the message was sent that it is about, by its place. */
export type Act = {
  kind: "opens" | "clicks" | "changes_cart" | "orders" | "unsubscribes" | "empties_cart";
  minutes: number;
  message: number;
};

export type Lived = TestTenant & { cartId: string; enrollmentId: string; startedAt: Date };

const email = "mia@example.com";
const hour = 3_600_000;
const atOf = (act: Act, startedAt: Date) => new Date(startedAt.getTime() + act.minutes * 60_000);

/** A tenant of its own whose one cart has just entered a sequence. */
export async function openWalk(
  startedAt: Date,
  timing: TimingPolicy,
  publish: (scope: Scope, sequenceId: string) => Promise<string>,
): Promise<Lived> {
  const tenant = await createLadderTenant(new Date(startedAt.getTime() - 5 * hour), { policy: { expiryDays: 12 } });
  const { tenantId, sequenceId } = tenant;
  const { sendRules, frequencyCaps, backOnSite, bestHour } = timing;
  await withScope(tenantId, async (scope) => {
    await scope.db.update(policies).set({ sendRules, frequencyCaps, backOnSite, bestHour });
    await publish(scope, sequenceId);
  });
  const cartId = await storeCart(tenant, email, new Date(startedAt.getTime() - hour));
  await acrossTenantsMarkAbandoned([{ tenantId, id: cartId, abandonedAt: startedAt }]);
  const announced = await enrollCart(tenantId, cartId, startedAt);
  const enrollmentId = announced.find(({ name }) => name === "enrollment/started")?.data.enrollmentId;
  if (!enrollmentId) throw new Error("the cart did not enter");
  return { ...tenant, cartId, enrollmentId, startedAt };
}

/** Lets the job's own verbs walk one enrollment to its end, while the shopper does what the story says. */
export async function liveThrough(walk: Lived, graph: SequenceGraph, story: Act[]): Promise<void> {
  const { tenantId, enrollmentId, startedAt } = walk;
  let left = story
    .filter((act) => messageOf(graph, act) === null)
    .map((act) => ({ at: atOf(act, startedAt), does: () => happen(walk, act) }));
  let now = startedAt;
  const sleepTill = async (until: Date) => {
    const due = left.filter(({ at }) => at <= until).toSorted((one, other) => one.at.getTime() - other.at.getTime());
    left = left.filter(({ at }) => at > until);
    for (const { does } of due) await does();
    now = until;
  };
  for (let taken = 0; taken < 2_000; taken++) {
    const turn = await takeTurn(tenantId, enrollmentId, now);
    if (turn.kind === "over") return;
    if (turn.kind === "sleep") await sleepTill(new Date(turn.until));
    if (turn.kind === "notify") await leaveStep({ ...walk, stepId: turn.stepId }, { kind: "told", outcome: "1" }, now);
    if (turn.kind !== "send") continue;
    for (;;) {
      const answer = await decideStep(tenantId, enrollmentId, turn.position, now);
      if (answer.kind === "stop") return;
      if (answer.kind === "send") break;
      await sleepTill(new Date(answer.until));
    }
    const message = await send(walk, turn.position, now);
    for (const act of story.filter((one) => messageOf(graph, one) === turn.stepId)) {
      const at = atOf(act, now);
      left.push({ at, does: () => react(walk, { ...message, kind: act.kind, at }) });
    }
    await leaveStep({ ...walk, stepId: turn.stepId }, { kind: "written", outcome: null }, now);
  }
  throw new Error("the walk did not end");
}

function messageOf(graph: SequenceGraph, { kind, message }: Act): string | null {
  const steps = messageSteps(graph);
  if (kind !== "opens" && kind !== "clicks") return null;
  return steps[message % Math.max(1, steps.length)]?.id ?? null;
}

type Sent = { messageId: string; contactId: string };

/** As if drafted, let go and delivered at once. */
async function send({ tenantId, enrollmentId, cartId }: Lived, position: number, now: Date): Promise<Sent> {
  const id = newId("message", now);
  return withScope(tenantId, async (scope) => {
    const [cart] = await scope.db.select().from(carts).where(eq(carts.id, cartId));
    const contactId = cart?.contactId ?? "";
    await scope.db.insert(messages).values({
      ...{ tenantId, id, decisionId: id, channel: "email", enrollmentId, cartId, contactId, draftId: id, position },
      ...{ toAddress: email, fromAddress: "hello@shop.example", subject: "Your cart", headers: {}, status: "sent" },
      ...{ dueAt: now, sentAt: now, createdAt: now },
    });
    return { messageId: id, contactId };
  });
}

async function react({ tenantId, enrollmentId }: Lived, { kind, ...act }: Sent & { kind: Act["kind"]; at: Date }) {
  const row = { tenantId, clickId: newId("click", act.at), enrollmentId, ...act };
  await withScope(tenantId, (scope) =>
    scope.db.insert(touchpoints).values({ ...row, kind: kind === "clicks" ? "click" : "open" }),
  );
}

async function happen({ tenantId, shopId, cartId, enrollmentId, startedAt }: Lived, act: Act): Promise<void> {
  const now = atOf(act, startedAt);
  await withScope(tenantId, async (scope) => {
    const [cart] = await scope.db.select().from(carts).where(eq(carts.id, cartId));
    if (act.kind === "changes_cart")
      await scope.db.update(carts).set({ lastActivityAt: now }).where(eq(carts.id, cartId));
    if (act.kind === "empties_cart") await scope.db.update(carts).set({ lines: [] }).where(eq(carts.id, cartId));
    if (act.kind === "unsubscribes") {
      await suppress(scope, { address: email, reason: "unsubscribed", messageId: null }, now);
      await closeEnrollmentsOf(scope, cart?.contactId ?? "", "suppressed", now);
    }
    if (act.kind !== "orders") return;
    const order = { customer: { email }, tokens: [`cart-${email}`], total: 12_000 };
    const body = Buffer.from(JSON.stringify(orderPlaced(`order-${act.minutes}`, order, now)));
    const said = platforms.custom.translate({ topic: "order.placed", body, shopCurrency: "EUR", receivedAt: now });
    for (const event of said.kind === "events" ? said.events : [])
      if (event.kind === "order") await saveOrder(scope, shopId, event.order, now);
    await closeEnrollment(scope, enrollmentId, "ordered", now);
  });
}

/** The same story as the rehearsal takes it: what decides, … */
export function shopperWith(shopper: Shopper, story: Act[], startedAt: Date): Shopper {
  const first = (kind: Act["kind"]) => {
    const [act] = story.filter((one) => one.kind === kind).toSorted((one, other) => one.minutes - other.minutes);
    return act ? atOf(act, startedAt) : null;
  };
  const seen = story.filter(({ kind }) => kind === "changes_cart");
  return {
    ...shopper,
    orderedAt: story.filter(({ kind }) => kind === "orders").map((act) => atOf(act, startedAt)),
    suppressedAt: first("unsubscribes"),
    emptiedAt: first("empties_cart"),
    seenAt: [...shopper.seenAt, ...seen.map((act) => atOf(act, startedAt))],
  };
}

/** … what a walk may wait for … */
export function eventsOf(story: Act[], startedAt: Date): WalkEvent[] {
  return story
    .filter(({ kind }) => kind === "changes_cart")
    .flatMap((act): WalkEvent[] => {
      const its = { at: atOf(act, startedAt), stepId: null };
      return [
        { name: "cart_changed", ...its },
        { name: "back_on_site", ...its },
      ];
    });
}

/** … and what the shopper does with a message once it is there. */
export function reactionsOf(graph: SequenceGraph, story: Act[]): Reaction[] {
  return story.flatMap((act): Reaction[] => {
    const stepId = messageOf(graph, act);
    return stepId && (act.kind === "opens" || act.kind === "clicks")
      ? [{ act: act.kind, stepId, minutes: act.minutes }]
      : [];
  });
}
