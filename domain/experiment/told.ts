import type { GuardrailMetric } from "../experiment.ts";
import { formatMoney } from "../money.ts";
import type { Interval } from "../statistics/frequentist.ts";
import type { Scale } from "../statistics/lift.ts";
import type { Analysis } from "./analysis.ts";
import { isShareMetric } from "./metric.ts";
import type { Verdict } from "./verdict.ts";

const guardrailNames: Record<GuardrailMetric, string> = {
  unsubscribe_rate: "the unsubscribe rate",
  complaint_rate: "the complaint rate",
  refund_rate: "the refund rate",
  discount_cost: "the cost of discounts",
};

/** In what the lifts of an analysis are: shares of contacts, or money per contact. */
type Measured = Pick<Analysis, "metric" | "currency">;

/** A lift's size in the unit of its scale: percent of the baseline, points, or money. */
function sizeOf(lift: number, scale: Scale, { metric, currency }: Measured): string {
  if (scale === "relative") return `${(lift * 100).toFixed(1)}%`;
  if (isShareMetric(metric)) return (lift * 100).toFixed(2);
  return formatMoney({ amount: Math.round(lift), currency }, "en");
}

function onScale(lift: number, scale: Scale, of: Measured): string {
  const points = scale === "absolute" && isShareMetric(of.metric);
  return `${sizeOf(lift, scale, of)} ${points ? "points absolute" : scale}`;
}

/** Both ends of an interval; the scale is said by the lift before them. */
const spanned = ({ low, high }: Interval, scale: Scale, of: Measured) =>
  `interval ${sizeOf(low, scale, of)} to ${sizeOf(high, scale, of)}`;

/** A verdict in plain words, with the scale of every lift said. */
export function verdictText(verdict: Verdict, of: Measured): string {
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
      return `${verdict.arm} wins over ${verdict.against}: ${onScale(verdict.lift, verdict.scale, of)} (${spanned(verdict.interval, verdict.scale, of)}).`;
    case "baseline_wins":
      return `${verdict.arm} wins: every other arm did worse than it.`;
    case "no_difference":
      return `No difference that matters: every lift lies within ${onScale(verdict.within, verdict.scale, of)}.`;
    case "not_enough":
      return verdict.daysLeft === null
        ? "Not enough yet, and at this pace not within a year."
        : `Not enough yet: about ${verdict.daysLeft} more ${verdict.daysLeft === 1 ? "day" : "days"}.`;
    case "inconclusive":
      return "It ended before anything could be said.";
  }
}

/** What an admin is told when the rule did something by itself. */
export function experimentTold(told: {
  name: string;
  kind: "paused" | "concluded" | "promoted";
  analysis: Measured & Pick<Analysis, "verdict">;
}): {
  title: string;
  happened: string[];
} {
  const { name, kind, analysis } = told;
  const why = verdictText(analysis.verdict, analysis);
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
