import type { Plan } from "../experiment.ts";
import type { Analysis } from "./analysis.ts";
import type { GuardrailReading } from "./guardrails.ts";
import type { ExperimentState } from "./life.ts";

/** What is to be done with an experiment by the rule that was chosen before its start. */
export type ExperimentStep =
  | { kind: "none" }
  | { kind: "pause"; arm: string; metric: GuardrailReading["metric"]; reason: "guardrail_broken" }
  | { kind: "promote"; arm: string; reason: "rule_met" }
  | { kind: "conclude"; reason: "ended" };

/**
 * A broken guardrail pauses first of all. A winner is promoted only where the rule says so, its days have passed, no
 * guardrail is broken and the sample ratio is right (else there is no winner); at its end an experiment is concluded.
 */
export function stepOfExperiment(
  { plan, endsAt, state }: { plan: Plan; endsAt: Date | null; state: ExperimentState },
  { verdict, guardrails, days }: Pick<Analysis, "verdict" | "guardrails" | "days">,
  now: Date,
): ExperimentStep {
  const broken = guardrails.find((one) => one.state === "broken");
  if (broken && state === "running")
    return { kind: "pause", arm: broken.arm, metric: broken.metric, reason: "guardrail_broken" };
  const { promotion } = plan;
  const mature = promotion.kind === "when_sure" && days >= promotion.minimumDays;
  if (verdict.kind === "wins" && mature && state === "running" && !broken)
    return { kind: "promote", arm: verdict.arm, reason: "rule_met" };
  return endsAt !== null && endsAt <= now ? { kind: "conclude", reason: "ended" } : { kind: "none" };
}
