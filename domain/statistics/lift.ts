import { type Moments, momentsOf, type Sample } from "./sample.ts";

export const scales = ["relative", "absolute"] as const;
/** Relative: the difference as a share of the control's mean. Absolute: the difference itself, in the metric's unit. */
export type Scale = (typeof scales)[number];

/** `estimate` of the lift on its scale, with its standard error; `parts` are the two arms' shares of its variance. */
export type Lift = { scale: Scale; estimate: number; error: number; parts: { control: number; treatment: number } };

export const liftFaults = ["empty_arm", "single_unit", "constant_arms", "control_is_zero"] as const;
/** Why there is no lift to speak of. */
export type LiftFault = (typeof liftFaults)[number];

export type LiftOrFault = { kind: "lift"; lift: Lift } | { kind: "none"; reason: LiftFault };

/**
 * The lift of a treatment over its control. The relative one's variance is by the delta method: for Y / X − 1 it is
 * s²_Y / (n_Y x̄²) + s²_X ȳ² / (n_X x̄⁴) (Deng, Knoblich and Lu 2018, "Applying the Delta Method in Metric Analytics").
 */
export function liftOf(control: Sample, treatment: Sample, scale: Scale): LiftOrFault {
  const [a, b] = [momentsOf(control), momentsOf(treatment)];
  if (a.units === 0 || b.units === 0) return { kind: "none", reason: "empty_arm" };
  // One unit has no variance to know; R's t.test refuses it too.
  if (a.units < 2 || b.units < 2) return { kind: "none", reason: "single_unit" };
  if (scale === "relative" && a.mean === 0) return { kind: "none", reason: "control_is_zero" };
  const parts = scale === "relative" ? relativeParts(a, b) : { control: meanVariance(a), treatment: meanVariance(b) };
  const variance = parts.control + parts.treatment;
  if (!(variance > 0)) return { kind: "none", reason: "constant_arms" };
  const difference = b.mean - a.mean;
  const estimate = scale === "relative" ? difference / Math.abs(a.mean) : difference;
  return { kind: "lift", lift: { scale, estimate, error: Math.sqrt(variance), parts } };
}

const meanVariance = ({ variance, units }: Moments) => variance / units;

function relativeParts(a: Moments, b: Moments): Lift["parts"] {
  const square = a.mean * a.mean;
  return {
    treatment: meanVariance(b) / square,
    control: (meanVariance(a) * b.mean * b.mean) / (square * square),
  };
}
