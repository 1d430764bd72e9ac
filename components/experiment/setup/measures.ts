import { isShareMetric } from "#domain/experiment/metric.ts";
import type { GuardrailMetric, Plan } from "#domain/experiment.ts";
import { currencyDigits } from "#domain/money.ts";

/** How a number of a plan is typed: what stands behind it, and how to come from one to the other. */
export type Measure = { unit: string; shown: (stored: number) => number; stored: (shown: number) => number };

const tidy = (value: number) => Number(value.toFixed(8));

/** A part of a whole, typed in percent. */
export const percent: Measure = {
  unit: "%",
  shown: (fraction) => tidy(fraction * 100),
  stored: (typed) => tidy(typed / 100),
};

const points: Measure = { ...percent, unit: "points" };

/** Minor units of a currency, typed as people write money. */
export function moneyIn(currency: string): Measure {
  const whole = 10 ** currencyDigits(currency);
  return { unit: currency, shown: (minor) => tidy(minor / whole), stored: (typed) => tidy(typed * whole) };
}

/** The least effect that matters: relative in percent, absolute in what the metric is in. */
export function effectMeasure({ scale, metric, currency }: Pick<Plan, "scale" | "metric" | "currency">): Measure {
  if (scale === "relative") return percent;
  return isShareMetric(metric) ? points : moneyIn(currency);
}

export function guardrailMeasure(metric: GuardrailMetric, currency: string): Measure {
  return metric === "discount_cost" ? moneyIn(currency) : points;
}
