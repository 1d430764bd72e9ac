import type { Arm, Plan } from "../experiment.ts";
import type { Day } from "../period.ts";
import type { Interval } from "../statistics/frequentist.ts";
import { sequentialTest } from "../statistics/sequential.ts";
import { type ArmSums, estimatesOf, type WeightsRow } from "./estimates.ts";

/** What a look at the end of a day would have shown: each arm's lift over the baseline with its always-valid interval. */
export type SeriesPoint = {
  day: Day;
  assigned: number;
  lifts: { arm: string; lift: number | null; interval: Interval | null }[];
};

type Asked = {
  arms: string[];
  weights: WeightsRow[];
  useCuped: boolean;
  isShare: boolean;
  baseline: Arm;
  all: Arm[];
  plan: Plan;
  today: Day;
};

const dayMs = 86_400_000;
// A look for each day of two years; an experiment that runs longer is shown by its last days.
const mostPoints = 731;

/** One point for each calendar day from the first assignment to today, days on which nothing happened included. */
export function seriesOf(rows: (ArmSums & { day: Day })[], asked: Asked): SeriesPoint[] {
  const byDay = Map.groupBy(rows, (row) => row.day);
  const first = [...byDay.keys()].sort()[0];
  if (first === undefined) return [];
  const seen: ArmSums[] = [];
  const points: SeriesPoint[] = [];
  for (const day of daysBetween(first, asked.today)) {
    merge(seen, byDay.get(day) ?? []);
    points.push(pointOf(day, seen, asked));
  }
  return points.slice(-mostPoints);
}

/** Calendar days have no hours: a day that a change of clocks makes longer or shorter is one day still. */
export function daysBetween(first: Day, last: Day): Day[] {
  const [from, to] = [Date.parse(`${first}T00:00:00Z`), Date.parse(`${last}T00:00:00Z`)];
  const count = Math.max(0, Math.round((to - from) / dayMs)) + 1;
  return Array.from({ length: count }, (_, index) => new Date(from + index * dayMs).toISOString().slice(0, 10));
}

function merge(seen: ArmSums[], rows: ArmSums[]): void {
  for (const row of rows) {
    const held = seen.find((one) => one.arm === row.arm && one.number === row.number);
    if (!held) seen.push({ ...row });
    else {
      held.units += row.units;
      held.y += row.y;
      held.ySquares += row.ySquares;
      held.x += row.x;
      held.xSquares += row.xSquares;
      held.xy += row.xy;
    }
  }
}

function pointOf(day: Day, seen: ArmSums[], asked: Asked): SeriesPoint {
  const { baseline, all, plan } = asked;
  const { samples } = estimatesOf(seen, asked);
  const control = samples.get(baseline.name);
  const others = all.filter((arm) => arm !== baseline && arm.kind === "variant");
  const lifts = others.map(({ name: arm }) => {
    const treatment = samples.get(arm);
    const tested = control && treatment ? sequentialTest(control, treatment, plan) : null;
    return tested?.kind === "tested"
      ? { arm, lift: tested.lift, interval: tested.interval }
      : { arm, lift: null, interval: null };
  });
  return { day, assigned: seen.reduce((sum, one) => sum + one.units, 0), lifts };
}
