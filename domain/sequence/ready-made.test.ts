import { expect, test } from "vitest";
import { templateNames } from "../sequence.ts";
import { messageSteps } from "../sequence-graph.ts";
import type { Catalogue } from "./fault-names.ts";
import { graphFaultsOf } from "./faults.ts";
import { readyMadeSequences } from "./ready-made.ts";
import { graphSchema } from "./schema.ts";

const euros = readyMadeSequences("EUR");
/** A tenant that has nothing yet but mail: no incentive and no colleague. */
const bare: Catalogue = {
  templates: new Set(templateNames),
  channels: new Set(["email"]),
  incentives: new Map(),
  members: new Set(),
};

test.each(euros.map((one) => [one.name, one] as const))("%s could be published as it stands", (_, { graph }) => {
  expect(graphFaultsOf(graph, bare)).toEqual([]);
  expect(graphSchema.parse(graph)).toEqual(graph);
});

test("each says what it is for and when its messages leave, under a name of its own", () => {
  expect(new Set(euros.map(({ key }) => key)).size).toBe(10);
  for (const { purpose, timing } of euros) expect(Math.min(purpose.length, timing.length)).toBeGreaterThan(15);
});

test("the first message about an abandoned cart waits at least an hour, and none comes within an hour of another", () => {
  for (const { graph } of euros.filter((one) => one.graph.trigger.kind === "cart_abandoned")) {
    const first = graph.steps.find((step) => step.id === graph.start);
    expect(first).toMatchObject({ kind: "wait" });
    expect(first && "minutes" in first ? first.minutes : 0).toBeGreaterThanOrEqual(60);
    const messages = new Set(messageSteps(graph).map(({ id }) => id));
    expect(messageSteps(graph).filter(({ next }) => next !== null && messages.has(next))).toEqual([]);
  }
});

test("the one for VIPs offers no incentive", () => {
  const vip = euros.find(({ key }) => key === "vip");
  expect(vip && messageSteps(vip.graph).map(({ offer }) => offer.kind)).toEqual(["none", "none"]);
});

test("amounts are round and sensible in a currency without hundredths", () => {
  const yen = readyMadeSequences("JPY").find(({ key }) => key === "high-value");
  expect(yen?.graph.entry).toMatchObject({ of: [{ value: { amount: 30_000, currency: "JPY" } }] });
});
