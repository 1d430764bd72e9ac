import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { currentTime } from "#db/clock.ts";
import { createMember } from "#db/members.ts";
import { saveReviewWebhook } from "#db/review-webhooks.ts";
import { contacts } from "#db/schema/contacts.ts";
import { messages, systemMails } from "#db/schema/messages.ts";
import { enrollments } from "#db/schema/sequences.ts";
import { publishGraph } from "#db/sequence-publication.ts";
import { publishAsVersion } from "#db/sequences.ts";
import { readWalk } from "#db/walks.ts";
import { chooseArm } from "#domain/enrollment.ts";
import { above, graph, message, wait } from "#domain/sequence/testing/graphs.ts";
import { messagesAsSteps } from "#domain/sequence/walk-order.ts";
import type { SequenceGraph } from "#domain/sequence-graph.ts";
import { callWebhook } from "./call-webhook.ts";
import { announce } from "./events.ts";
import { takeTurn } from "./take-turn.ts";
import { tellMember } from "./tell-member.ts";
import { clickMessage } from "./testing/clicking.ts";
import { type House, openHouse } from "./testing/house.ts";
import { openReceiver } from "./testing/receiver.ts";
import { rowsOf, sentOf } from "./testing/story.ts";
import { createLadderTenant, type TestTenant } from "./testing/tenant.ts";
import { cartUpdated, lamp, orderPlaced, sendShopEvent } from "./testing/webhooks.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house?.close());

const day = 24 * 60;

async function tenantWith(sequence: SequenceGraph): Promise<TestTenant> {
  const tenant = await createLadderTenant(await currentTime());
  await publish(tenant, sequence);
  return tenant;
}

async function publish(tenant: TestTenant, sequence: SequenceGraph): Promise<void> {
  const now = await currentTime();
  const { sequenceId } = tenant;
  const done = await rowsOf(tenant, (scope) => publishGraph(scope, { sequenceId, graph: sequence }, null, now));
  expect(done).toMatchObject({ kind: "published" });
}

async function fill(tenant: TestTenant, name: string, { quantity = 1, cartId = `cart-${name}` } = {}): Promise<void> {
  const person = { email: `${name}@example.com`, firstName: "Mia" };
  await sendShopEvent(tenant, cartUpdated(cartId, person, await currentTime(), [{ ...lamp, quantity }]));
}

async function leave(): Promise<void> {
  await house.advance(1);
  await house.advance(61);
}

async function runsOf(tenant: TestTenant, name?: string) {
  const rows = await rowsOf(tenant, (scope) =>
    scope.db
      .select({ run: enrollments, address: contacts.address })
      .from(enrollments)
      .innerJoin(contacts, eq(contacts.id, enrollments.contactId))
      .orderBy(enrollments.startedAt),
  );
  return rows.filter(({ address }) => !name || address === `${name}@example.com`).map(({ run }) => run);
}

async function walkOf(tenant: TestTenant, enrollmentId = "") {
  const walk = await rowsOf(tenant, (scope) => readWalk(scope, enrollmentId));
  return walk.map(({ stepId, kind, outcome }) => [stepId, kind, outcome].filter((part) => part !== null).join(" "));
}

const mailsTo = async (tenant: TestTenant, name: string) =>
  (await sentOf(tenant)).filter(({ toAddress }) => toAddress === `${name}@example.com`);

const halves = ["a", "b"].map((name) => ({ name, share: 50 }));

const forked = graph([
  wait("later", 60, "first"),
  message("first", "days"),
  wait("days", 3 * day, "worth"),
  { id: "worth", kind: "split", when: above(20_000), yes: "big", no: "small" },
  message("big", null, { purpose: "last_chance", template: "last-chance" }),
  message("small", null, { purpose: "help", template: "help" }),
]);

