import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { currentTime } from "#db/clock.ts";
import { workerSql } from "#db/connections.ts";
import { openExperiment, recordExperimentAct } from "#db/experiments.ts";
import { recordMessageEvent } from "#db/messages.ts";
import { drafts } from "#db/schema/messages.ts";
import { withScope } from "#db/scope.ts";
import { recordDemotion, recordMove } from "#db/step-oversight.ts";
import { createEndpoint } from "#db/webhook-endpoints.ts";
import { defaultPlan } from "#domain/experiment.ts";
import { type EventType, eventShapes, eventTypes } from "#domain/outgoing-event.ts";
import { reviewDraft } from "./review-draft.ts";
import { clickMessage } from "./testing/clicking.ts";
import { type House, openHouse } from "./testing/house.ts";
import { abandon, rowsOf, sentOf } from "./testing/story.ts";
import { createLadderTenant, type TestTenant } from "./testing/tenant.ts";
import { orderPlaced, sendShopEvent } from "./testing/webhooks.ts";

let house: House;
let tenant: TestTenant;
beforeAll(async () => {
  house = await openHouse();
  tenant = await createLadderTenant(await currentTime(), { policy: { oversightMode: "gated" } });
  const endpoint = { name: "All", url: "http://127.0.0.1:9/", events: eventTypes };
  const now = await currentTime();
  await withScope(tenant.tenantId, (scope) => createEndpoint(scope, endpoint, now));
});
afterAll(() => house?.close());

type Event = { type: EventType; data: Record<string, unknown> };
const told = () => workerSql()<Event[]>`
  select type, data from outgoing_events where tenant_id = ${tenant.tenantId} order by seq`;

test("each stage of a cart is told once, as its shape says, by the path itself", { timeout: 240_000 }, async () => {
  const { tenantId } = tenant;
  const cart = await abandon(house, tenant, "buyer@example.com");
  await house.advance(121);
  const [draft] = await rowsOf(tenant, (scope) => scope.db.select().from(drafts).where(eq(drafts.chosen, true)));
  if (!draft) throw new Error("there is no draft");
  const verdict = { draftId: draft.id, verdict: "approved" as const, wordsHash: draft.wordsHash };
  await reviewDraft(tenantId, verdict, { kind: "member", id: "mem_ann" }, await currentTime());
  await house.advance(1);
  const [sent] = await sentOf(tenant);
  const messageId = sent?.id ?? "";
  for (const kind of ["delivered", "opened", "bounced", "complained"] as const) {
    const report = { messageId, providerEventId: `report ${kind}`, kind, at: await currentTime() };
    for (const _ of [1, 2]) await withScope(tenantId, (scope) => recordMessageEvent(scope, report, report.at));
  }
  await house.advance(30);
  await clickMessage({ tenantId, messageId });
  await house.advance(5);
  const bought = { customer: { email: "buyer@example.com" }, tokens: [cart], total: 12_000 };
  for (const _ of [1, 2]) {
    await sendShopEvent(tenant, orderPlaced("order-1", bought, await currentTime()));
    await house.advance(1);
  }
  const events = await told();
  expect(events.map(({ type }) => type)).toEqual([
    ...["cart.abandoned", "enrollment.started", "draft.pending", "draft.reviewed", "message.sent"],
    ...["message.delivered", "message.bounced", "message.complained", "message.clicked"],
    ...["enrollment.stopped", "order.recovered"],
  ]);
  for (const { type, data } of events)
    expect([type, eventShapes[type].safeParse(data).error]).toEqual([type, undefined]);
  expect(events.at(3)?.data).toMatchObject({ verdict: "approved", by: { kind: "member", id: "mem_ann" } });
  expect(events.at(-2)?.data).toMatchObject({ reason: "ordered" });
  expect(events.at(-1)?.data).toMatchObject({ messageId, credited: { amount: 12_000, currency: "EUR" } });
});

test("the runner tries what was told by itself, and is told that this machine is none to post to", async () => {
  await house.advance(1);
  const rows = await workerSql()<{ outcome: string | null }[]>`
    select distinct outcome from webhook_deliveries where tenant_id = ${tenant.tenantId} and attempts > 0`;
  expect(rows).toEqual([{ outcome: "private_address" }]);
});

test("what people and rules decide is told: an experiment's end and every change of oversight", async () => {
  const before = (await told()).length;
  const { tenantId, sequenceId } = tenant;
  const now = await currentTime();
  const ann = { kind: "member" as const, id: "mem_ann" };
  await withScope(tenantId, async (scope) => {
    const arms = [{ name: "a", kind: "variant" as const, share: 100, change: null }];
    const said = { sequenceId, name: "Words", arms, plan: defaultPlan("EUR"), endsAt: null };
    const id = await openExperiment(scope, said, ann, now);
    await recordExperimentAct(scope, id, { kind: "concluded", by: ann, reason: "enough" }, now);
    const place = { sequenceId, versionId: null, stepId: null, byId: ann.id };
    await recordMove(scope, { ...place, mode: "autonomous" }, now);
    await recordMove(scope, { ...place, mode: "autonomous" }, now);
    const demotion = { reason: "edits" as const, share: 1, of: 9, limit: 0.5, from: "autonomous" as const };
    for (const _ of [1, 2]) await recordDemotion(scope, { sequenceId, stepId: "step-1" }, demotion, now);
  });
  const events = (await told()).slice(before);
  expect(events).toMatchObject([
    { type: "experiment.concluded", data: { sequenceId, by: ann, reason: "enough", verdict: null } },
    { type: "oversight.mode_changed", data: { level: "sequence", from: null, to: "autonomous", because: "person" } },
    { type: "oversight.mode_changed", data: { level: "step", from: "autonomous", to: "gated", because: "demoted" } },
  ]);
  for (const { type, data } of events) expect(eventShapes[type].safeParse(data).error).toBeUndefined();
});
