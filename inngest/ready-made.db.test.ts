import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { currentTime } from "#db/clock.ts";
import { carts } from "#db/schema/carts.ts";
import { contacts } from "#db/schema/contacts.ts";
import { drafts } from "#db/schema/messages.ts";
import { enrollments } from "#db/schema/sequences.ts";
import { orderTriggers, visits } from "#db/schema/triggers.ts";
import { publishGraph } from "#db/sequence-publication.ts";
import { readyMadeSequences } from "#domain/sequence/ready-made.ts";
import type { SequenceGraph } from "#domain/sequence-graph.ts";
import { enrollOrder } from "./enroll-order.ts";
import { enrollTriggeringOrders } from "./enroll-triggered.ts";
import { enrollVisit } from "./enroll-visit.ts";
import { type ReviewInput, reviewDraft } from "./review-draft.ts";
import { type House, openHouse } from "./testing/house.ts";
import { rowsOf, sentOf } from "./testing/story.ts";
import { createLadderTenant, type TestTenant } from "./testing/tenant.ts";
import { cartUpdated, lamp, orderPlaced, sendShopEvent } from "./testing/webhooks.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house?.close());

const hour = 60;
const day = 24 * hour;
const mia = { email: "mia@example.com", firstName: "Mia", acceptsMarketing: true };

async function tenantRunning(key: string, holdoutShare = 0): Promise<TestTenant> {
  const tenant = await createLadderTenant(await currentTime(), { holdoutShare });
  const made = readyMadeSequences("EUR").find((one) => one.key === key);
  if (!made) throw new Error(`no ready-made sequence is called ${key}`);
  await publish(tenant, made.graph);
  return tenant;
}

async function publish(tenant: TestTenant, graph: SequenceGraph): Promise<void> {
  const now = await currentTime();
  const { sequenceId } = tenant;
  expect(await rowsOf(tenant, (scope) => publishGraph(scope, { sequenceId, graph }, null, now))).toMatchObject({
    kind: "published",
  });
}

const cart = async (tenant: TestTenant, more: { quantity?: number; tags?: string[] } = {}) => {
  const person = { ...mia, ...(more.tags ? { tags: more.tags } : {}) };
  const lines = [{ ...lamp, quantity: more.quantity ?? 1 }];
  await sendShopEvent(tenant, cartUpdated("cart-1", person, await currentTime(), lines));
};
const order = async (tenant: TestTenant, id = "501", at?: Date, customer = mia) =>
  sendShopEvent(tenant, orderPlaced(id, { customer, tokens: [], total: 12_000 }, at ?? (await currentTime())));
const view = async (tenant: TestTenant, product: object = { id: "lamp", title: "Aurora lamp", price: 12_000 }) =>
  sendShopEvent(tenant, { type: "product.viewed", data: { customer: mia, product } });

const openDrafts = (tenant: TestTenant) => rowsOf(tenant, (scope) => scope.db.select().from(drafts));
const runsOf = (tenant: TestTenant) => rowsOf(tenant, (scope) => scope.db.select().from(enrollments));

type Case = {
  key: string;
  arrive: (tenant: TestTenant) => Promise<unknown>;
  after: number[];
  says: string;
  why: string;
};

const left = "because you left items";
const bought = "because you have ordered";
const ninetyDays = 90 * day * 60_000;
const cases: Case[] = [
  { key: "gentle-reminder", arrive: cart, after: [61, 4 * hour], says: "Aurora lamp", why: left },
  { key: "classic-ladder", arrive: cart, after: [61, 2 * hour], says: "Aurora lamp", why: left },
  { key: "five-steps", arrive: cart, after: [61, 2 * hour], says: "Aurora lamp", why: left },
  { key: "first-time", arrive: cart, after: [61, 3 * hour], says: "", why: left },
  {
    ...{ key: "returning", after: [61, 4 * hour], says: "Aurora lamp", why: left },
    arrive: async (tenant) => {
      await order(tenant, "old", new Date((await currentTime()).getTime() - 40 * day * 60_000));
      await cart(tenant);
    },
  },
  { key: "vip", arrive: (tenant) => cart(tenant, { tags: ["vip"] }), after: [61, 6 * hour], says: "", why: left },
  {
    key: "browse",
    arrive: (tenant) => view(tenant),
    after: [61, day],
    says: "Aurora lamp",
    why: "looked at its products",
  },
  { key: "post-purchase", arrive: (tenant) => order(tenant), after: [hour], says: "Aurora lamp", why: bought },
  {
    ...{ key: "win-back", after: [15], says: "Aurora lamp", why: bought },
    arrive: async (tenant) =>
      order(tenant, "501", new Date((await currentTime()).getTime() - ninetyDays + 10 * 60_000)),
  },
];

