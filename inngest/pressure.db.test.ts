import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "#bin/testing/database.ts";
import { acrossTenantsMarkAbandoned } from "#db/across-tenants-jobs.ts";
import { saveCart } from "#db/carts.ts";
import { closeConnections, connectTo, workerSql } from "#db/connections.ts";
import { withScope } from "#db/scope.ts";
import { saveSequenceOrder } from "#db/sequence-order.ts";
import { createSequence, publishVersion, withdrawSequence } from "#db/sequences.ts";
import type { Step } from "#domain/sequence.ts";
import type { FrequencyCap } from "#domain/timing/pressure.ts";
import { platforms } from "#integrations/platforms.ts";
import { decideStep } from "./decide-step.ts";
import { deliverMessages } from "./deliver-messages.ts";
import { draftStep } from "./draft-step.ts";
import { enrollCart } from "./enroll-cart.ts";
import { queueStep } from "./queue-step.ts";
import { settleReview } from "./settle-review.ts";
import { createLadderTenant, type TestTenant } from "./testing/tenant.ts";
import { cartUpdated } from "./testing/webhooks.ts";

const database = await createTestDatabase();
const start = new Date("2026-03-02T08:00:00Z");
const hour = 3_600_000;
const after = (hours: number) => new Date(start.getTime() + hours * hour);
beforeAll(() => connectTo(database));
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

type Plan = { delays: number[][]; order: number[]; caps: FrequencyCap[] };
type House = { tenant: TestTenant; sequences: string[] };

/** A tenant whose sequences have steps after so many hours, in an order of who goes first. */
async function house({ delays, order, caps }: Plan): Promise<House> {
  const tenant = await createLadderTenant(after(-2), { policy: { frequencyCaps: caps, expiryDays: 30 } });
  const sequences = await withScope(tenant.tenantId, async (scope) => {
    await withdrawSequence(scope, tenant.sequenceId, null, after(-2));
    const ids: string[] = [];
    for (const [place, hours] of delays.entries()) {
      const said = { purpose: "reminder", template: "reminder", offer: { kind: "none" }, oversight: null } as const;
      const ascending = [...new Set(hours)].sort((a, b) => a - b);
      const steps = ascending.map((after, nth): Step => ({ id: `s${nth}`, delayMinutes: after * 60, ...said }));
      const id = await createSequence(scope, { name: `Sequence ${place}`, steps }, null, after(-2));
      await publishVersion(scope, id, null, after(-2));
      ids.push(id);
    }
    await saveSequenceOrder(
      scope,
      order.flatMap((place) => ids[place] ?? []),
    );
    return ids;
  });
  return { tenant, sequences };
}

type Left = { person: number; hours: number };

/** A cart that somebody left, by the path's own verbs. */
async function leave({ tenant }: House, { person, hours }: Left): Promise<string> {
  const { tenantId, shopId } = tenant;
  const said = cartUpdated(`cart-${person}-${hours}`, { email: `person-${person}@example.com` }, after(hours - 1));
  const body = Buffer.from(JSON.stringify(said));
  const read = platforms.custom.translate({
    topic: "cart.updated",
    body,
    shopCurrency: "EUR",
    receivedAt: after(hours),
  });
  const event = read.kind === "events" ? read.events[0] : undefined;
  if (event?.kind !== "cart") throw new Error("the event was not understood as a cart");
  const { cartId } = await withScope(tenantId, (scope) => saveCart(scope, shopId, event.cart, after(hours - 1)));
  await acrossTenantsMarkAbandoned([{ tenantId, id: cartId, abandonedAt: after(hours) }]);
  return cartId;
}

type Run = { id: string; person: string; position: number };

/** Where every open enrollment stands: the position behind its last message. */
const openRuns = async ({ tenant }: House) => [
  ...(await workerSql()<(Run & { sequence: string })[]>`
      select e.id, c.address as person, e.sequence_id as sequence, (select count(*)::int from decisions d
        where d.tenant_id = e.tenant_id and d.enrollment_id = e.id and d.kind = 'send') as position
      from enrollments e join contacts c on c.tenant_id = e.tenant_id and c.id = e.contact_id
      where e.tenant_id = ${tenant.tenantId} and e.closed_at is null order by e.id`),
];

/** One look at an enrollment: its message is written and queued when it may be sent. */
async function look({ tenant: { tenantId } }: House, { id, position }: Run, now: Date): Promise<string[]> {
  const answer = await decideStep(tenantId, id, position, now);
  if (answer.kind !== "send") return [];
  await draftStep(tenantId, answer.decisionId, now);
  const settled = await settleReview(tenantId, answer.decisionId, now);
  const messageId = settled.kind === "send" ? await queueStep(tenantId, settled.draftId, now) : null;
  return messageId ? [messageId] : [];
}

