import { type ChosenSpan, plusDays } from "#domain/day-span.ts";
import { cubeAskedOf, type ExploreAsked } from "#domain/explore/asked.ts";
import type { Filters } from "#domain/explore.ts";
import type { Report, ReportKind, Reports } from "#domain/report.ts";
import { listReportCurrencies, readFigures, readIncremental } from "./overview-figures.ts";
import { readCohorts, readCredits, readDays, readFunnel, readRollupState, readSurvival } from "./rollup-day-views.ts";
import { readCube } from "./rollup-views.ts";
import type { Scope } from "./scope.ts";
import { getPolicy, getTenant } from "./tenants.ts";
import { namesOfValues } from "./value-names.ts";

export type ReportAsked = { span: ChosenSpan; currency?: string; by?: ExploreAsked["by"]; filters?: Filters };
type Days = { from: string; to: string; currency: string };
type Read<Kind extends ReportKind> = (
  scope: Scope,
  days: Days,
  asked: ReportAsked,
  now: Date,
) => Promise<Reports[Kind]>;

const readers: { [Kind in ReportKind]: Read<Kind> } = {
  overview: (scope, { currency }, { span }) => readFigures(scope, { span, currency }),
  incremental: async (scope, days) => ({
    ...(await readIncremental(scope, { span: days, currency: days.currency })),
    marginPercent: (await getPolicy(scope)).marginPercent,
  }),
  days: async (scope, days) => ({ days: await readDays(scope, days), credits: await readCredits(scope, days) }),
  explore: readExplore,
  funnel: async (scope, days) => {
    const rows = await readFunnel(scope, days);
    const values = rows.map((row) => row.sequenceId);
    return { rows, names: await namesOfValues(scope, [{ dimension: "sequence", values }]) };
  },
  survival: async (scope, days, _, now) => {
    const of = (armKind: "variant" | "holdout") => readSurvival(scope, { ...days, event: "ordered", armKind }, now);
    return { variant: await of("variant"), holdout: await of("holdout") };
  },
  // Weeks start on Monday: the week in which the first day lies belongs to it.
  cohorts: async (scope, days) => ({ cells: await readCohorts(scope, { ...days, from: plusDays(days.from, -6) }) }),
};

/** One report over days in one currency: the asked one where anything was counted in it, else the tenant's own. */
export async function readReport<Kind extends ReportKind>(
  scope: Scope,
  kind: Kind,
  asked: ReportAsked,
  now: Date,
): Promise<Report<Kind>> {
  const { timeZone, currency: home } = await getTenant(scope);
  const { from, to } = asked.span;
  const currencies = await listReportCurrencies(scope, { from, to }, home);
  const currency = currencies.find((known) => known === asked.currency) ?? home;
  const report = await readers[kind](scope, { from, to, currency }, asked, now);
  const state = await readRollupState(scope);
  const ready = state !== null && !state.rebuilding;
  return { kind, from, to, timeZone, currency, currencies, ready, report };
}

async function readExplore(scope: Scope, days: Days, asked: ReportAsked): Promise<Reports["explore"]> {
  const { by = ["incentive"], filters = {} } = asked;
  const cube = await readCube(scope, cubeAskedOf({ by, filters }, days));
  const shown = by.map((dimension, place) => ({
    dimension,
    values: cube.cells.map((cell) => cell.values[place] ?? ""),
  }));
  const filtered = (["sequence", "product", "template"] as const).map((dimension) => ({
    dimension,
    values: filters[dimension] ?? [],
  }));
  return { ...cube, by, filters, names: await namesOfValues(scope, [...shown, ...filtered]) };
}