describe("a published graph", { timeout: 240_000 }, () => {
  test("walks each cart its own way, stops at an order, goes on after a break, and leaves older runs on their version", async () => {
    const tenant = await createLadderTenant(await currentTime());
    await fill(tenant, "older");
    await leave();
    await publish(tenant, forked);
    for (const name of ["small", "buyer", "broken"]) await fill(tenant, name);
    await fill(tenant, "big", { quantity: 2 });
    await leave();
    await house.advance(60);
    expect(await mailsTo(tenant, "small")).toHaveLength(1);
    const order = { customer: { email: "buyer@example.com" }, tokens: ["cart-buyer"], total: 12_000 };
    await sendShopEvent(tenant, orderPlaced("order-1", order, await currentTime()));
    // A run that is lost: its row stays open, and the sweep finds it when the next step is overdue.
    const [lost] = await runsOf(tenant, "broken");
    const { tenantId } = tenant;
    await announce([{ name: "enrollment/closed", data: { tenantId, enrollmentId: lost?.id ?? "" } }]);
    await house.advance(1);
    await house.advance(3 * day);
    await house.advance(10);
    const templates = async (name: string) => (await mailsTo(tenant, name)).map((mail) => mail.position);
    const positions = { first: 0, big: 1, small: 2 };
    expect(await templates("small")).toEqual([positions.first, positions.small]);
    expect(await templates("big")).toEqual([positions.first, positions.big]);
    expect(await templates("broken")).toEqual([positions.first, positions.small]);
    expect(await templates("buyer")).toEqual([positions.first]);
    expect(await runsOf(tenant, "buyer")).toMatchObject([{ closeReason: "ordered" }]);
    const [big] = await runsOf(tenant, "big");
    expect(big).toMatchObject({ closeReason: "finished" });
    expect(await walkOf(tenant, big?.id)).toEqual([
      ...["later waited", "first written", "days waited", "worth split yes", "big written", "finished"],
    ]);
    expect((await walkOf(tenant, lost?.id)).filter((line) => line === "first written")).toHaveLength(1);
    const older = await mailsTo(tenant, "older");
    expect(older.length).toBeGreaterThanOrEqual(2);
    expect(older[1]?.text).toContain("SHIPFREE");
  });

  test("waits until the hour where the shopper lives, draws a contact's arm once, and hears a click", async () => {
    await house.noon();
    const morning = graph([
      wait("hour", 60, "nine"),
      { id: "nine", kind: "wait_until", weekdays: [], hour: 9, minute: 0, next: "hello" },
      message("hello", null),
    ]);
    const zoned = await tenantWith(morning);
    const drawn = await tenantWith(
      graph([
        {
          ...{ id: "draw", kind: "experiment" },
          arms: halves.map(({ name, share }) => ({ name, weight: share, next: "hello" })),
        },
        message("hello", null),
      ]),
    );
    const heard = await tenantWith(
      graph([
        message("hello", "clicked"),
        {
          ...{ id: "clicked", kind: "wait_for_event", event: "message_clicked", ofStep: "hello" },
          ...{ timeoutMinutes: 2 * day, came: "mark", timedOut: null },
        },
        { id: "mark", kind: "tag", tag: "clicker", act: "add", next: null },
      ]),
    );
    await fill(zoned, "tokyo");
    const people = ["p1", "p2", "p3", "p4", "p5", "p6"];
    for (const name of people) await fill(drawn, name);
    for (const name of ["clicks", "silent"]) await fill(heard, name);
    await house.advance(1);
    await rowsOf(zoned, (scope) => scope.db.update(contacts).set({ timeZone: "Asia/Tokyo" }));
    await house.advance(61);
    await house.advance(62);
    const [early] = await runsOf(zoned);
    expect(early?.nextDueAt?.toISOString()).toMatch(/T00:00:00.000Z$/);
    const [mail] = await mailsTo(heard, "clicks");
    await clickMessage({ tenantId: heard.tenantId, messageId: mail?.id ?? "" });
    for (const name of people) await fill(drawn, name, { cartId: `again-${name}` });
    await house.advance(1);
    await house.advance(65);
    await house.advance(2 * day + 5);
    expect(await mailsTo(zoned, "tokyo")).toHaveLength(1);
    const armsOf = async (name: string) => {
      const runs = await runsOf(drawn, name);
      const walks = await Promise.all(runs.map((run) => walkOf(drawn, run.id)));
      return walks.map((walk) => walk.find((line) => line.startsWith("draw ")));
    };
    const arms = await Promise.all(people.map(armsOf));
    // Ids are others each time, and so may be the arms: each is the one that is drawn for its person.
    const armOf = (run: { contactId: string }) => chooseArm(`${drawn.sequenceId}|draw`, run.contactId, halves)?.name;
    const theirs = await Promise.all(people.map(async (name) => (await runsOf(drawn, name)).map(armOf)));
    expect(arms).toEqual(theirs.map((both) => both.map((arm) => `draw experiment ${arm}`)));
    expect(arms.every((both) => both.length === 2 && both[0] === both[1])).toBe(true);
    const [clicks, silent] = [await runsOf(heard, "clicks"), await runsOf(heard, "silent")];
    expect(await walkOf(heard, clicks[0]?.id)).toContain("clicked event_came message_clicked");
    expect(await walkOf(heard, silent[0]?.id)).toContain("clicked event_missed message_clicked");
    const marked = await rowsOf(heard, (scope) => scope.db.select().from(contacts).orderBy(contacts.address));
    expect(marked.map((person) => person.tags ?? [])).toEqual([["clicker"], []]);
  });

  test("tags, tells and calls once although the step repeats, and goes on when nobody answers", async () => {
    const receiver = await openReceiver();
    const { url } = receiver;
    const tenant = await createLadderTenant(await currentTime());
    const now = await currentTime();
    const acting = (memberId: string) =>
      graph([
        { id: "mark", kind: "tag", tag: "vip", act: "add", next: "tell" },
        { id: "tell", kind: "notify", memberId, note: "Give them a ring", next: "call" },
        { id: "call", kind: "webhook", url, next: "hello" },
        message("hello", null),
      ]);
    const { member, published } = await rowsOf(tenant, async (scope) => {
      const made = await createMember(scope, { email: "ann@shop.example", name: "Ann", role: "admin", now });
      await saveReviewWebhook(scope, "https://crm.example.com/");
      const steps = acting(made.id);
      const plan = { sequenceId: tenant.sequenceId, steps: messagesAsSteps(steps), graph: steps };
      return { member: made, published: await publishAsVersion(scope, plan, null, now) };
    });
    expect(published.number).toBe(2);
    await fill(tenant, "mia");
    await fill(tenant, "noa");
    await leave();
    const [mia] = await runsOf(tenant, "mia");
    const at = { tenantId: tenant.tenantId, enrollmentId: mia?.id ?? "" };
    // The runner's own calls are refused, because this address is private; the operator may allow it.
    expect(receiver.ids()).toEqual([]);
    const allowed = { allowPrivate: true };
    const later = await currentTime();
    for (const asked of [1, 2])
      expect(await callWebhook(at, { stepId: "call", url, asked }, later, allowed)).toBe(true);
    expect(receiver.ids()).toEqual([`walk_${at.enrollmentId}_call`]);
    await tellMember(at, { stepId: "tell", memberId: member.id, note: "again" }, later);
    await house.advance(11);
    await house.advance(11);
    await house.advance(11);
    expect(await takeTurn(at.tenantId, at.enrollmentId, await currentTime())).toEqual({
      kind: "over",
      reason: "finished",
    });
    const mails = await rowsOf(tenant, (scope) => scope.db.select().from(systemMails));
    expect(mails.map(({ kind, status, toAddress }) => [kind, status, toAddress])).toEqual([
      ["sequence_step", "sent", "ann@shop.example"],
      ["sequence_step", "sent", "ann@shop.example"],
    ]);
    const [noa] = await runsOf(tenant, "noa");
    expect((await walkOf(tenant, noa?.id)).filter((line) => !line.includes("telling"))).toEqual([
      ...["mark tagged add vip", "tell told 1", "call called private_address", "hello written", "finished"],
    ]);
    expect(await walkOf(tenant, mia?.id)).toContain("call called ok");
    expect(await rowsOf(tenant, (scope) => scope.db.select().from(messages))).toHaveLength(2);
    const marked = await rowsOf(tenant, (scope) => scope.db.select().from(contacts));
    expect(marked.map(({ tags }) => tags)).toEqual([["vip"], ["vip"]]);
    receiver.close();
  });
});