const waiting = async ({ tenant }: House) =>
  [
    ...(await workerSql()<{ id: string }[]>`
      select id from messages where tenant_id = ${tenant.tenantId} and status = 'queued'`),
  ].map(({ id }) => ({ tenantId: tenant.tenantId, id }));

const sentTo = async ({ tenant }: House) =>
  Map.groupBy(
    await workerSql()<{ person: string; at: Date }[]>`select contact_id as person, sent_at as at from messages
      where tenant_id = ${tenant.tenantId} and status = 'sent' order by sent_at`,
    ({ person }) => person,
  );

const plan = (most: number): fc.Arbitrary<Plan> =>
  fc.record({
    delays: fc.array(fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: most }), {
      ...{ minLength: 2, maxLength: 4 },
    }),
    order: fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
    caps: fc.array(fc.record({ messages: fc.integer({ min: 1, max: 3 }), hours: fc.integer({ min: 2, max: 30 }) }), {
      ...{ minLength: 1, maxLength: 2 },
    }),
  });
const carts = fc.uniqueArray(fc.record({ person: fc.nat(3), hours: fc.integer({ min: 1, max: 24 }) }), {
  minLength: 4,
  maxLength: 9,
  selector: ({ person, hours }) => `${person} ${hours}`,
});

test("whatever people leave and however looks and sends run beside each other, no stretch holds more than a cap allows", async () => {
  const seen = { sent: 0, atCap: 0 };
  const keeps = fc.asyncProperty(plan(5), carts, fc.integer({ min: 1, max: 4 }), async (asked, left, workers) => {
    const at = await house(asked);
    for (let hours = 1; hours <= 40; hours += 1) {
      const now = after(hours);
      for (const one of left.filter((cart) => cart.hours === hours))
        await enrollCart(at.tenant.tenantId, await leave(at, one), now);
      const runs = await openRuns(at);
      const due = Array.from({ length: workers }, () => runs).flat();
      await Promise.all(due.map((run) => look(at, run, now)));
      const queued = await waiting(at);
      await Promise.all(queued.map((message, nth) => deliverMessages([message], `run-${hours}-${nth}`, now)));
    }
    for (const messages of (await sentTo(at)).values()) {
      seen.sent += messages.length;
      for (const { messages: most, hours } of asked.caps)
        for (const [place, { at: last }] of messages.entries()) {
          const within = messages.slice(0, place + 1).filter((one) => one.at.getTime() > last.getTime() - hours * hour);
          expect(within.length).toBeLessThanOrEqual(most);
          if (within.length === most) seen.atCap += 1;
        }
    }
  });
  await fc.assert(keeps, { numRuns: 3 });
  expect(Math.min(seen.sent, seen.atCap)).toBeGreaterThan(10);
});

test("one sequence speaks to each person, the first in order with their newest cart, in whatever order carts are taken in", async () => {
  const wins = fc.asyncProperty(plan(2), carts, fc.nat(), async (asked, left, turn) => {
    const first = asked.order.find((place) => place < asked.delays.length) ?? 0;
    const newest = new Map<string, number>();
    for (const { person, hours } of left)
      newest.set(`person-${person}@example.com`, Math.max(hours, newest.get(`person-${person}@example.com`) ?? 0));
    const told = left.toSorted((a, b) => a.hours - b.hours);
    const turned = told.map((_, place) => told[(place + turn) % told.length] ?? told[0]);
    for (const order of [told.toReversed(), turned]) {
      const at = await house(asked);
      const ids = [];
      for (const one of order) if (one) ids.push(await leave(at, one));
      await Promise.all(ids.map((id) => enrollCart(at.tenant.tenantId, id, after(25))));
      for (const id of ids) await enrollCart(at.tenant.tenantId, id, after(25));
      const open = await openRuns(at);
      expect(open.map(({ person }) => person).sort()).toEqual([...newest.keys()].sort());
      expect(new Set(open.map(({ sequence }) => sequence))).toEqual(new Set([at.sequences[first]]));
      const closed = await workerSql()<{ reason: string }[]>`
        select distinct close_reason as reason from enrollments
        where tenant_id = ${at.tenant.tenantId} and closed_at is not null`;
      for (const { reason } of closed) expect(reason).toBe("superseded");
    }
  });
  await fc.assert(wins, { numRuns: 2 });
});
