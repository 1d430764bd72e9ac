import type { ExploreAsked } from "./explore/asked.ts";
import type { SurvivalPoint } from "./explore/survival.ts";
import type { CohortCell, CreditDay, Cube, DayCounts, Filters, FunnelRow } from "./explore.ts";
import type { OverviewFigures } from "./overview-figures.ts";
import type { ArmResults } from "./result-view.ts";

export const reportKinds = ["overview", "incremental", "days", "explore", "funnel", "survival", "cohorts"] as const;
export type ReportKind = (typeof reportKinds)[number];

/** What each report holds; amounts are in minor units of the report's one currency. */
export type Reports = {
  overview: OverviewFigures;
  /** The difference against the holdout, never to be added to what is credited. */
  incremental: ArmResults & { marginPercent: number | null };
  days: { days: DayCounts[]; credits: CreditDay[] };
  explore: Cube & { by: ExploreAsked["by"]; filters: Filters; names: Record<string, string> };
  funnel: { rows: FunnelRow[]; names: Record<string, string> };
  survival: { variant: SurvivalPoint[]; holdout: SurvivalPoint[] };
  cohorts: { cells: CohortCell[] };
};

/** A report with the days and the currency that it is of. */
export type Report<Kind extends ReportKind> = {
  kind: Kind;
  from: string;
  to: string;
  timeZone: string;
  currency: string;
  currencies: string[];
  /** False while the sums are being made for the first time, or anew. */
  ready: boolean;
  report: Reports[Kind];
};
