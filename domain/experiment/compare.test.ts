import { expect, test } from "vitest";
import type { Arm } from "../experiment.ts";
import { benjaminiHochberg, holm } from "../statistics/corrections.ts";
import type { Sample } from "../statistics/sample.ts";
import { compareArms } from "./compare.ts";

const variant = (name: string): Arm => ({ name, kind: "variant", share: 30, change: null });
const baseline = variant("as it is");
const arms = [baseline, variant("b"), variant("c"), { ...variant("held"), kind: "holdout" } satisfies Arm];
const of = (successes: number): Sample => ({ kind: "proportion", units: 9_000, successes });
const samples = new Map([
  ["as it is", of(1_000)],
  ["b", of(1_020)],
  ["c", of(1_150)],
  ["held", of(860)],
]);
const compared = compareArms({ arms, baseline, samples, scale: "relative", alpha: 0.05 });
const p = (comparisons: typeof compared) => comparisons.map((one) => one.p ?? 1);

test("what decides is corrected by Holm", () => {
  const deciding = compared.filter((one) => one.decides);
  expect(deciding.map((one) => one.arm)).toEqual(["b", "c"]);
  expect(deciding.map((one) => one.adjusted)).toEqual(holm(p(deciding)));
});

test("what is only told, which is every arm against the holdout, is corrected by Benjamini and Hochberg", () => {
  const beside = compared.filter((one) => !one.decides);
  expect(beside.map((one) => one.against)).toEqual(["held", "held", "held"]);
  expect(beside.map((one) => one.adjusted)).toEqual(benjaminiHochberg(p(beside)));
  expect(beside.map((one) => one.adjusted)).not.toEqual(holm(p(beside)));
});
