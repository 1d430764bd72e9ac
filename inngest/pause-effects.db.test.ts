import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readCartClock } from "#db/cart-clock-views.ts";
import { currentTime } from "#db/clock.ts";
import { createMember } from "#db/members.ts";
import { saveReviewWebhook } from "#db/review-webhooks.ts";
import { contacts } from "#db/schema/contacts.ts";
import { systemMails } from "#db/schema/messages.ts";
import { enrollments } from "#db/schema/sequences.ts";
import { pauseSequence, resumeSequence } from "#db/sequence-pause.ts";
import { publishAsVersion } from "#db/sequences.ts";
import { readWalk } from "#db/walks.ts";
import { graph, message, waitFromEntry } from "#domain/sequence/testing/graphs.ts";
import { messagesAsSteps } from "#domain/sequence/walk-order.ts";
import type { GraphStep } from "#domain/sequence-graph.ts";
import { callWebhook } from "./call-webhook.ts";
import { announce, freedAnnouncements } from "./events.ts";
import { takeTurn } from "./take-turn.ts";
import { tellMember } from "./tell-member.ts";
import { type House, openHouse } from "./testing/house.ts";
import { openReceiver } from "./testing/receiver.ts";
import { rowsOf, sentOf } from "./testing/story.ts";
import { createLadderTenant, type TestTenant } from "./testing/tenant.ts";
import { cartUpdated, orderPlaced, sendShopEvent } from "./testing/webhooks.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house?.close());

/** A tenant whose sequence is live, with a member whom it may tell. */
async function tenantWith(stepsFor: (memberId: string) => GraphStep[]): Promise<TestTenant & { memberId: string }> {
  const now = await currentTime();
  const tenant = await createLadderTenant(new Date(now.getTime() - 3_600_000));
  const memberId = await rowsOf(tenant, async (scope) => {
    const made = await createMember(scope, { email: "ann@shop.example", name: "Ann", role: "admin", now });
    await saveReviewWebhook(scope, "https://crm.example.com/");
    const said = graph(stepsFor(made.id));
    const plan = { sequenceId: tenant.sequenceId, steps: messagesAsSteps(said), graph: said };
    await publishAsVersion(scope, plan, null, now);
    return made.id;
  });
  return { ...tenant, memberId };
}

async function leave(tenant: TestTenant, ...names: string[]): Promise<void> {
  for (const name of names) {
    const event = cartUpdated(`cart-${name}`, { email: `${name}@example.com` }, await currentTime());
    await sendShopEvent(tenant, event);
  }
  await house.advance(1);
  await house.advance(61);
}

async function runOf(tenant: TestTenant, name: string) {
  const [found] = await rowsOf(tenant, (scope) =>
    scope.db
      .select({ run: enrollments })
      .from(enrollments)
      .innerJoin(contacts, eq(contacts.id, enrollments.contactId))
      .where(eq(contacts.address, `${name}@example.com`)),
  );
  if (!found) throw new Error(`${name} entered nothing`);
  return found.run;
}

async function walkOf(tenant: TestTenant, enrollmentId: string) {
  const walk = await rowsOf(tenant, (scope) => readWalk(scope, enrollmentId));
  return walk.filter(({ kind }) => kind !== "telling").map(({ stepId, kind }) => (stepId ? `${stepId} ${kind}` : kind));
}

const pause = async (tenant: TestTenant) => {
  const now = await currentTime();
  expect(await rowsOf(tenant, (scope) => pauseSequence(scope, tenant.sequenceId, now))).toBe(true);
};

async function resume(tenant: TestTenant): Promise<string[]> {
  const now = await currentTime();
  const freed = await rowsOf(tenant, (scope) => resumeSequence(scope, tenant.sequenceId, now));
  if (!freed) throw new Error("the sequence did not rest");
  await announce(freedAnnouncements(tenant.tenantId, freed));
  return freed.enrollmentIds;
}

const tagsOf = (tenant: TestTenant) =>
  rowsOf(tenant, async (scope) => {
    const rows = await scope.db.select().from(contacts).orderBy(contacts.address);
    return Object.fromEntries(rows.map(({ address, tags }) => [address.split("@")[0], tags ?? []]));
  });

const noticesOf = (tenant: TestTenant) => rowsOf(tenant, (scope) => scope.db.select().from(systemMails));

const nobody = "http://127.0.0.1:9/";

