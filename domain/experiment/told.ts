import type { GuardrailMetric } from "../experiment.ts";
import type { Interval } from "../statistics/frequentist.ts";
import type { Scale } from "../statistics/lift.ts";
import type { Verdict } from "./verdict.ts";

const guardrailNames: Record<GuardrailMetric, string> = {
  unsubscribe_rate: "the unsubscribe rate",
  complaint_rate: "the complaint rate",
  refund_rate: "the refund rate",
  discount_cost: "the cost of discounts",
};

const onScale = (lift: number, scale: Scale) =>
  scale === "relative" ? `${(lift * 100).toFixed(1)}% relative` : `${lift.toPrecision(3)} absolute`;

/** Both ends of an interval; the scale is said by the lift before them. */
const spanned = ({ low, high }: Interval, scale: Scale) =>
  scale === "relative"
    ? `${(low * 100).toFixed(1)}% to ${(high * 100).toFixed(1)}%`
    : `${low.toPrecision(3)} to ${high.toPrecision(3)}`;

/** A verdict in plain words, with the scale of every lift said. */
export function verdictText(verdict: Verdict): string {
  switch (verdict.kind) {
    case "nobody_yet":
      return "Nobody has been assigned yet.";
    case "arm_without_traffic":
      return `No verdict: nobody has been assigned to ${verdict.arms.join(", ")} yet.`;
    case "sample_ratio_off":
      return "No verdict: the arms do not have the sizes that their shares promise, so something is wrong with the assignment.";
    case "guardrail_broken":
      return `${verdict.arm} breaks a guardrail: ${guardrailNames[verdict.metric]} lies beyond its limit.`;
    case "wins":
      return `${verdict.arm} wins over ${verdict.against}: ${onScale(verdict.lift, verdict.scale)} (${spanned(verdict.interval, verdict.scale)}).`;
    case "baseline_wins":
      return `${verdict.arm} wins: every other arm did worse than it.`;
    case "no_difference":
      return `No difference that matters: every lift lies within ${onScale(verdict.within, verdict.scale)}.`;
    case "not_enough":
      return verdict.daysLeft === null
        ? "Not enough yet, and at this pace not within a year."
        : `Not enough yet: about ${verdict.daysLeft} more ${verdict.daysLeft === 1 ? "day" : "days"}.`;
    case "inconclusive":
      return "It ended before anything could be said.";
  }
}

/** What an admin is told when the rule did something by itself. */
export function experimentTold(told: { name: string; kind: "paused" | "concluded" | "promoted"; verdict: Verdict }): {
  title: string;
  happened: string[];
} {
  const { name, kind, verdict } = told;
  const why = verdictText(verdict);
  if (kind === "paused")
    return {
      title: `The experiment ${name} was paused`,
      happened: [why, "No new contacts are assigned. Whoever is in it keeps their arm."],
    };
  if (kind === "promoted")
    return {
      title: `The experiment ${name} has a winner`,
      happened: [why, "By the rule that was chosen before its start, everybody who enters now gets the winning arm."],
    };
  return { title: `The experiment ${name} has ended`, happened: [why, "Its analysis is frozen as it stood."] };
}

export const experimentLink = (experimentId: string) => `/experiments/${experimentId}`;
