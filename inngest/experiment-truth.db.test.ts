import { afterAll, beforeAll, expect, test } from "vitest";
import { currentTime } from "#db/clock.ts";
import { readAnalysis } from "#db/experiment-looks.ts";
import { openExperiment } from "#db/experiments.ts";
import { withScope } from "#db/scope.ts";
import type { LiftReading } from "#domain/experiment/compare.ts";
import { type Arm, defaultPlan } from "#domain/experiment.ts";
import { type House, openHouse } from "./testing/house.ts";
import { sentOf } from "./testing/story.ts";
import { createLadderTenant } from "./testing/tenant.ts";
import { addressesFor, isBuyer, type Truth } from "./testing/tried.ts";
import { cartUpdated, orderPlaced, sendShopEvent } from "./testing/webhooks.ts";

// EXPERIMENT_CARTS=2000 asks for as many as a shop of some size has in two months.
const carts = Number(process.env.EXPERIMENT_CARTS ?? 200);
// Some carts at a time, as a shop's day brings them.
const atOnce = 100;
const subject = "Still thinking it over?";
const chances: Truth = { nothing: 0.1, asItIs: 0.2, changed: 0.3 };
type Kind = keyof Truth;

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house?.close());

const arms: Arm[] = [
  { name: "as it is", kind: "variant", share: 45, change: null },
  { name: "b", kind: "variant", share: 45, change: { stepId: "reminder", subject } },
  { name: "holdout", kind: "holdout", share: 10, change: null },
];

function covers(reading: LiftReading | undefined, effect: number): void {
  if (reading?.kind !== "read") throw new Error("there is no lift");
  expect(reading.watched.low).toBeLessThanOrEqual(effect);
  expect(reading.watched.high).toBeGreaterThanOrEqual(effect);
}

test(`after ${carts} carts through the whole path the intervals cover what shoppers truly do`, {
  timeout: 1_800_000,
}, async () => {
  const tenant = await createLadderTenant(await currentTime());
  const said = { sequenceId: tenant.sequenceId, name: "Subject", arms, plan: defaultPlan("EUR"), endsAt: null };
  const id = await withScope(tenant.tenantId, async (scope) =>
    openExperiment(scope, said, { kind: "policy" }, await currentTime()),
  );
  const emails = addressesFor({ id, arms }, carts);
  for (let from = 0; from < carts; from += atOnce) {
    const now = await currentTime();
    for (const email of emails.slice(from, from + atOnce))
      await sendShopEvent(tenant, cartUpdated(email, { email }, now));
    for (const minutes of [1, 61, 121]) await house.advance(minutes);
  }
  const first = (await sentOf(tenant)).filter(({ position }) => position === 0);
  const sent = new Map(first.map((mail) => [mail.toAddress, mail.subject]));
  const groups = Object.groupBy(emails, (email): Kind => {
    const got = sent.get(email);
    return got === undefined ? "nothing" : got === subject ? "changed" : "asItIs";
  });
  const kinds: Kind[] = ["nothing", "asItIs", "changed"];
  const bought = kinds.map((kind) => (groups[kind] ?? []).filter((_, place) => isBuyer(place, chances[kind])));
  const now = await currentTime();
  for (const email of bought.flat())
    await sendShopEvent(
      tenant,
      orderPlaced(`order-${email}`, { customer: { email }, tokens: [email], total: 10_000 }, now),
    );
  await house.advance(11);

  const { analysis } = await withScope(tenant.tenantId, async (scope) =>
    readAnalysis(scope, id, { fresh: true, now: await currentTime() }),
  );
  const found = analysis.arms.map(({ name, assigned, total }) => [name, assigned, total]);
  expect(found).toEqual([
    ["as it is", groups.asItIs?.length, bought[1]?.length],
    ["b", groups.changed?.length, bought[2]?.length],
    ["holdout", groups.nothing?.length, bought[0]?.length],
  ]);
  expect(analysis.sampleRatio).toMatchObject({ kind: "checked", mismatch: false });
  const pair = (arm: string, against: string) =>
    analysis.comparisons.find((one) => one.arm === arm && one.against === against);
  covers(pair("b", "as it is")?.relative, chances.changed / chances.asItIs - 1);
  covers(pair("b", "as it is")?.absolute, chances.changed - chances.asItIs);
  covers(pair("as it is", "holdout")?.absolute, chances.asItIs - chances.nothing);
  covers(pair("b", "holdout")?.absolute, chances.changed - chances.nothing);
});
