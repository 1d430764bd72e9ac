import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { currentTime } from "#db/clock.ts";
import { actOnExperiment, changeExperiment } from "#db/experiment-edits.ts";
import { openExperiment } from "#db/experiments.ts";
import { allocationWeights, assignments, enrollmentArms, exposures } from "#db/schema/experiments.ts";
import { decisions, drafts } from "#db/schema/messages.ts";
import { enrollments } from "#db/schema/sequences.ts";
import { withScope } from "#db/scope.ts";
import { publishVersion, saveVersion } from "#db/sequences.ts";
import { type Arm, type ArmChange, defaultPlan } from "#domain/experiment.ts";
import { exposeHeldOut } from "./expose-held-out.ts";
import { type House, openHouse } from "./testing/house.ts";
import { abandon, rowsOf, sentOf } from "./testing/story.ts";
import { createLadderTenant, type TestTenant } from "./testing/tenant.ts";
import { cartUpdated, sendShopEvent } from "./testing/webhooks.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house?.close());

const policy = { kind: "policy" as const };
const everyone = (change: ArmChange | null): Arm[] => [
  { name: "a", kind: "variant", share: 0, change: null },
  { name: "b", kind: "variant", share: 100, change },
];

async function trying(arms: Arm[], tenant?: TestTenant): Promise<{ tenant: TestTenant; id: string }> {
  const now = await currentTime();
  const made = tenant ?? (await createLadderTenant(now));
  const said = { sequenceId: made.sequenceId, name: "Trial", arms, plan: defaultPlan("EUR"), endsAt: null };
  const id = await withScope(made.tenantId, (scope) => openExperiment(scope, said, policy, now));
  return { tenant: made, id };
}

const draftOf = async (tenant: TestTenant) => {
  const found = await rowsOf(tenant, (scope) =>
    scope.db.select().from(drafts).orderBy(drafts.createdAt, drafts.attempt),
  );
  return found.find((draft) => draft.chosen);
};

describe("an arm changes", { timeout: 240_000 }, () => {
  test("when a message leaves, and no other", async () => {
    const { tenant } = await trying(everyone({ stepId: "reminder", delayMinutes: 300 }));
    await abandon(house, tenant, "delay@example.com");
    await house.advance(121);
    expect(await sentOf(tenant)).toEqual([]);
    await house.advance(180);
    expect(await sentOf(tenant)).toHaveLength(1);
  });

  test("what it wears and offers, and tells its pattern apart", async () => {
    const { tenant, id } = await trying(
      everyone({ stepId: "reminder", template: "percent-off", offer: { kind: "none" } }),
    );
    await abandon(house, tenant, "wears@example.com");
    await house.advance(121);
    const draft = await draftOf(tenant);
    expect(draft?.brief?.template).toBe("percent-off");
    expect(draft?.pattern.endsWith(`/${id}:b`)).toBe(true);
  });

  test("its subject, over the words that are written, and it is inspected like them", async () => {
    const { tenant } = await trying(everyone({ stepId: "reminder", subject: "The lamp waits for you" }));
    await abandon(house, tenant, "subject@example.com");
    await house.advance(121);
    expect((await sentOf(tenant))[0]?.subject).toBe("The lamp waits for you");
  });

  test("all its words; where they claim what is not so they are kept as a try, and the step's own go out", async () => {
    const said = {
      preheader: "Take another look",
      heading: "Hello",
      paragraphs: ["Your basket is kept for you."],
      button: "Back",
    };
    const honest = await trying(everyone({ stepId: "reminder", words: { subject: "Still here", ...said } }));
    await abandon(house, honest.tenant, "words@example.com");
    const lying = await trying(everyone({ stepId: "reminder", words: { subject: "90 % off today", ...said } }));
    await abandon(house, lying.tenant, "lies@example.com");
    await house.advance(121);
    expect((await sentOf(honest.tenant))[0]?.text).toContain("Your basket is kept for you.");
    const [mail] = await sentOf(lying.tenant);
    expect(mail?.subject).not.toContain("90");
    const tries = await rowsOf(lying.tenant, (scope) => scope.db.select().from(drafts).orderBy(drafts.attempt));
    expect(tries.map((one) => [one.writer, one.chosen])).toEqual([
      ["member", false],
      ["scripted", true],
    ]);
  });

  test("the whole sequence, by the frozen version that it names", async () => {
    const tenant = await createLadderTenant(await currentTime());
    const { sequenceId, tenantId } = tenant;
    const frozen = await withScope(tenantId, async (scope) => {
      const now = await currentTime();
      const steps = [
        {
          id: "alone",
          delayMinutes: 30,
          purpose: "reminder" as const,
          template: "help" as const,
          offer: { kind: "none" as const },
          oversight: null,
        },
      ];
      await saveVersion(scope, { sequenceId, steps }, null, now);
      return publishVersion(scope, sequenceId, null, now);
    });
    await trying(everyone({ versionId: frozen }), tenant);
    await abandon(house, tenant, "version@example.com");
    const [entered] = await rowsOf(tenant, (scope) => scope.db.select().from(enrollments));
    expect(entered?.versionId).toBe(frozen);
  });
});

