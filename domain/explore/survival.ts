/** Upper ends of the bins in hours since abandonment: by the hour for a day, by six to the third, then by the day to thirty. */
export const survivalBins: readonly number[] = [
  ...Array.from({ length: 24 }, (_, index) => index + 1),
  ...Array.from({ length: 8 }, (_, index) => 30 + index * 6),
  ...Array.from({ length: 27 }, (_, index) => 96 + index * 24),
];

/** Enrollments of one day with those that came back, by bin. `observedHours` is how long the last of them has been watched. */
export type SurvivalCohort = { enrolled: number; observedHours: number; events: Map<number, number> };
export type SurvivalPoint = {
  hours: number;
  atRisk: number;
  events: number;
  surviving: number;
  low: number;
  high: number;
};

/**
 * Kaplan–Meier (1958) by bins: the share not yet recovered after so many hours, with Greenwood's 95% interval. A day's
 * enrollments leave the risk set at the first bin that not all of them have been watched through, together with what came
 * back in it: late, but never a share of people who could not have come back yet.
 */
export function survivalOf(cohorts: SurvivalCohort[]): SurvivalPoint[] {
  const left = cohorts.map((cohort) => cohort.enrolled);
  let surviving = 1;
  let greenwood = 0;
  const points: SurvivalPoint[] = [];
  for (const [bin, hours] of survivalBins.entries()) {
    let [atRisk, events] = [0, 0];
    for (const [index, cohort] of cohorts.entries()) {
      if (cohort.observedHours < hours) continue;
      const came = cohort.events.get(bin) ?? 0;
      atRisk += left[index] ?? 0;
      events += came;
      left[index] = (left[index] ?? 0) - came;
    }
    if (atRisk <= 0) break;
    surviving *= 1 - events / atRisk;
    if (atRisk > events) greenwood += events / (atRisk * (atRisk - events));
    const spread = 1.959964 * surviving * Math.sqrt(greenwood);
    points.push({
      hours,
      atRisk,
      events,
      surviving,
      low: Math.max(0, surviving - spread),
      high: Math.min(1, surviving + spread),
    });
  }
  return points;
}