describe("ready-made sequences", { timeout: 300_000 }, () => {
  test.each(cases)(
    "$key: its trigger brings the first message to the outbox",
    async ({ key, arrive, after, says, why }) => {
      const tenant = await tenantRunning(key);
      await arrive(tenant);
      await house.advance(1);
      for (const minutes of after) await house.advance(minutes);
      await house.advance(2);
      const [mail, ...others] = await sentOf(tenant);
      expect(others).toEqual([]);
      expect(mail).toMatchObject({ toAddress: mia.email });
      expect(mail?.text).toContain(says);
      expect(mail?.text).toContain(why);
      if (why !== left) expect(mail?.text).not.toMatch(/\bcart\b/i);
    },
  );

  test("high-value: the note waits for a person, and leaves once it is approved", async () => {
    const tenant = await tenantRunning("high-value");
    await cart(tenant, { quantity: 3 });
    await house.advance(1);
    await house.advance(61);
    await house.advance(hour);
    await house.advance(day);
    expect(await sentOf(tenant)).toEqual([]);
    const [draft, ...others] = await openDrafts(tenant);
    expect(others).toEqual([]);
    const input = {
      draftId: draft?.id ?? "",
      verdict: "approved" as const,
      reason: "fine",
      wordsHash: draft?.wordsHash,
    };
    await reviewDraft(tenant.tenantId, input as ReviewInput, { kind: "member", id: "mem_ann" }, await currentTime());
    await house.advance(2);
    await house.advance(day);
    expect(await sentOf(tenant)).toMatchObject([{ toAddress: mia.email }]);
  });

  test("post-purchase runs to its end, each message for its own purpose, and a cancelled order ends it", async () => {
    const tenant = await tenantRunning("post-purchase");
    await order(tenant);
    await order(tenant, "502", undefined, { ...mia, email: "noa@example.com" });
    await house.advance(1);
    await house.advance(hour + 1);
    const { data } = orderPlaced("502", { customer: mia, tokens: [], total: 12_000 }, await currentTime());
    await sendShopEvent(tenant, { type: "order.updated", data: { ...data, customer: undefined, status: "cancelled" } });
    for (const days of [3, 11, 10, 21, 1]) {
      await house.advance(days * day);
      await house.advance(5);
    }
    const purposes = (await openDrafts(tenant)).map((draft) => draft.brief?.purpose);
    expect(purposes.sort()).toEqual(["complement", "review", "thanks", "thanks", "tips"]);
    const reasons = (await runsOf(tenant)).map((run) => run.closeReason).sort();
    expect(reasons).toEqual(["finished", "order_cancelled"]);
  });
});

describe("triggers", { timeout: 300_000 }, () => {
  test("two at once and a replay let an order's person in once, and a holdout is sent nothing", async () => {
    const tenant = await tenantRunning("post-purchase", 100);
    await order(tenant);
    await order(tenant);
    await house.advance(2);
    const [run, ...others] = await runsOf(tenant);
    expect(others).toEqual([]);
    expect(run).toMatchObject({ triggerKind: "order_placed", armKind: "holdout" });
    const trigger = { sequenceId: tenant.sequenceId, orderId: run?.triggerId ?? "", kind: "order_placed" as const };
    const now = await currentTime();
    await rowsOf(tenant, (scope) => scope.db.delete(orderTriggers));
    const twice = await Promise.all([1, 2, 3].map(() => enrollOrder(tenant.tenantId, trigger, now)));
    expect(twice.flat()).toEqual([]);
    expect(await runsOf(tenant)).toHaveLength(1);
    expect((await enrollTriggeringOrders(now)).found).toBe(0);
    await house.advance(2 * hour);
    expect(await sentOf(tenant)).toEqual([]);
  });

  test("takes in no order from before it was live, and none that is history", async () => {
    const tenant = await createLadderTenant(await currentTime());
    await order(tenant);
    await house.advance(1);
    const made = readyMadeSequences("EUR").find((one) => one.key === "post-purchase");
    if (made) await publish(tenant, made.graph);
    await order(tenant, "old", new Date((await currentTime()).getTime() - 5 * day * 60_000));
    await house.advance(2);
    expect(await runsOf(tenant)).toEqual([]);
  });

  test("a visit that ended in a cart, without consent, or with nothing to show, lets nobody in, and says why", async () => {
    const carted = await tenantRunning("browse");
    await view(carted);
    await cart(carted);
    const nothing = await tenantRunning("browse");
    await view(nothing, { id: "unknown" });
    const silent = await tenantRunning("browse");
    const { acceptsMarketing: _, ...unasked } = mia;
    await sendShopEvent(silent, {
      type: "product.viewed",
      data: { customer: unasked, product: { id: "a", title: "A" } },
    });
    await house.advance(1);
    await house.advance(61);
    await house.advance(2);
    const refusals = await Promise.all(
      [carted, nothing, silent].map(async (tenant) => {
        const [visit] = await rowsOf(tenant, (scope) => scope.db.select().from(visits));
        return visit?.refusal;
      }),
    );
    expect(refusals).toEqual(["carted", "nothing_to_show", "no_consent"]);
    expect((await runsOf(nothing)).length + (await runsOf(silent)).length).toBe(0);
  });

  test("an order ends a browse sequence and a win-back at once, and not its own", async () => {
    const browsing = await tenantRunning("browse");
    await view(browsing);
    const absent = await tenantRunning("win-back");
    await order(absent, "501", new Date((await currentTime()).getTime() - ninetyDays + 10 * 60_000));
    await house.advance(1);
    await house.advance(61);
    await house.advance(2);
    for (const tenant of [browsing, absent]) {
      expect(await runsOf(tenant)).toMatchObject([{ closedAt: null }]);
      await order(tenant, "900");
    }
    await house.advance(1);
    for (const tenant of [browsing, absent]) expect(await runsOf(tenant)).toMatchObject([{ closeReason: "ordered" }]);
  });

  test("a visit is one trigger however often it is settled, and its stand-in is no cart of anybody", async () => {
    const tenant = await tenantRunning("browse");
    await view(tenant);
    await house.advance(1);
    await house.advance(61);
    const [run] = await runsOf(tenant);
    const now = await currentTime();
    await Promise.all([1, 2].map(() => enrollVisit(tenant.tenantId, run?.triggerId ?? "", now)));
    expect(await runsOf(tenant)).toHaveLength(1);
    const [stand] = await rowsOf(tenant, (scope) =>
      scope.db
        .select()
        .from(carts)
        .innerJoin(contacts, eq(contacts.id, carts.contactId))
        .where(and(eq(carts.standsFor, "visit"))),
    );
    expect(stand?.carts).toMatchObject({ total: 0, abandonedAt: null, orderedAt: null });
  });
});