describe("an experiment", { timeout: 240_000 }, () => {
  test("keeps a contact's arm over later carts and changed shares, and logs the weights of its time", async () => {
    const { tenant, id } = await trying(everyone({ stepId: "reminder", template: "help" }));
    const { tenantId } = tenant;
    await abandon(house, tenant, "sticky@example.com", "cart-1");
    await withScope(tenantId, async (scope) => {
      const change = { shares: { a: 100, b: 0 } };
      await changeExperiment(scope, id, { change, by: policy, reason: "try it" }, await currentTime());
    });
    await abandon(house, tenant, "sticky@example.com", "cart-2");
    await abandon(house, tenant, "fresh@example.com", "cart-3");
    const drawn = await rowsOf(tenant, (scope) => scope.db.select().from(assignments).orderBy(assignments.at));
    const ours = drawn.filter((one) => one.experimentId === id);
    expect(ours.map((one) => [one.arm, one.weightsNumber, one.probability])).toEqual([
      ["b", 0, 1],
      ["a", 1, 1],
    ]);
    const weights = await rowsOf(tenant, (scope) => scope.db.select().from(allocationWeights));
    expect(weights.filter((one) => one.experimentId === id).map((one) => one.number)).toEqual([0, 1]);
    const arms = await rowsOf(tenant, (scope) => scope.db.select().from(enrollmentArms).orderBy(enrollmentArms.at));
    expect(arms.filter((one) => one.experimentId === id).map((one) => one.arm)).toEqual(["b", "b", "a"]);
  });

  test("exposes when the step that it is about is reached, not when somebody enters", async () => {
    const { tenant, id } = await trying(everyone({ stepId: "free-shipping", template: "help" }));
    await abandon(house, tenant, "reach@example.com");
    await house.advance(121);
    const seen = () =>
      rowsOf(tenant, async (scope) =>
        (await scope.db.select().from(exposures)).filter((one) => one.experimentId === id),
      );
    expect(await seen()).toEqual([]);
    await house.advance(24 * 60);
    expect(await seen()).toMatchObject([{ arm: "b", stepId: "free-shipping" }]);
  });

  test("exposes a held-out contact when it would have been written to, and never one that had ordered by then", async () => {
    const tenant = await createLadderTenant(await currentTime(), { holdoutShare: 100 });
    await abandon(house, tenant, "held@example.com");
    const seen = () => rowsOf(tenant, (scope) => scope.db.select().from(exposures));
    await exposeHeldOut(await currentTime());
    expect(await seen()).toEqual([]);
    await house.advance(125);
    await exposeHeldOut(await currentTime());
    expect(await seen()).toMatchObject([{ arm: "holdout", stepId: "reminder" }]);
    const stops = await rowsOf(tenant, (scope) => scope.db.select().from(decisions));
    expect(stops.map((one) => one.reason)).toEqual(["holdout"]);
    expect(await sentOf(tenant)).toEqual([]);
  });

  test("has its say beside another one on the same sequence", async () => {
    const first = await trying(everyone({ stepId: "reminder", template: "help" }));
    const second = await trying(everyone({ stepId: "reminder", subject: "Still in your cart" }), first.tenant);
    await abandon(house, first.tenant, "both@example.com");
    await house.advance(121);
    const draft = await draftOf(first.tenant);
    expect([draft?.brief?.template, draft?.words?.subject]).toEqual(["help", "Still in your cart"]);
    expect(draft?.pattern).toContain(`${first.id}:b+${second.id}:b`);
  });

  test("draws nobody while it is paused, and gives everybody the winner once that is promoted", async () => {
    const { tenant, id } = await trying(everyone({ stepId: "reminder", template: "help" }));
    const act = (kind: "paused" | "concluded" | "promoted") =>
      withScope(tenant.tenantId, async (scope) =>
        actOnExperiment(scope, id, { kind, by: policy, reason: null, arm: "b" }, await currentTime()),
      );
    await act("paused");
    await abandon(house, tenant, "paused@example.com");
    const drawn = async () =>
      (await rowsOf(tenant, (scope) => scope.db.select().from(assignments))).filter((one) => one.experimentId === id);
    expect(await drawn()).toEqual([]);
    await act("concluded");
    await act("promoted");
    await abandon(house, tenant, "after@example.com");
    expect(await drawn()).toEqual([]);
    const arms = await rowsOf(tenant, (scope) => scope.db.select().from(enrollmentArms));
    expect(arms.filter((one) => one.experimentId === id)).toMatchObject([{ arm: "b", kind: "variant" }]);
  });

  test("leaves alone whoever may not be written to: eligibility comes before the draw", async () => {
    const { tenant, id } = await trying(everyone({ stepId: "reminder", template: "help" }));
    await sendShopEvent(tenant, cartUpdated("nobody", { email: "" }, await currentTime()));
    await house.advance(62);
    const drawn = await rowsOf(tenant, (scope) => scope.db.select().from(assignments));
    expect(drawn.filter((one) => one.experimentId === id)).toEqual([]);
  });
});