describe("a sequence that rests", { timeout: 240_000 }, () => {
  test("tags, tells, calls and writes to nobody, and does each once when it goes on", async () => {
    const tenant = await tenantWith((memberId) => [
      waitFromEntry("quiet", 120, "mark"),
      { id: "mark", kind: "tag", tag: "vip", act: "add", next: "tell" },
      { id: "tell", kind: "notify", memberId, note: "Give them a ring", next: "call" },
      { id: "call", kind: "webhook", url: nobody, next: "hello" },
      message("hello", null),
    ]);
    await leave(tenant, "mia", "noa");
    const [mia, noa] = [await runOf(tenant, "mia"), await runOf(tenant, "noa")];
    await pause(tenant);
    // The wait runs on meanwhile; what comes behind it is held, and asked for again each hour.
    await house.advance(125);
    expect(await walkOf(tenant, mia.id)).toEqual(["quiet waited"]);
    const now = await currentTime();
    const clock = await rowsOf(tenant, (scope) => readCartClock(scope, mia.cartId, now));
    expect(clock.next).toMatchObject({ kind: "step", waits: "sequence_paused" });
    const order = { customer: { email: "noa@example.com" }, tokens: ["cart-noa"], total: 12_000 };
    await sendShopEvent(tenant, orderPlaced("order-noa", order, await currentTime()));
    await house.advance(61);
    expect(await tagsOf(tenant)).toEqual({ mia: [], noa: [] });
    expect(await noticesOf(tenant)).toEqual([]);
    expect(await runOf(tenant, "noa")).toMatchObject({ closeReason: "ordered" });

    expect(await resume(tenant)).toEqual([mia.id]);
    await house.advance(1);
    expect(await walkOf(tenant, mia.id)).toEqual(["quiet waited", "mark tagged", "tell told"]);
    // Once nobody answered the call, the sequence rests again: the tries that are left are made when it goes on.
    await pause(tenant);
    await house.advance(11);
    await house.advance(61);
    expect(await walkOf(tenant, mia.id)).not.toContain("call called");
    expect(await resume(tenant)).toEqual([mia.id]);
    await house.advance(1);
    await house.advance(11);
    await house.advance(11);
    expect(await walkOf(tenant, mia.id)).toEqual([
      ...["quiet waited", "mark tagged", "tell told", "call called", "hello written", "finished"],
    ]);
    expect(await walkOf(tenant, noa.id)).toEqual(["quiet waited"]);
    expect(await tagsOf(tenant)).toEqual({ mia: ["vip"], noa: [] });
    expect(await noticesOf(tenant)).toMatchObject([{ kind: "sequence_step", status: "sent" }]);
    expect((await sentOf(tenant)).map(({ toAddress }) => toAddress)).toEqual(["mia@example.com"]);
  });

  test("holds what a turn had asked for already, and asks for it anew", async () => {
    const receiver = await openReceiver();
    const { url } = receiver;
    const tenant = await tenantWith((memberId) => [
      waitFromEntry("quiet", 120, "tell"),
      { id: "tell", kind: "notify", memberId, note: "Give them a ring", next: "call" },
      { id: "call", kind: "webhook", url, next: "hello" },
      message("hello", null),
    ]);
    await leave(tenant, "mia");
    const { id: enrollmentId, tenantId, abandonedAt } = await runOf(tenant, "mia");
    const at = { tenantId, enrollmentId };
    const later = (minutes: number) => new Date(abandonedAt.getTime() + minutes * 60_000);
    const telling = await takeTurn(tenantId, enrollmentId, later(121));
    if (telling.kind !== "notify") throw new Error(`the turn was to ${telling.kind}`);
    await pause(tenant);
    expect(await tellMember(at, telling, later(122))).toBe("held");
    expect(await noticesOf(tenant)).toEqual([]);
    expect(await takeTurn(tenantId, enrollmentId, later(123))).toEqual({
      ...{ kind: "hold", stepId: "tell", until: later(183).toISOString() },
    });
    await rowsOf(tenant, (scope) => resumeSequence(scope, tenant.sequenceId, later(124)));
    expect(await takeTurn(tenantId, enrollmentId, later(125))).toMatchObject({ kind: "notify", stepId: "tell" });
    expect(await tellMember(at, telling, later(126))).toBe(1);
    expect(await takeTurn(tenantId, enrollmentId, later(127))).toMatchObject({ kind: "call_webhook" });
    await pause(tenant);
    const call = { stepId: "call", url, asked: 1 };
    expect(await callWebhook(at, call, later(128), { allowPrivate: true })).toBe("held");
    expect(receiver.ids()).toEqual([]);
    await rowsOf(tenant, (scope) => resumeSequence(scope, tenant.sequenceId, later(129)));
    for (const minutes of [130, 131])
      expect(await callWebhook(at, call, later(minutes), { allowPrivate: true })).toBe(true);
    expect(receiver.ids()).toEqual([`walk_${enrollmentId}_call`]);
    expect(await noticesOf(tenant)).toHaveLength(1);
    expect(await walkOf(tenant, enrollmentId)).toEqual(["quiet waited", "tell told", "call called"]);
    receiver.close();
  });
});
